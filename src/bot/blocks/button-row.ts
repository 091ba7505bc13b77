import { toChoice, toMenuIds } from "../payloads/menu.ts";
import { type Block, type ButtonSpec, button, buttons, plain } from "./block.ts";

/** A button that may stand in a menu. A menu has one dialog for all its entries: what asks does so in a window. */
export type RareSpec = Omit<ButtonSpec, "confirm" | "style">;

/** Entries that Slack's overflow menu takes: from two to five. */
const mostInMenu = 5;

/**
 * What decides stands as buttons, what is rare in the menu behind them; what does not fit there stands before it. Where
 * nothing decides, the first of the rest is a button: a menu alone says nothing.
 */
export function buttonRow(deciding: readonly ButtonSpec[], rest: readonly RareSpec[]): Block {
  const shown = Math.max(deciding.length === 0 ? 1 : 0, rest.length - mostInMenu);
  const inMenu = rest.slice(shown);
  if (inMenu.length < 2) return buttons([...deciding, ...rest]);
  return {
    type: "actions",
    elements: [...[...deciding, ...rest.slice(0, shown)].map(button), menu(inMenu)],
  };
}

function menu(entries: readonly RareSpec[]) {
  return {
    type: "overflow" as const,
    action_id: toMenuIds(entries).menu,
    options: entries.map((entry) => ({ text: plain(entry.text, 75), value: toChoice(entry) })),
  };
}
