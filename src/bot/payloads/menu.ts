import { z } from "zod";

/**
 * What is chosen in an overflow menu is a button's press. Slack allows an option's value 75 characters (its typings;
 * its reference says 150), fewer than a card's digest takes, and an `action_id` 255: so the menu's own id carries what
 * its entries are about, and the value of each says which button it is and what of that it takes.
 */

/** A button that stands in a menu: its name, and what it carries as JSON. */
export interface MenuEntry {
  readonly id: string;
  readonly value: string;
}

const mark = "menu ";
const Carried = z.record(z.string(), z.unknown());

/** The menu's `action_id`, and the value of each entry in their order. All of them are about the same thing. */
export function toMenuIds(entries: readonly MenuEntry[]): {
  readonly menu: string;
  readonly values: readonly string[];
} {
  const all = Object.fromEntries(entries.flatMap(({ value }) => Object.entries(toCarried(value))));
  return { menu: `${mark}${JSON.stringify(all)}`, values: entries.map(toChoice) };
}

/** The value of one entry: which button it is, and what it takes of what its menu carries. */
export function toChoice({ id, value }: MenuEntry): string {
  return [id, ...Object.keys(toCarried(value))].join(" ");
}

function toCarried(value: string): z.infer<typeof Carried> {
  return Carried.parse(JSON.parse(value));
}

const Chosen = z.looseObject({
  type: z.literal("overflow"),
  action_id: z.string().startsWith(mark),
  selected_option: z.object({ value: z.string() }),
});
const Pressed = z.looseObject({ type: z.literal("block_actions"), actions: z.array(z.unknown()) });

/** What Slack sends, with every choice in a menu put as the press of the button that it stands for. */
export function pressChosen<Body extends object>(body: Body): Body {
  const pressed = Pressed.safeParse(body);
  return pressed.success ? { ...body, actions: pressed.data.actions.map(toButton) } : body;
}

function toButton(action: unknown): unknown {
  const chosen = Chosen.safeParse(action);
  if (!chosen.success) return action;
  const { action_id: menu, selected_option: option, ...rest } = chosen.data;
  const [id, ...keys] = option.value.split(" ");
  const carried = Object.entries(Carried.parse(JSON.parse(menu.slice(mark.length))));
  const value = Object.fromEntries(carried.filter(([key]) => keys.includes(key)));
  return { ...rest, type: "button", action_id: id, value: JSON.stringify(value) };
}
