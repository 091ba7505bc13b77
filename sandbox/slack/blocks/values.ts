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
  readonly initial_option?: Option | undefined;
  readonly initial_options?: readonly Option[] | undefined;
}

function initialValue(element: Element): Value | undefined {
  const { type, ...initial }: Initial = element;
  switch (shapeOf(element)) {
    case "nothing":
      return undefined;
    case "text":
      return { type, value: initial.initial_value ?? null };
    case "person":
      return { type, selected_user: initial.initial_user ?? null };
    case "many":
      return { type, selected_options: initial.initial_options ?? [] };
    case "one":
      return { type, selected_option: initial.initial_option ?? null };
  }
}

export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined) return true;
  const held = value.value ?? value.selected_option ?? value.selected_user ?? undefined;
  return (held === undefined || held === "") && (value.selected_options ?? []).length === 0;
}
