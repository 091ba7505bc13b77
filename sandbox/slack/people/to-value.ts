import { type Option, optionsOf } from "../blocks/option.ts";
import type { Placed } from "../blocks/placed.ts";
import { shapeOf } from "../blocks/shape.ts";
import type { Value } from "../blocks/values.ts";
import type { World } from "../world.ts";

export type Entered = string | readonly string[] | boolean;

/** What the element holds once the person has entered this. Options go by text or value. */
export function toValue(
  world: World,
  placed: Placed,
  entered: Entered,
  offered: readonly Option[],
): Value {
  const { type } = placed.element;
  switch (shapeOf(placed.element)) {
    case "text":
      return { type, value: oneText(placed, entered) };
    case "person":
      return { type, selected_user: personId(world, oneText(placed, entered)) };
    case "people":
      return { type, selected_users: pickPeople(world, placed, entered) };
    case "day":
      return { type, selected_date: day(oneText(placed, entered)) };
    case "one":
    case "nothing":
      return { type, selected_option: pick(offered, oneText(placed, entered) ?? "") };
    case "many":
      return { type, selected_options: pickMany(placed, entered, offered) };
  }
}

/** The options an element shows without asking the bot. */
export function ownOptions({ element }: Placed): readonly Option[] {
  return "options" in element || "option_groups" in element ? optionsOf(element) : [];
}

export function isExternal({ element }: Placed): boolean {
  return element.type === "external_select" || element.type === "multi_external_select";
}

function oneText({ element, blockId }: Placed, entered: Entered): string | null {
  if (typeof entered !== "string") throw new Error(`${element.type} ${blockId} takes one text`);
  return entered === "" ? null : entered;
}

function pickPeople(world: World, { element, blockId }: Placed, entered: Entered): string[] {
  if (typeof entered === "boolean") throw new Error(`${element.type} ${blockId} takes people`);
  const names = typeof entered === "string" ? [entered] : entered;
  const most = "max_selected_items" in element ? element.max_selected_items : undefined;
  if (names.length > (most ?? Infinity)) throw new Error(`no more than ${most} can be selected`);
  return names.flatMap((name) => personId(world, name) ?? []);
}

/** The client's calendar offers days that exist, and nothing else. */
function day(text: string | null): string | null {
  if (text === null || (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))))
    return text;
  throw new Error(`${text} is no day`);
}

function pickMany(
  { element }: Placed,
  entered: Entered,
  offered: readonly Option[],
): readonly Option[] {
  const picked = pickAll(entered, offered);
  const most = "max_selected_items" in element ? element.max_selected_items : undefined;
  if (picked.length > (most ?? Infinity)) throw new Error(`no more than ${most} can be selected`);
  return picked;
}

/** A lone checkbox is simply ticked or not. */
function pickAll(entered: Entered, offered: readonly Option[]): readonly Option[] {
  if (typeof entered === "boolean") return entered ? offered.slice(0, 1) : [];
  const picked = namesIn(entered).map((name) => pick(offered, name));
  return picked.filter(
    ({ value }, index) => picked.findIndex((one) => one.value === value) === index,
  );
}

/** Nothing entered takes every choice away. */
export function namesIn(entered: string | readonly string[]): readonly string[] {
  if (typeof entered !== "string") return entered;
  return entered === "" ? [] : [entered];
}

function pick(offered: readonly Option[], name: string): Option {
  const found =
    offered.find(({ value }) => value === name) ?? offered.find(({ text }) => text.text === name);
  if (found !== undefined) return found;
  const shown = offered.map(({ text }) => text.text).join(", ");
  throw new Error(`no option ${JSON.stringify(name)} among: ${shown}`);
}

function personId(world: World, idOrName: string | null): string | null {
  if (idOrName === null) return null;
  const person =
    world.people.get(idOrName) ?? [...world.people.values()].find(({ name }) => name === idOrName);
  if (person === undefined) throw new Error(`nobody is called ${idOrName}`);
  return person.id;
}
