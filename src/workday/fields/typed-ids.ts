import { z } from "zod";
import { type Element, toReference } from "./element.ts";
import { listOf } from "./reply-parts.ts";

/** Every id of a reference, in its order. */
export type TypedIds = readonly { readonly type: string; readonly id: string }[];

const Id = z
  .object({ attributes: z.record(z.string(), z.string()), $value: z.string() })
  .transform(({ attributes, $value }) => ({ type: typeOf(attributes), id: $value.trim() }));

export const TypedIds = z.object({ ID: listOf(Id) }).transform(({ ID }): TypedIds => ID);

/** The prefix of a reply's attributes is the server's choice. */
function typeOf(attributes: Readonly<Record<string, string>>): string {
  const found = Object.entries(attributes).find(([key]) => key.replace(/^.*:/, "") === "type");
  return found?.[1] ?? "";
}

export function idOf(ids: TypedIds, ...types: readonly string[]): string | undefined {
  for (const wanted of types) {
    const found = ids.find(({ type }) => type === wanted);
    if (found !== undefined) return found.id;
  }
  return undefined;
}

/** By its WID where it has one, since that alone says which thing is meant; otherwise by every id it came with. */
export function toReferenceOf(ids: TypedIds): Element {
  const wid = idOf(ids, "WID");
  if (wid !== undefined) return toReference("WID", wid);
  return { ID: ids.map(({ type, id }) => ({ attributes: { "wd:type": type }, $value: id })) };
}
