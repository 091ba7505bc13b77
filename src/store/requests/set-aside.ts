import { type Kysely, type RawBuilder, sql } from "kysely";
import type { OutboxRow } from "../../flows/ports/outbox.ts";
import type { Tables } from "../database/tables.ts";

/** Seconds until a row that could not be read or rendered is tried again. */
const asideForSeconds = 900;

/** What a list of rows leaves out. */
export const isInUse: RawBuilder<boolean> = sql<boolean>`
  coalesce(aside_until <= clock_timestamp(), true)`;

const tables = {
  request: { name: "announcement", key: "request" },
  notice: { name: "notice", key: "key" },
  direct: { name: "direct_message", key: "key" },
} as const satisfies Record<OutboxRow["kind"], { name: keyof Tables; key: string }>;

export async function setAside(db: Kysely<Tables>, { kind, key }: OutboxRow): Promise<void> {
  const { name, key: column } = tables[kind];
  await sql`
    update ${sql.table(name)}
    set aside_until = clock_timestamp() + make_interval(secs => ${asideForSeconds})
    where ${sql.ref(column)} = ${key}`.execute(db);
}

/** Whoever comes next tries all of it at once. */
export async function takeUpAgain(db: Kysely<Tables>): Promise<void> {
  for (const { name } of Object.values(tables)) {
    await sql`update ${sql.table(name)} set aside_until = null where aside_until is not null`.execute(
      db,
    );
  }
}

/** The rows that can be read. Of each other one `onUnreadable` hears, so that it stops nothing but itself. */
export function readEach<Row, One>(
  rows: readonly Row[],
  read: (row: Row) => One,
  onUnreadable: (row: Row, error: unknown) => void,
): readonly One[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      onUnreadable(row, error);
      return [];
    }
  });
}
