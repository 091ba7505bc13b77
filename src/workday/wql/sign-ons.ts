import { isSameAccount } from "../../flows/model/account-name.ts";
import type { Fault } from "../../flows/model/fault.ts";
import { instant } from "../../flows/model/ids.ts";
import type { LoggedSignOn, SignOnLog, TimeSpan } from "../../flows/model/sign-on-log.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { ok, type Result } from "../../result.ts";
import { addressIn, readMoment } from "../fields/log-parts.ts";
import { buildQuery } from "./build-query.ts";
import { readFlag, readName, WqlRow } from "./cells.ts";
import { type Fields, matchFields, type Source } from "./match-fields.ts";
import { isTooMany, type Reader, readAll, unreadableWql } from "./read-all.ts";
import { isPassing } from "./remember.ts";
import type { Wanted } from "./wanted.ts";

type ReadSignOns = (span: TimeSpan) => Promise<Result<SignOnLog, Fault>>;

/**
 * The tenant's log of sign-ons as WQL has it. Source, fields, filter and parameters were recorded from a real tenant;
 * it has none for the channel, nor for what an authentication policy forbids.
 */
export const wantedSignOns: Wanted = {
  sources: ["allSystemAccountSignons"],
  subject: {
    column: "Sign_On",
    aliases: ["workdayAccountSignOn"],
    types: ["self referencing instance"],
  },
  needed: [
    { column: "At", aliases: ["sign_OnTime"], types: ["date"] },
    { column: "Account", aliases: ["systemAccount1"], types: ["single instance", "text"] },
    { column: "Failed", aliases: ["failedSignOn"], types: ["boolean"] },
  ],
  besides: [
    { column: "Locked", aliases: ["accountLockedDisabledOrExpired"], types: ["boolean"] },
    { column: "Wrong", aliases: ["invalidCredentials"], types: ["boolean"] },
    { column: "Address", aliases: ["signonIPAddress"], types: ["text"] },
    { column: "Type", aliases: ["authenticationType"], types: ["single instance", "text"] },
  ],
};

const filter = "workdaySystemAccountSignonsInRange";
const pageSize = 1_000;
/** As many as of the web service's log. */
const mostLines = 10_000;

interface SignOnsOptions {
  readonly reader: Reader;
  /** What the tenant lists to the bot's client. */
  readonly findSources: () => Promise<Result<readonly Source[], Fault>>;
  /** The bot's own account, by user name. */
  readonly account: string;
}

/**
 * Reads the tenant's log of sign-ons within a time by WQL. Changes nothing. `rejected`: the tenant lists no such source
 * to the client, or not with these fields.
 *
 * @see Workday WQL, source `allSystemAccountSignons`; that an account is named by its user name is an inference
 */
export function createWqlSignOns({ reader, findSources, account }: SignOnsOptions): ReadSignOns {
  return async (span) => {
    const listed = await findSources();
    if (!listed.ok) return listed;
    const match = matchFields(wantedSignOns, listed.value);
    if (match.kind !== "fine") return notThere;
    const { source, fields } = match;
    const query = buildQuery({
      source,
      fields: Object.values(fields),
      filter,
      parameters: write(span),
    });
    if (!query.ok) return notThere;
    const rows = await readAll(reader, {
      path: "data",
      query: { query: query.value },
      pageSize,
      item: WqlRow,
      most: mostLines,
    });
    if (!rows.ok) return isTooMany(rows) ? ok({ kind: "too-many" }) : rows;
    const lines = rows.value.map((row) => toLine(row, fields));
    if (lines.includes("unreadable")) return unreadable;
    return ok({ kind: "seen", signOns: keepKnown(lines, span, account), by: "wql" });
  };
}

const notThere: Result<never, Fault> = {
  ok: false,
  error: {
    kind: "rejected",
    outside: "Workday",
    words: "WQL lists no source of sign-ons to the bot's own API client.",
  },
};
const unreadable = unreadableWql("A sign-on in the answer of WQL says no moment.");

function write({ from, to }: TimeSpan): Readonly<Record<string, string>> {
  return { fromMoment: new Date(from).toISOString(), toMoment: new Date(to).toISOString() };
}

type Outcome = LoggedSignOn["outcome"] | "left-out";

type Line = Omit<LoggedSignOn, "outcome"> & { readonly outcome: Outcome };

/** `undefined` for an attempt of somebody who is no account. */
function toLine(row: WqlRow, fields: Fields): Line | "unreadable" | undefined {
  function text(column: string): string {
    return readName(row, fields[column]) ?? "";
  }
  const userName = text("Account");
  if (userName === "") return undefined;
  const at = readMoment(text("At"));
  if (at === undefined) return "unreadable";
  return {
    userName,
    at: instant(at),
    outcome: toOutcome(row, fields),
    address: addressIn(text("Address")),
    channel: "",
    type: truncate(text("Type"), 100),
  };
}

/** A lock stands before a wrong password, since the right one would not help. */
function toOutcome(row: WqlRow, fields: Fields): Outcome {
  function flag(column: string): boolean | "left-out" | undefined {
    return readFlag(row, fields[column]);
  }
  if (flag("Locked") === true) return "locked-or-expired";
  if (flag("Wrong") === true) return "wrong-password";
  const failed = flag("Failed");
  if (failed === false) return "signed-on";
  return failed === "left-out" ? "left-out" : "unsaid";
}

/**
 * Whether Workday leaves out a *failed* that is no, or says so, the bot's own sign-ons tell: without one of them, a
 * line that does not say how it ended is no evidence of anything.
 */
function keepKnown(
  lines: readonly (Line | "unreadable" | undefined)[],
  { from, to }: TimeSpan,
  account: string,
): readonly LoggedSignOn[] {
  const read = lines.filter((line) => typeof line === "object");
  const isOwnLeftOut = read.some(
    ({ userName, outcome }) => outcome === "left-out" && isSameAccount(userName, account),
  );
  return read
    .filter(({ at }) => at >= from && at < to)
    .flatMap(({ outcome, ...line }) => {
      if (outcome !== "left-out") return [{ ...line, outcome }];
      return isOwnLeftOut ? [{ ...line, outcome: "signed-on" }] : [];
    });
}

/**
 * Reads the log by the web service, and by WQL where that is not open to the bot. Where neither is, what the web
 * service said stands.
 */
export function readByEither(byService: ReadSignOns, byWql: ReadSignOns): ReadSignOns {
  return async (span) => {
    const read = await byService(span);
    if (read.ok || isPassing(read.error)) return read;
    const seen = await byWql(span);
    return seen.ok || isPassing(seen.error) ? seen : read;
  };
}
