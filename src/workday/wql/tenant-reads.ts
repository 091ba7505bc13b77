import type { Fault } from "../../flows/model/fault.ts";
import type { ListedAccount } from "../../flows/model/listed-account.ts";
import type { PendingChange, PendingChanges } from "../../flows/model/pending.ts";
import type { GroupPermissions } from "../../flows/model/tenant-reports.ts";
import type { SecurityGroup } from "../../flows/ports/workday.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Eye } from "./decide-eye.ts";
import type { LookOut, Outlook } from "./look-out.ts";
import { readAccounts } from "./read-accounts.ts";
import { type Reader, unreadableWql } from "./read-all.ts";
import { readGroups } from "./read-groups.ts";
import { type PendingThing, readPending, readPolicies } from "./read-pending.ts";
import { listAdded, readPermissions } from "./read-permissions.ts";
import { isPassing } from "./remember.ts";
import { type Selected } from "./select-rows.ts";
import type { Thing } from "./wanted.ts";

/** The custom reports, each asked only where the configuration names it. */
export interface ReportReads {
  readonly configured: readonly Thing[];
  readonly pending: (
    thing: PendingThing,
  ) => Promise<Result<readonly PendingChange[] | undefined, Fault>>;
  readonly groups: () => Promise<Result<readonly SecurityGroup[] | undefined, Fault>>;
  readonly permissions: () => Promise<Result<GroupPermissions, Fault>>;
  readonly accounts: () => Promise<Result<readonly ListedAccount[] | undefined, Fault>>;
}

/** What of the tenant is seen by WQL or by reports, whichever eye is open. Every read may be repeated. */
export interface TenantReads {
  readonly readPendingChanges: () => Promise<Result<PendingChanges, Fault>>;
  readonly readSecurityGroups: () => Promise<Result<readonly SecurityGroup[] | undefined, Fault>>;
  readonly readGroupPermissions: () => Promise<Result<GroupPermissions, Fault>>;
  readonly readAccounts: () => Promise<Result<readonly ListedAccount[] | undefined, Fault>>;
}

interface TenantReadsOptions {
  readonly lookOut: Pick<LookOut, "get" | "forget">;
  readonly reader: Reader;
  /** The bot's own account, by user name. */
  readonly account: string;
  readonly reports: ReportReads;
}

/** One half of what is pending. */
type Half =
  | { readonly kind: "seen"; readonly changes: readonly PendingChange[] }
  | { readonly kind: "unseen"; readonly why: string; readonly policies?: readonly string[] };

interface Ways<Seen> {
  readonly byWql: (eye: Extract<Eye, Selected>, outlook: Outlook) => Promise<Result<Seen, Fault>>;
  readonly byReport: () => Promise<Result<Seen, Fault>>;
  readonly unseen: (why: string) => Seen;
}

/**
 * Joins the eyes of one tenant. An eye that answers something else than it said it would is shut: the report is read in its
 * place, or nothing is seen. What merely did not arrive is a fault, and may be asked for again.
 */
export function createTenantReads(options: TenantReadsOptions): TenantReads {
  const { reports } = options;
  return {
    readPendingChanges: async () => {
      const [domains, processes] = await Promise.all([
        seePending(options, "pendingDomainPolicies"),
        seePending(options, "pendingBusinessProcessPolicies"),
      ]);
      if (!domains.ok) return domains;
      return processes.ok ? ok(joinHalves([domains.value, processes.value])) : processes;
    },
    readSecurityGroups: () =>
      see<readonly SecurityGroup[] | undefined>(options, "securityGroups", {
        byWql: (eye) => readGroupsBy(options, eye),
        byReport: reports.groups,
        unseen: () => undefined,
      }),
    readGroupPermissions: () =>
      see<GroupPermissions>(options, "groupPermissions", {
        byWql: (eye, outlook) => readPermissionsBy(options, eye, outlook),
        byReport: reports.permissions,
        unseen: () => ({ kind: "cannot-see" }),
      }),
    readAccounts: () =>
      see<readonly ListedAccount[] | undefined>(options, "accounts", {
        byWql: (eye) => readAccounts(options.reader, eye, options.account),
        byReport: reports.accounts,
        unseen: () => undefined,
      }),
  };
}

