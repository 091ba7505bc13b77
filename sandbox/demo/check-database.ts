import { createHmac } from "node:crypto";
import { Client } from "pg";
import { z } from "zod";
import { findEmbeddedDatabase } from "../embedded-database.ts";
import { type Check, equal, holds } from "./check.ts";
import { secretsOf } from "./check-leaks.ts";
import type { Requests } from "./check-tenant.ts";
import type { Play } from "./play.ts";
import { isIn } from "./spellings.ts";

const Tables = z.array(z.object({ name: z.string() }));
const Rows = z.array(z.object({ row: z.string() }));
const Entries = z.array(
  z.object({
    seq: z.coerce.number(),
    at: z.coerce.number(),
    // Absent from the seal too, where an entry is about none, such as that of a start with other rules.
    request: z
      .string()
      .nullable()
      .transform((request) => request ?? undefined),
    by: z.string(),
    kind: z.string(),
    body: z.json(),
    previous: z.string(),
    mac: z.string(),
  }),
);
type Entry = z.infer<typeof Entries>[number];

/** Reads the bot's whole database, past the bot. */
export async function checkDatabase(play: Play, requests: Requests): Promise<readonly Check[]> {
  const database = findEmbeddedDatabase(play.sandbox.folder);
  if (database === undefined) return [holds("the embedded PostgreSQL can be read", false)];
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return [...(await checkRows(play, client)), ...(await checkAudit(play, client, requests))];
  } finally {
    await client.end();
  }
}

async function checkRows(play: Play, client: Client): Promise<readonly Check[]> {
  const secrets = secretsOf(play);
  const tables = await readTables(client);
  const guilty: string[] = [];
  let rows = 0;
  let hasKnownText = false;
  for (const { name } of tables) {
    const { rows: raw } = await client.query(`select to_jsonb(one)::text as row from ${name} one`);
    for (const { row } of Rows.parse(raw)) {
      rows += 1;
      hasKnownText ||= isIn(row, "ISU_Viva_Learning");
      if (secrets.some((secret) => isIn(row, secret))) guilty.push(name);
    }
  }
  return [
    holds("the search through the database finds what is there", hasKnownText),
    equal(
      `no password and no token is in any of ${rows} rows of ${tables.length} tables`,
      guilty,
      [],
    ),
  ];
}

async function readTables(client: Client): Promise<z.infer<typeof Tables>> {
  const { rows } = await client.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  return Tables.parse(rows);
}

async function checkAudit(
  { sandbox }: Play,
  client: Client,
  requests: Requests,
): Promise<readonly Check[]> {
  const { rows } = await client.query("select * from audit order by seq");
  const entries = Entries.parse(rows);
  const broken = entries.filter(
    (entry, index) => !follows(entry, entries[index - 1], sandbox.tokens.auditKey),
  );
  const kinds = new Set(entries.map(({ request, kind }) => `${request} ${kind}`));
  const wanted = [
    `${requests.created} opened`,
    `${requests.created} approved`,
    `${requests.created} done`,
    `${requests.denied} closing`,
    `${requests.denied} ended`,
    `${requests.byPerson} done`,
  ];
  return [
    equal(
      `the audit trail's ${entries.length} entries are one unbroken chain under the operator's key`,
      broken.map(({ seq }) => seq),
      [],
    ),
    equal(
      "it tells how each request was opened, decided and ended",
      wanted.filter((one) => !kinds.has(one)),
      [],
    ),
  ];
}

/** Each entry carries the seal of the one before, and a seal over itself. */
function follows({ mac, ...entry }: Entry, before: Entry | undefined, key: string): boolean {
  const seal = createHmac("sha256", key).update(canonicalJson(entry)).digest("hex");
  const isNext = entry.seq === (before?.seq ?? 0) + 1 && entry.previous === (before?.mac ?? "");
  return isNext && seal === mac;
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner;
    const sorted = Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted);
  });
}
