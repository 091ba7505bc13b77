import type { Block } from "./blocks/block.ts";
import type { Text } from "./blocks/text.ts";
import type { Mention } from "./shown.ts";

const marks: readonly [Mention["kind"], RegExp][] = [
  ["channel", /<!channel(?:\|[^>]*)?>/g],
  ["here", /<!here(?:\|[^>]*)?>/g],
  ["everyone", /<!everyone(?:\|[^>]*)?>/g],
  ["group", /<!subteam\^([A-Z0-9]+)(?:\|[^>]*)?>/g],
  ["user", /<@([A-Z0-9]+)(?:\|[^>]*)?>/g],
];

/** Finds everybody whom a text would notify; escaped marks (`&lt;!here&gt;`) notify nobody. */
export function mentionsIn(text: string, where: string): readonly Mention[] {
  return marks.flatMap(([kind, mark]) =>
    [...text.matchAll(mark)].map((match) => ({ kind, id: match[1] ?? "", where })),
  );
}

export function mentionsInBlocks(blocks: readonly Block[], where: string): readonly Mention[] {
  return blocks.flatMap((block) =>
    block.type === "rich_text"
      ? mentionsInRichText(block.elements, where)
      : formattedTexts(block).flatMap(({ text }) => mentionsIn(text, where)),
  );
}

function formattedTexts(block: Block): readonly Text[] {
  const texts = block.type === "context" ? block.elements : sectionTexts(block);
  return texts.filter(({ type }) => type === "mrkdwn");
}

function sectionTexts(block: Block): readonly Text[] {
  if (block.type === "alert") return [block.text];
  if (block.type !== "section") return [];
  return [...(block.text === undefined ? [] : [block.text]), ...(block.fields ?? [])];
}

const broadcasts: readonly Mention["kind"][] = ["channel", "here", "everyone"];

/** Rich text names them in elements of their own, at any depth. */
function mentionsInRichText(value: unknown, where: string): readonly Mention[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap((child) => mentionsInRichText(child, where));
  const own = new Map<string, unknown>(Object.entries(value));
  const range = broadcasts.find((kind) => kind === own.get("range"));
  if (own.get("type") === "broadcast" && range !== undefined) {
    return [{ kind: range, id: "", where }, ...inside];
  }
  const user = own.get("user_id");
  if (own.get("type") === "user" && typeof user === "string") {
    return [{ kind: "user", id: user, where }, ...inside];
  }
  return inside;
}
