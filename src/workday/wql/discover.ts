import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { ok, type Result } from "../../result.ts";
import type { Source } from "./match-fields.ts";
import { type Reader, readAll } from "./read-all.ts";
import { wantedSignOns } from "./sign-ons.ts";
import { things, wanted } from "./wanted.ts";

/** Some sources have no alias: no query can name them. */
const ListedSource = z.object({ id: z.string().min(1), alias: z.string().optional() });
const ListedField = z.object({ alias: z.string(), type: z.string() });

/** As a real tenant's client asked: 100 sources a page, 50 fields. */
const sourcesAPage = 100;
const fieldsAPage = 50;

/**
 * Asks the tenant which of the sources that the bot could use it lists to the bot's client, and which fields they have. A
 * tenant has hundreds of sources; the list is read until all that are wanted are found, or to its end.
 *
 * @see Workday WQL REST, `dataSources` and `dataSources/{id}/fields`
 */
export async function discover(reader: Reader): Promise<Result<readonly Source[], Fault>> {
  const all = [...things.map((thing) => wanted[thing]), wantedSignOns];
  const aliases = new Set(all.flatMap(({ sources }) => sources));
  const listed = await readAll(reader, {
    path: "dataSources",
    pageSize: sourcesAPage,
    item: ListedSource,
    isEnough: (items) => [...aliases].every((alias) => items.some((item) => item.alias === alias)),
  });
  if (!listed.ok) return listed;
  const usable = listed.value.filter(({ alias }) => alias !== undefined && aliases.has(alias));
  const sources: Source[] = [];
  for (const read of await Promise.all(usable.map((source) => readFields(reader, source)))) {
    if (!read.ok) return read;
    sources.push(read.value);
  }
  return ok(sources);
}

async function readFields(
  reader: Reader,
  { id, alias = "" }: z.infer<typeof ListedSource>,
): Promise<Result<Source, Fault>> {
  const fields = await readAll(reader, {
    path: `dataSources/${encodeURIComponent(id)}/fields`,
    pageSize: fieldsAPage,
    item: ListedField,
  });
  return fields.ok ? ok({ alias, fields: fields.value }) : fields;
}
