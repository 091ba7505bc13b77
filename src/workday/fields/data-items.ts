import { z } from "zod";

/** One thing of a Get's reply: its reference and its data, whatever the service calls them. */
export interface DataItem {
  readonly reference: unknown;
  readonly data: Readonly<Record<string, unknown>>;
}

const Fields = z.record(z.string(), z.unknown());
const Reply = z.object({ Response_Data: Fields.nullish() });

/**
 * Reads what a Get's reply lists. The names of the elements around it are the service's own and were not
 * read, so an item is known by its one child that ends in `_Data`.
 *
 * @returns `undefined` where an item has no such child, or several
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
  const [data, ...others] = entries.filter(([name]) => name.endsWith("_Data"));
  const held = Fields.safeParse(data?.[1]);
  if (!held.success || others.length > 0) return undefined;
  const reference = entries.find(([name]) => name.endsWith("_Reference"));
  return { reference: reference?.[1], data: held.data };
}
