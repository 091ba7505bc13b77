import type { StepContext } from "../lifecycle/step-context.ts";
import { formatUtc, type RequestId } from "../model/ids.ts";
import { isSameName } from "../model/names.ts";
import type { PendingChange } from "../model/pending.ts";
import type { GroupPermission, SecurityTimestamp } from "../model/tenant-reports.ts";
import { unseen, type Verification, type VerificationItem } from "../model/verification.ts";
import { retryRead } from "../ports/retry.ts";
import type { RollbackDraft } from "../request/draft.ts";
import { isRolledBack, listNotPending, sortNewestFirst, toNewestKey } from "../request/rollback.ts";
import { byEye, expectThat, found, judge } from "./expectation.ts";

/** Whether the tenant is back where it was asked to be, by each report that it has. Changes nothing. */
export async function lookAtRollback(
  acting: StepContext,
  draft: RollbackDraft,
): Promise<Verification> {
  const looked = {
    "active-timestamp": await lookAtTimestamps(acting, draft),
    "pending-again": await lookAtPendingAgain(acting, draft),
    "in-force": await lookAtForce(acting, draft),
    others: describeUnknown(draft),
  };
  return judge({
    expected: facts.map((fact) => expectThat(fact, whats[fact], lookAt)),
    findings: facts.flatMap((fact) =>
      byEye(fact === "pending-again" ? "pending" : "report", [found(fact, looked[fact])]),
    ),
  });
}

const facts = ["active-timestamp", "pending-again", "in-force", "others"] as const;

const whats: Readonly<Record<(typeof facts)[number], string>> = {
  "active-timestamp": "The active timestamp",
  "pending-again": "Whether the later changes are pending again",
  "in-force": "What the groups may do now",
  others: "What others activated since",
};

const lookAt = "Look at View All Security Timestamps, and at the policies with pending changes.";

async function lookAtTimestamps(
  { deps, place, request }: StepContext,
  draft: RollbackDraft,
): Promise<readonly VerificationItem[]> {
  const read = await retryRead(deps.clock, () => place.workday.readTimestamps());
  if (!read.ok) return [unseen("The active timestamp", read.error.words)];
  if (read.value.kind === "cannot-see") return [unseen("The active timestamp", noReport)];
  return compareTimestamps(draft, read.value.timestamps, request.id);
}

/**
 * What the report of activations says of a roll back. Whether a tenant's report drops the later ones, keeps
 * them or adds one for the roll back is not known: only an activation of somebody else's contradicts.
 */
export function compareTimestamps(
  draft: RollbackDraft,
  timestamps: readonly SecurityTimestamp[],
  id: RequestId,
): readonly VerificationItem[] {
  const [newest] = sortNewestFirst(timestamps);
  if (newest === undefined) return [unseen("The active timestamp", "The report is empty.")];
  if (isRolledBack(draft, timestamps, id)) return [];
  if (toNewestKey(timestamps) === toNewestKey(draft.undone)) {
    return [
      unseen(
        "The active timestamp",
        "The report lists the later activations still. Look at View All Security Timestamps.",
      ),
    ];
  }
  return [
    {
      kind: "other",
      words: `Another activation, of ${formatUtc(newest.at)}, is the newest: it made live what was pending.`,
    },
  ];
}

async function lookAtPendingAgain(
  { deps, place }: StepContext,
  { again }: RollbackDraft,
): Promise<readonly VerificationItem[]> {
  if (again.length === 0) return [];
  const read = await retryRead(deps.clock, () => place.workday.readPendingChanges());
  const what = "Whether the later changes are pending again";
  if (!read.ok) return [unseen(what, read.error.words)];
  if (read.value.kind !== "seen") return [unseen(what, noReport)];
  return listNotPending(again, read.value.changes).map((change) => ({
    kind: "missing",
    words: `${describeChange(change)} (${change.change}) is not pending again.`,
  }));
}

async function lookAtForce(
  { deps, place }: StepContext,
  { again }: RollbackDraft,
): Promise<readonly VerificationItem[]> {
  const domains = again.filter(({ kind }) => kind === "domain");
  if (domains.length === 0) return [];
  const read = await retryRead(deps.clock, () => place.workday.readGroupPermissions());
  const what = "What the groups may do now";
  if (!read.ok) return [unseen(what, read.error.words)];
  if (read.value.kind === "cannot-see") return [unseen(what, noReport)];
  const active = read.value.permissions.filter(({ status }) => status === "active");
  return domains.flatMap((change) => compareForce(change, active));
}

/** What was added is in force no more, and what was removed is in force again. */
function compareForce(
  change: PendingChange,
  active: readonly GroupPermission[],
): readonly VerificationItem[] {
  const isActive = active.some(
    ({ securityGroup, access, domain }) =>
      isSameName(securityGroup, change.securityGroup) &&
      isSameName(access, change.access) &&
      isSameName(domain, change.policy),
  );
  if (change.change === "Removed") {
    return isActive
      ? []
      : [{ kind: "missing", words: `${describeChange(change)} is not in force again.` }];
  }
  return isActive
    ? [{ kind: "too-much", words: `${describeChange(change)} is still in force.` }]
    : [];
}

/** What nobody could compare. */
function describeUnknown({ undone }: RollbackDraft): readonly VerificationItem[] {
  const count = undone.filter(({ request }) => request === undefined).length;
  if (count === 0) return [];
  return [unseen("What others activated since", `No request of the bot tells it (${count}).`)];
}

function describeChange({ policy, action, access, securityGroup }: PendingChange): string {
  const what = [policy, action, access].filter((part) => part !== "").join(", ");
  return `${what} for ${securityGroup}`;
}

const noReport = "The tenant has no report of it.";