async function readPermissionsBy(
  options: TenantReadsOptions,
  eye: Selected,
  { ownGroups }: Outlook,
): Promise<Result<GroupPermissions, Fault>> {
  const active = await readPermissions(options.reader, eye, ownGroups);
  if (!active.ok) return active;
  const pending = await seePending(options, "pendingDomainPolicies");
  if (!pending.ok) return pending;
  if (pending.value.kind === "unseen") return ok({ kind: "cannot-see" });
  const added = listAdded(pending.value.changes);
  return ok({ kind: "seen", permissions: [...active.value, ...added], by: "wql" });
}

async function readGroupsBy(
  { reader, account }: TenantReadsOptions,
  eye: Selected,
): Promise<Result<readonly SecurityGroup[], Fault>> {
  const seen = await readGroups(reader, eye, account);
  if (!seen.ok) return seen;
  if (!seen.value.witness.showsOwnGroup) return unreadableWql(ownIsHidden);
  return ok(seen.value.groups.map((group) => ({ ...group, by: "wql" })));
}

const ownIsHidden =
  "WQL does not show the bot's own account in an active group any more: rows are hidden from the client.";

async function see<Seen>(
  { lookOut, reports }: TenantReadsOptions,
  thing: Thing,
  { byWql, byReport, unseen }: Ways<Seen>,
): Promise<Result<Seen, Fault>> {
  const outlook = await lookOut.get();
  const eye = outlook.eyes[thing];
  if (eye.kind === "report") return byReport();
  if (eye.kind === "shut") {
    const { client } = outlook;
    return client !== undefined && isPassing(client) ? err(client) : ok(unseen(eye.why));
  }
  const seen = await byWql(eye, outlook);
  if (seen.ok) return seen;
  if (!isPassing(seen.error)) lookOut.forget();
  if (reports.configured.includes(thing)) return byReport();
  return isPassing(seen.error) ? seen : ok(unseen(seen.error.words));
}

function seePending(
  options: TenantReadsOptions,
  thing: PendingThing,
): Promise<Result<Half, Fault>> {
  const { reader, reports } = options;
  return see<Half>(options, thing, {
    byWql: (eye) => readHalf(reader, thing, eye),
    byReport: async () => {
      const read = await reports.pending(thing);
      if (!read.ok) return read;
      const { value: changes } = read;
      return ok(changes === undefined ? { kind: "unseen", why: "" } : { kind: "seen", changes });
    },
    unseen: (why) => ({ kind: "unseen", why }),
  });
}

async function readHalf(
  reader: Reader,
  thing: PendingThing,
  eye: Extract<Eye, Selected>,
): Promise<Result<Half, Fault>> {
  if (eye.kind === "only-that") {
    const policies = await readPolicies(reader, thing, eye);
    if (!policies.ok) return policies;
    return ok({ kind: "unseen", why: eye.why, policies: policies.value });
  }
  const changes = await readPending(reader, thing, eye);
  return changes.ok ? ok({ kind: "seen", changes: changes.value }) : changes;
}

/** Both halves are needed to see: with one of them the other would be hidden. */
function joinHalves(halves: readonly Half[]): PendingChanges {
  const changes = halves.flatMap((half) => (half.kind === "seen" ? half.changes : []));
  const unseen = halves.filter((half) => half.kind === "unseen");
  if (unseen.length === 0) return { kind: "seen", changes };
  const policies = [
    ...changes.map(({ policy }) => policy),
    ...unseen.flatMap((half) => half.policies ?? []),
  ];
  const why = [...new Set(unseen.map((half) => half.why))].join(" ");
  const named = [...new Set(policies)].toSorted(byCodeUnit);
  return { kind: "cannot-see", why, ...(named.length > 0 && { policies: named }) };
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : 1;
}
