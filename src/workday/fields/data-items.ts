import { z } from "zod";

/** One thing of a Get's reply: its reference and its data, whatever the service calls them. */
export interface DataItem {
  readonly reference: unknown;
  /** Absent where the reply has none for it, or several: neither says what the thing is now. */
  readonly data?: Readonly<Record<string, unknown>>;
}

const Fields = z.record(z.string(), z.unknown());
const Reply = z.object({ Response_Data: Fields.nullish() });

/**
 * Reads what a Get's reply lists. The names of the elements around it differ from service to service, so an item is
 * known by its children that end in `_Reference` and `_Data`.
 *
 * @returns `undefined` where something is no item at all
 * @see Workday Core_Implementation_Service v47.0: an item may have no data, or several
 */
export function readDataItems(response: object): readonly DataItem[] | undefined {
  const parsed = Reply.safeParse(response);
  if (!parsed.success) return undefined;
  const items: DataItem[] = [];
  for (const raw of Object.entries(parsed.data.Response_Data ?? {}).flatMap(withoutAttributes)) {
    const item = toItem(raw);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function withoutAttributes([name, value]: readonly [string, unknown]): readonly unknown[] {
  if (name === "attributes") return [];
  return Array.isArray(value) ? value : [value];
}

function toItem(raw: unknown): DataItem | undefined {
  const fields = Fields.safeParse(raw);
  if (!fields.success) return undefined;
  const entries = Object.entries(fields.data);
  const [reference] = entries.filter(([name]) => name.endsWith("_Reference"));
  const all = entries.filter(([name]) => name.endsWith("_Data"));
  const [data, ...others] = all.flatMap(([, value]): readonly unknown[] =>
    Array.isArray(value) ? value : [value],
  );
  if (data === undefined && reference === undefined) return undefined;
  const held = Fields.safeParse(data);
  const isOne = others.length === 0 && held.success;
  return { reference: reference?.[1], ...(isOne && { data: held.data }) };
}
