import type { Config } from "../config/read-config.ts";
import { type DatabaseFacts, readDatabaseFacts } from "../store/database/database-facts.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { openDatabaseToLook } from "./open.ts";
import { withLimit } from "./with-limit.ts";

const area = "database";
const { ok, warning, failed } = findingsOf(area);

/** Looks at the database without bringing its tables up to date. */
export async function checkDatabase(
  { file, databaseUrl, databaseFolder }: Config,
  limitMs: number,
): Promise<readonly Finding[]> {
  if (file.database === "embedded" || databaseUrl === undefined) {
    const words = `Embedded: npm start brings its own PostgreSQL in ${databaseFolder}, for this one machine.`;
    return [ok("PostgreSQL", words)];
  }
  return withLimit({ area, what: "PostgreSQL", limitMs }, async () => {
    const database = openDatabaseToLook(databaseUrl);
    try {
      return judgeDatabase(await readDatabaseFacts(database.db));
    } catch (thrown) {
      return [judgeError(codeOf(thrown))];
    } finally {
      await database.close();
    }
  });
}

/** What the bot needs of its database, fact by fact. */
export function judgeDatabase(facts: DatabaseFacts): readonly Finding[] {
  return [judgeVersion(facts), judgeRights(facts), judgeMigrations(facts)];
}

const oldest = 14;

function judgeVersion({ version, isStandby }: DatabaseFacts): Finding {
  const what = "PostgreSQL";
  const major = Math.floor(version / 10_000);
  if (major < oldest) {
    return failed(what, `It is version ${major}.`, `Use PostgreSQL ${oldest} or newer.`);
  }
  if (isStandby) {
    const words = "It is a standby, which takes no writes.";
    return failed(what, words, "Let DATABASE_URL name the primary.");
  }
  return ok(what, `Version ${major} answers.`);
}

function judgeRights({ mayCreateSchema, mayCreateTables }: DatabaseFacts): Finding {
  const missing = [
    ...(mayCreateSchema ? [] : ["create a schema (grant create on database)"]),
    ...(mayCreateTables ? [] : ["create tables (grant create on schema)"]),
  ];
  if (missing.length === 0) return ok("rights", "The user may create what the bot needs.");
  const words = `The user may not ${missing.join(", nor ")}.`;
  return failed("rights", words, "Grant it, or make the user the database's owner.");
}

function judgeMigrations({ pending, unknown }: DatabaseFacts): Finding {
  const what = "tables";
  if (unknown.length > 0) {
    const words = `A newer version of the bot was here (${unknown.join(", ")}).`;
    return failed(what, words, "Run that version, or a newer one.");
  }
  if (pending.length === 0) return ok(what, "Up to date.");
  const remedy = "Nothing, if you meant to: npm start makes them. Back up a database in use first.";
  return warning(what, `npm start will change them: ${pending.join(", ")}.`, remedy);
}

interface Known {
  readonly words: string;
  readonly remedy: string;
}

const refused: Known = {
  words: "PostgreSQL does not accept the user or the password.",
  remedy: "Correct them in DATABASE_URL, or let the user in (pg_hba.conf).",
};
const away: Known = {
  words: "It cannot be reached.",
  remedy: "Start PostgreSQL, or correct host and port in DATABASE_URL; look at firewalls between.",
};

/** @see PostgreSQL 18, appendix "PostgreSQL Error Codes"; Node.js, "Common system errors" */
const known: ReadonlyMap<string, Known> = new Map([
  ["28P01", refused],
  ["28000", refused],
  [
    "3D000",
    {
      words: "There is no database of this name.",
      remedy: "Create it, or correct the name in DATABASE_URL.",
    },
  ],
  ["ECONNREFUSED", away],
  ["ENOTFOUND", away],
  ["EAI_AGAIN", away],
  ["EHOSTUNREACH", away],
  ["ENETUNREACH", away],
  ["ETIMEDOUT", away],
]);

/** A failure in words of ours; of PostgreSQL's own only the code is shown. */
export function judgeError(code: string): Finding {
  const { words, remedy } = known.get(code) ?? {
    words: `It gave no answer that the bot can use${code === "" ? "" : ` (${code})`}.`,
    remedy: "Look into PostgreSQL's log, and at TLS settings in DATABASE_URL.",
  };
  return failed("PostgreSQL", words, remedy);
}

function codeOf(thrown: unknown): string {
  const code: unknown =
    typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "code") : undefined;
  return typeof code === "string" && /^[A-Z0-9_]{3,40}$/.test(code) ? code : "";
}
