import type { Block, Element } from "./block.ts";
import type { Option } from "./option.ts";
import { placedElements } from "./placed.ts";
import { shapeOf } from "./shape.ts";

/** What an element holds, spelled as Slack sends it in `state.values`. */
export interface Value {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: Option | null;
  readonly selected_options?: readonly Option[];
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  /** YYYY-MM-DD. */
  readonly selected_date?: string | null;
}

/** By block id, then by action id. */
export type Values = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** What the elements hold when shown; what was entered under the same ids before stays. */
export function startingValues(blocks: readonly Block[], before: Values): Values {
  let values: Values = {};
  for (const { blockId, actionId, element } of placedElements(blocks)) {
    const kept = before[blockId]?.[actionId];
    const value = kept?.type === element.type ? kept : initialValue(element);
    if (value !== undefined) values = withValue(values, { blockId, actionId, value });
  }
  return values;
}

interface Entry {
  readonly blockId: string;
  readonly actionId: string;
  readonly value: Value;
}

export function withValue(values: Values, { blockId, actionId, value }: Entry): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } };
}

interface Initial {
  readonly type: string;
  readonly initial_value?: string | undefined;
  readonly initial_user?: string | undefined;
  readonly initial_users?: readonly string[] | undefined;
  readonly initial_date?: string | undefined;
  readonly initial_option?: Option | undefined;
  readonly initial_options?: readonly Option[] | undefined;
}

function initialValue(element: Element): Value | undefined {
  const { type, ...initial }: Initial = element;
  switch (shapeOf(element)) {
    case "nothing":
      return undefined;
    case "text":
      return { type, value: orNull(initial.initial_value) };
    case "person":
      return { type, selected_user: orNull(initial.initial_user) };
    case "day":
      return { type, selected_date: orNull(initial.initial_date) };
    case "people":
    case "many":
      return initialList(type, initial);
    case "one":
      return { type, selected_option: orNull(initial.initial_option) };
  }
}

function initialList(type: string, initial: Omit<Initial, "type">): Value {
  return type === "multi_users_select"
    ? { type, selected_users: initial.initial_users ?? [] }
    : { type, selected_options: initial.initial_options ?? [] };
}

function orNull<Held>(held: Held | undefined): Held | null {
  return held ?? null;
}

export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined) return true;
  const { value: text, selected_option: option, selected_user: user, selected_date: day } = value;
  const held = text ?? option ?? user ?? day ?? undefined;
  const many = [...(value.selected_options ?? []), ...(value.selected_users ?? [])];
  return (held === undefined || held === "") && many.length === 0;
}
