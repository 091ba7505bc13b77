import { type Fields, type Match, matchFields, type Source } from "./match-fields.ts";
import { type Thing, wanted } from "./wanted.ts";

/** What the tenant's WQL has for the bot's client. */
export type Found =
  /** The configuration names no client. */
  | { readonly kind: "no-client" }
  /** It could not be asked: nothing is seen by it. */
  | { readonly kind: "failed"; readonly words: string }
  | {
      readonly kind: "found";
      readonly sources: readonly Source[];
      readonly witness: Witness;
    };

/**
 * Whether WQL shows what is known to be there. Workday hides rows from whoever may not see them, and an answer without them
 * looks like any other: where one that has to be there is hidden, others may be.
 */
export interface Witness {
  /** The bot's own account, in an active group. */
  readonly showsOwnGroup: boolean;
  /** A domain that this group holds, or the bot could not do what it does. */
  readonly showsOwnDomains: boolean;
  /** Some business process type that some group has to do with: each tenant comes with such. */
  readonly showsProcesses: boolean;
}

/** By what the bot sees one thing. */
export type Eye =
  | { readonly kind: "wql"; readonly source: string; readonly fields: Fields }
  /** `why` WQL does not take its place; empty where there is no client. */
  | { readonly kind: "report"; readonly why: string }
  /** Policies in which something is pending, and not what: it counts as not seeing. */
  | {
      readonly kind: "only-that";
      readonly source: string;
      readonly fields: Fields;
      readonly reason: "no-field";
      readonly why: string;
    }
  | { readonly kind: "shut"; readonly reason: ShutBy; readonly why: string };

/** What keeps an eye shut. */
export type ShutBy =
  | "no-client"
  /** WQL gave no answer to the client. */
  | "failed"
  | "no-source"
  | "no-field"
  /** Something does not show that is known to be there. */
  | "hidden"
  /** What is pending is not seen, without which the rest would mislead. */
  | "no-pending";

export type Eyes = Readonly<Record<Thing, Eye>>;

/** What the eyes are chosen by. */
export interface Choice {
  readonly found: Found;
  /** What the configuration names a custom report for; the two of what is pending by themselves. */
  readonly reports: readonly Thing[];
  /** The configuration's own aliases, by column. */
  readonly named: Partial<Readonly<Record<Thing, Fields>>>;
}

/**
 * Chooses the eye for each thing: WQL where it shows as finely as the report would and shows what is known to be there; else
 * the report; else, of what is pending, that there is something. Everything else is a shut eye, with the reason.
 *
 * What a group may do is seen by WQL only where what is pending is seen too: an addition that waits would be missing.
 */
export function decideEyes(choice: Choice): Eyes {
  const pendingDomainPolicies = decideEye("pendingDomainPolicies", choice);
  const permissions = decideEye("groupPermissions", choice);
  const seesPending =
    pendingDomainPolicies.kind === "wql" || pendingDomainPolicies.kind === "report";
  return {
    pendingDomainPolicies,
    pendingBusinessProcessPolicies: decideEye("pendingBusinessProcessPolicies", choice),
    securityGroups: decideEye("securityGroups", choice),
    groupPermissions:
      permissions.kind === "wql" && !seesPending ? shut("no-pending", withoutPending) : permissions,
    accounts: decideEye("accounts", choice),
  };
}

const withoutPending =
  "WQL shows what groups may do, and nothing shows what is pending for them: that would be missing.";

function decideEye(thing: Thing, { found, reports, named }: Choice): Eye {
  const byWql = decideByWql(thing, found, named[thing]);
  if (!reports.includes(thing)) return byWql;
  if (byWql.kind === "wql") {
    const why = describeLackBesides(thing, byWql);
    return why === undefined ? byWql : { kind: "report", why };
  }
  const isWithout = byWql.kind === "shut" && byWql.reason === "no-client";
  return { kind: "report", why: isWithout ? "" : byWql.why };
}

function decideByWql(thing: Thing, found: Found, named: Fields | undefined): Eye {
  if (found.kind === "no-client") return shut("no-client", noClient);
  if (found.kind === "failed") return shut("failed", found.words);
  const hidden = findHidden(thing, found.witness);
  const match = matchFields(wanted[thing], found.sources, named);
  switch (match.kind) {
    case "fine":
      return hidden === undefined ? { ...match, kind: "wql" } : shut("hidden", hidden);
    case "coarse": {
      const why = describeLack(match);
      const { source, fields } = match;
      const isOpen = hidden === undefined && isPending(thing);
      const reason = "no-field";
      return isOpen ? { kind: "only-that", source, fields, reason, why } : shut(reason, why);
    }
    case "useless":
      return shut("no-field", describeLack(match));
    case "no-source":
      return shut("no-source", describeLack(match));
  }
}

/** What a report shows, and this source does not; `undefined` for nothing. */
function describeLackBesides(
  thing: Thing,
  { source, fields }: Extract<Eye, { readonly kind: "wql" }>,
): string | undefined {
  const missing = wanted[thing].besides
    .filter(({ isInReport = false, column }) => isInReport && !Object.hasOwn(fields, column))
    .map(({ column }) => column);
  return missing.length === 0 ? undefined : describeLack({ kind: "useless", source, missing });
}

const noClient = "The configuration names neither an API client of the bot's own nor a report.";

function shut(reason: ShutBy, why: string): Eye {
  return { kind: "shut", reason, why };
}

function isPending(thing: Thing): boolean {
  return thing === "pendingDomainPolicies" || thing === "pendingBusinessProcessPolicies";
}

/** What is known to be there for this thing, and is not shown. */
function findHidden(thing: Thing, witness: Witness): string | undefined {
  if (!witness.showsOwnGroup) {
    return "WQL does not show the bot's own account in an active group, though it is in one: rows are hidden from the client.";
  }
  switch (thing) {
    case "securityGroups":
    // The list shows the bot's own account whenever it is read, or it counts for nothing.
    case "accounts":
      return undefined;
    case "pendingBusinessProcessPolicies":
      return witness.showsProcesses ? undefined : noProcesses;
    case "pendingDomainPolicies":
    case "groupPermissions":
      return witness.showsOwnDomains ? undefined : noDomains;
  }
}

const noProcesses = "WQL shows no business process of any group: they are hidden from the client.";
const noDomains =
  "WQL does not show Integration Security among the domains of the bot's own group, which holds it: domains are hidden from the client.";

function describeLack(match: Exclude<Match, { readonly kind: "fine" }>): string {
  switch (match.kind) {
    case "no-source":
      return `WQL lists no source ${match.wanted.join(" or ")} to the client.`;
    case "useless":
      return `The source ${match.source} has no field for ${match.missing.join(", ")}.`;
    case "coarse":
      return `The source ${match.source} has no field of the right type for ${match.missing.join(", ")}.`;
  }
}
