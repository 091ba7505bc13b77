import type { Fault } from "../../flows/model/fault.ts";
import type { Result } from "../../result.ts";
import { buildQuery } from "./build-query.ts";
import { WqlRow } from "./cells.ts";
import type { Fields } from "./match-fields.ts";
import { type Reader, readAll, unreadableWql } from "./read-all.ts";

/** A source, and its fields by column. */
export interface Selected {
  readonly source: string;
  readonly fields: Fields;
}

const rowsAPage = 200;

/** Reads every row of a source, and all that is asked of each. */
export async function selectRows(
  reader: Reader,
  { source, fields }: Selected,
): Promise<Result<readonly WqlRow[], Fault>> {
  const query = buildQuery({ source, fields: Object.values(fields) });
  if (!query.ok)
    return unreadableWql(`The WQL query of ${source} cannot be asked (${query.error}).`);
  const rows = { path: "data", query: { query: query.value }, pageSize: rowsAPage, item: WqlRow };
  return readAll(reader, rows);
}

/** Makes something of each row; one of which nothing can be made spoils the whole answer, since it may hide something. */
export function toAll<Item>(
  rows: readonly WqlRow[],
  source: string,
  toItem: (row: WqlRow) => Item | undefined,
): Result<readonly Item[], Fault> {
  const items = rows.map(toItem).filter((item) => item !== undefined);
  if (items.length === rows.length) return { ok: true, value: items };
  return unreadableWql(
    `A row of the WQL source ${source} holds something else than was expected, or lacks it.`,
  );
}
