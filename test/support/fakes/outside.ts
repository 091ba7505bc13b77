import { Client } from "pg";
import { expect } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import type { Opened, Play } from "../processes/play.ts";

/** Every password that was ever put to Workday or stored, and every token: none may be seen anywhere else. */
function listCanaries({ workday, vault, tokens }: Play): readonly string[] {
  return [
    ...workday.passwordsSeen,
    ...vault.valuesSeen,
    "Sandbox-bot-9Kd2",
    tokens.botKeys.privateKey,
    tokens.runnerKeys.privateKey,
    tokens.auditKey,
    tokens.signingSecret,
  ];
}

/** Looks for every secret of the play in Slack's traffic, the bot's log and the whole database. */
export async function expectNoSecretAnywhere(play: Play): Promise<void> {
  const canaries = listCanaries(play);
  const log = play.bot().lines.join("\n");
  const database = await dumpDatabase(play.databaseUrl);
  const leaks = canaries.flatMap((canary) => [
    ...(play.slack.trafficWith(canary).length > 0 ? ["slack"] : []),
    ...(log.includes(canary) ? ["log"] : []),
    ...(isIn(database, canary) ? ["database"] : []),
  ]);

  expect(canaries.length).toBeGreaterThan(4);
  expect(database.length).toBeGreaterThan(1_000);
  expect(leaks).toEqual([]);
}

/** Binary columns come as hexadecimal, and the engine may keep text in base64. */
function isIn(database: string, canary: string): boolean {
  const bytes = Buffer.from(canary, "utf8");
  const base64 = bytes.toString("base64").replace(/=+$/, "").slice(0, -1);
  return [canary, bytes.toString("hex"), base64].some((text) => database.includes(text));
}

/** Every row of every table, as text. */
async function dumpDatabase(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await client.query<{ text: string }>(
        `select coalesce(row_to_json(one)::text, '') as text from ${name} one`,
      );
      texts.push(...rows.rows.map(({ text }) => `${name} ${text}`));
    }
    return texts.join("\n");
  } finally {
    await client.end();
  }
}

/** One system, one activation and one enabled password for a request, and one message. */
export function expectOneOfEach({ workday, vault, slack }: Play, { id }: Opened): void {
  const tenant = workday.tenant("acme_dpt1");
  const enabled = vault
    .secrets()
    .flatMap(({ versions }) => versions)
    .filter((version) => version.enabled && version.tags?.["request"] === id);
  const own = id.replace("-", "_");

  expect(tenant.integrationSystems().filter((system) => system.id.includes(own))).toHaveLength(1);
  expect(tenant.timestamps().filter(({ comment }) => comment.includes(id))).toHaveLength(1);
  expect(enabled).toHaveLength(1);
  expect(
    slack.messages("workday-access").filter((message) => textOf(message).includes(id)),
  ).toHaveLength(1);
}
