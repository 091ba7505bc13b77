import type { Raw } from "../../flows/request/raw-draft.ts";
import type { Block } from "../blocks/block.ts";
import { keepTyped } from "../blocks/notice.ts";
import { cutLines } from "../blocks/slack-limits.ts";

/** Every text of a form that came to nothing, to be copied. What was chosen is quickly chosen again. */
export function quoteDraft(raw: Raw): Block[] {
  return keepTyped("You typed", cutLines(listTexts(raw), 2500));
}

/** What the form carries and nobody typed. */
const carried = new Set(["kind", "seenIn", "timestamp", "newest"]);

function listTexts(texts: object): string[] {
  return Object.entries(texts).flatMap(([field, value]: [string, unknown]) => {
    if (carried.has(field) || value === "") return [];
    if (typeof value === "string") return [`${toWords(field)}: ${value}`];
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? listTexts(value)
      : [];
  });
}

function toWords(field: string): string {
  return field.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
