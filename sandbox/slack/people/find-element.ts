import type { Block } from "../blocks/block.ts";
import { type Placed, placedElements } from "../blocks/placed.ts";
import type { Host } from "../payloads.ts";
import { textOf } from "../text-of.ts";

function blocksOf(host: Host): readonly Block[] {
  return host.kind === "view" ? host.content.blocks : host.blocks;
}

/** Finds a button by its text or action id. Two of the same text need the action id. */
export function findButton(host: Host, name: string): Placed {
  return only(
    host,
    `button ${JSON.stringify(name)}`,
    placedElements(blocksOf(host)).filter(
      ({ element, actionId }) =>
        element.type === "button" && (element.text.text === name || actionId === name),
    ),
  );
}

/** The entry of an overflow menu with this text, where there is one; of two menus that have it, the block says which. */
export function findEntry(
  host: Host,
  text: string,
): { readonly menu: Placed; readonly value: string } | undefined {
  const found = placedElements(blocksOf(host)).flatMap((menu) =>
    menu.element.type === "overflow"
      ? menu.element.options
          .filter((option) => option.text.text === text)
          .map(({ value }) => ({ menu, value }))
      : [],
  );
  if (found.length > 1) throw new Error(`more than one entry ${text} in:\n${textOf(host)}`);
  return found[0];
}

/** Finds an element that holds a value, by block id, label or action id. */
export function findInput(host: Host, name: string): Placed {
  return only(
    host,
    `input ${JSON.stringify(name)}`,
    placedElements(blocksOf(host)).filter(
      (placed) =>
        placed.element.type !== "button" &&
        [placed.blockId, placed.actionId, placed.input?.label.text].includes(name),
    ),
  );
}

function only(host: Host, what: string, found: readonly Placed[]): Placed {
  const [first, second] = found;
  if (first === undefined) throw new Error(`no ${what} in:\n${textOf(host)}`);
  if (second !== undefined) throw new Error(`more than one ${what} in:\n${textOf(host)}`);
  return first;
}
