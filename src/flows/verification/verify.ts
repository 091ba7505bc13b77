import { ok, type Result } from "../../result.ts";
import { type Acted, type Acting, accountIn, systemIdOf } from "../lifecycle/step-context.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import { isExempt } from "../planning/plan-sign-on.ts";
import { lookAtPending } from "../approval/approval.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import type { BusinessProcess } from "../model/business-process.ts";
import { addClient } from "./compare-client.ts";
import { compareSegmentsEnded } from "./compare-segmented.ts";
import type { FlowDeps, Place } from "../ports/deps.ts";
import type { AccountDraft } from "../request/draft.ts";
import { compare, compareRetired, conclude, type Expected, type Shown } from "./compare-account.ts";
import type { Fault } from "../model/fault.ts";
import { knowGroup } from "../inventory/group-history.ts";
import { lookAtSegments } from "./compare-learning.ts";
import { comparePending } from "../model/pending.ts";
import { processChangeOf } from "../request/permission-change.ts";
import type { IntegrationSystemUser } from "../ports/ports.ts";
import type { Request } from "../request/request.ts";
import { retryRead } from "../ports/retry.ts";
import type { Sight } from "../model/observation.ts";
import type { GroupPermissions } from "../model/tenant-reports.ts";
import type { Verification } from "../model/verification.ts";
import { lookAtRollback } from "./verify-rollback.ts";

/**
 * Looks at the tenant and compares it with what was asked. Changes nothing, and never fails: the credential
 * is issued by now, and a request that waited here would run out of time and take it away again. What cannot
 * be read after the usual tries counts as not seen.
 */
export async function verify(acting: Acting): Promise<Acted> {
  const { deps, place, request } = acting;
  const { draft } = request;
  if (draft.kind === "activate") return ok({ verification: await lookAtActivation(deps, request) });
  if (draft.kind === "rollback") return ok({ verification: await lookAtRollback(acting, draft) });
  const done = await deps.store.listDone();
  const expected = toExpected(request, [...done, request]);
  const shown: Shown = {
    user: await lookAtUser(deps, place, expected.systemId),
    ...(await lookAtGroups(deps, place)),
  };
  const verification = addClient(compareDraft(draft, expected, shown), request);
  if (draft.kind !== "segment") return ok({ verification });
  const segments = await lookAtSegments(acting, draft.segmented);
  return ok({ verification: conclude([...verification.items, ...segments]) });
}

function compareDraft(draft: AccountDraft, expected: Expected, shown: Shown): Verification {
  if (draft.kind === "retire") return compareRetired(expected, shown);
  const compared = compare(expected, shown);
  if (draft.kind !== "end-segments") return compared;
  return conclude([...compared.items, ...compareSegmentsEnded(draft.segmented, shown)]);
}

/** Whether what was approved is pending no more. Where nobody can see, nobody can say. */
async function lookAtActivation(deps: FlowDeps, request: Request): Promise<Verification> {
  const approved = await readShown(deps, request.id);
  const look = await lookAtPending(deps, request);
  if (!look.ok || look.value.pending.kind !== "seen" || approved.kind !== "seen") {
    const why = look.ok ? "The tenant has no report of what is pending." : look.error.words;
    return conclude([
      { kind: "unseen", words: `Whether everything was activated: not seen. ${why}` },
    ]);
  }
  const { changes } = look.value.pending;
  const { gone } = comparePending(approved.changes, changes);
  const left = approved.changes.filter((change) => !gone.includes(change));
  return conclude(
    left.map(({ policy, access, securityGroup }) => ({
      kind: "missing",
      words: `${[policy, access].filter((part) => part !== "").join(", ")} for ${securityGroup} is still pending.`,
    })),
  );
}

/**
 * What a request asked for, as the tenant would show it: of its group, what all requests together asked for.
 *
 * @param done requests that were carried out, oldest first, and this one
 */
export function toExpected(request: Request, done: readonly Request[]): Expected {
  const account = accountIn(request);
  const { userName, groupName, doNotAllowUiSessions, sessionTimeoutMinutes } = account;
  const existing = existingGroupOf(account);
  const { others, permissions, isInactive } = knowGroup(done, account);
  return {
    systemId: systemIdOf(request),
    userName,
    doNotAllowUiSessions,
    ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
    signOn: account,
    isExempt: isExempt(account),
    groupName,
    permissions,
    others,
    ...(existing && { existing }),
    ...(isInactive && { isGroupInactive: true }),
    ...(account.segmented && account.kind !== "end-segments" && { segmented: account.segmented }),
    businessProcesses: toProcesses(account),
    // What an inactive group holds counts for nothing: a read that is refused is as it should be.
    probes: isInactive ? [] : (request.facts.probes ?? []),
  };
}

/** What the group may initiate, and what an edit took away from it: no report tells of either. */
function toProcesses(account: AccountDraft): readonly BusinessProcess[] {
  const { kind, businessProcesses = [] } = account;
  if (kind !== "permissions") return businessProcesses;
  return [...businessProcesses, ...processChangeOf(account).removed];
}

export async function lookAtUser(
  deps: FlowDeps,
  { workday }: Place,
  systemId: string,
): Promise<Sight<IntegrationSystemUser | undefined>> {
  return toSight(await retryRead(deps.clock, () => workday.findUserOfSystem(systemId)));
}

/** Groups with their members, what they may do, and who is exempt from password expiration: one read of each for the whole tenant. */
export async function lookAtGroups(
  deps: FlowDeps,
  { workday }: Place,
): Promise<Omit<Shown, "user">> {
  const groups = toSight(await retryRead(deps.clock, () => workday.readSecurityGroups()));
  const permissions = toSight(await retryRead(deps.clock, () => workday.readGroupPermissions()));
  const exemptions = toSight(await retryRead(deps.clock, () => workday.readPasswordExemptions()));
  return {
    groups: whereThere(groups),
    permissions: unfold(permissions),
    exemptions: whereThere(exemptions),
  };
}

function toSight<Part>(read: Result<Part, Fault>): Sight<Part> {
  return read.ok
    ? { kind: "seen", part: read.value }
    : { kind: "cannot-see", words: read.error.words, isFailed: true };
}

const noReport = {
  kind: "cannot-see",
  words: "The tenant has no report of it.",
  isFailed: false,
} as const;

function whereThere<Part>(sight: Sight<Part | undefined>): Sight<Part> {
  if (sight.kind === "cannot-see") return sight;
  return sight.part === undefined ? noReport : { kind: "seen", part: sight.part };
}

function unfold(sight: Sight<GroupPermissions>): Shown["permissions"] {
  if (sight.kind === "cannot-see") return sight;
  return sight.part.kind === "cannot-see"
    ? noReport
    : { kind: "seen", part: sight.part.permissions };
}
