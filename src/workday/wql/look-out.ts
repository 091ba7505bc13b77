import type { Fault } from "../../flows/model/fault.ts";
import { ok, type Result } from "../../result.ts";
import { decideEyes, type Eyes, type Found } from "./decide-eye.ts";
import { discover } from "./discover.ts";
import { type Fields, matchFields, type Source } from "./match-fields.ts";
import type { Reader } from "./read-all.ts";
import { readGroups, type SeenGroups } from "./read-groups.ts";
import { remember } from "./remember.ts";
import { type Thing, wanted } from "./wanted.ts";

export interface LookOutOptions {
  readonly reader: Reader;
  /** The bot's own account, by user name. */
  readonly account: string;
  readonly reports: readonly Thing[];
  readonly named: Partial<Readonly<Record<Thing, Fields>>>;
}

/** What the tenant can be seen by, now. */
export interface Outlook {
  readonly eyes: Eyes;
  readonly ownGroups: readonly string[];
  /** Why WQL gave the client no answer. Where the next one may, what has no report is not known yet. */
  readonly client?: Fault;
}

export interface LookOut {
  readonly get: () => Promise<Outlook>;
  /** What the tenant lists to the bot's client of what the bot could use. */
  readonly findSources: () => Promise<Result<readonly Source[], Fault>>;
  /** Asks the tenant anew at the next look: something was not as it had said. */
  readonly forget: () => void;
}

/** Sources and fields seldom change. */
const sourcesForMs = 3_600_000;
/** What is hidden from the client can change at any activation. */
const witnessForMs = 60_000;
const faultForMs = 60_000;

/** Finds out what the tenant's WQL shows to the bot's client, and chooses the eyes. Changes nothing. */
export function createLookOut({ reader, account, reports, named }: LookOutOptions): LookOut {
  const spans = { faultForMs, elapsedMs: reader.elapsedMs };
  const sources = remember(() => discover(reader), { ...spans, forMs: sourcesForMs });
  const groups = remember(lookForGroups, { ...spans, forMs: witnessForMs });

  async function lookForGroups(): Promise<Result<SeenGroups, Fault>> {
    const listed = await sources.get();
    if (!listed.ok) return listed;
    const match = matchFields(wanted.securityGroups, listed.value, named.securityGroups);
    return match.kind === "fine" ? readGroups(reader, match, account) : ok(nothing);
  }

  async function find(): Promise<Result<Omit<Outlook, "client">, Fault>> {
    const listed = await sources.get();
    if (!listed.ok) return listed;
    const seen = await groups.get();
    if (!seen.ok) return seen;
    const { witness, ownGroups } = seen.value;
    const found: Found = { kind: "found", sources: listed.value, witness };
    return ok({ eyes: decideEyes({ found, reports, named }), ownGroups });
  }

  async function get(): Promise<Outlook> {
    const found = await find();
    if (found.ok) return found.value;
    const failed: Found = { kind: "failed", words: found.error.words };
    const eyes = decideEyes({ found: failed, reports, named });
    return { eyes, ownGroups: [], client: found.error };
  }

  return {
    get,
    findSources: sources.get,
    forget: () => {
      sources.forget();
      groups.forget();
    },
  };
}

/** Where no group can be read, nothing that is known to be there shows. */
const nothing: SeenGroups = {
  groups: [],
  ownGroups: [],
  witness: { showsOwnGroup: false, showsOwnDomains: false, showsProcesses: false },
};
