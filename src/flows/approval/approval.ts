import { ok, type Result } from "../../result.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readMemberships } from "../inventory/other-groups.ts";
import { readOthers, readSignOnOthers } from "../inventory/read-others.ts";
import { kindOf } from "../kinds/kinds.ts";
import type { Fault } from "../model/fault.ts";
import { type PendingChanges, seenIn, toChangeKey, toDigestText } from "../model/pending.ts";
import { describeExpected } from "../planning/describe-expected.ts";
import { listExpected, missingFrom } from "../planning/expected-changes.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { type GoesLive, listMemberRequests, type OtherRequest } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import { listRegained, toNewestKey } from "../request/rollback.ts";
import { lastApproved } from "../request/whole-approval.ts";
import { activatesSignOn } from "../step-kinds/facts.ts";
import type { ApprovalStep } from "../tasks/step.ts";
import { listBars } from "./following-bars.ts";

/** What is pending now, and the digest that an approval of this request would count for. */
export interface PendingLook extends GoesLive {
  readonly digest: string;
  /** Somebody moved the tenant's active timestamp since the plan was made: nobody may approve it. */
  readonly isOutdated?: true;
  /** Why the account's other groups could not be read. Never kept. */
  readonly unread?: Fault;
}

/**
 * Reads the tenant's pending changes and binds them to the plan. An approval that activates nothing is for the
 * plan alone. Changes nothing.
 */
export async function lookAtPending(
  deps: FlowDeps,
  request: Request,
  step: ApprovalStep = approvalAt(request),
): Promise<Result<PendingLook, Fault>> {
  const { workday } = deps.contextOf(request.draft.tenant);
  if (isForPolicies(request)) return ok(await lookAtPolicies(deps, request));
  if (step === "approve-plan") return lookAtPlan(deps, request);
  const pending = await retryRead(deps.clock, () => workday.readPendingChanges());
  if (!pending.ok) return pending;
  const others = await readOthers(deps, request, pending.value);
  if (request.members !== undefined)
    return ok(await lookAtMembers(deps, request, { pending: pending.value, others }));
  const seen = await lookAtMemberships(deps, request);
  const text = toApprovalText(request, pending.value, others) + toMembershipText(seen);
  return ok({ pending: pending.value, digest: deps.random.digest(text), others, ...seen });
}

/** Reads what is pending for a release. Its digest is of each of its requests, and of who made each change as well. */
async function lookAtMembers(
  deps: FlowDeps,
  request: Request,
  { pending, others }: GoesLive,
): Promise<PendingLook> {
  const reading = readingOnce(deps, request);
  const looked: OtherRequest[] = [];
  let unread: Fault | undefined;
  for (const other of others) {
    const { member } = other;
    const draft = member && (await deps.store.find(other.id))?.draft;
    const seen = draft === undefined ? {} : await lookAtMemberships(reading, { draft });
    unread ??= "unread" in seen ? seen.unread : undefined;
    const { memberships } = seen;
    looked.push(
      member === undefined || memberships === undefined
        ? other
        : { ...other, member: { ...member, memberships } },
    );
  }
  const text = toApprovalText(request, pending, looked) + toReleaseText(pending, looked);
  const digest = deps.random.digest(text);
  return { pending, digest, others: looked, ...(unread && { unread }) };
}

/** Groups and what they may do are read once for all requests of a release. */
function readingOnce(deps: FlowDeps, { draft }: Request): FlowDeps {
  const place = deps.contextOf(draft.tenant);
  const { workday } = place;
  const readSecurityGroups = once(() => workday.readSecurityGroups());
  const readGroupPermissions = once(() => workday.readGroupPermissions());
  const reading = { ...workday, readSecurityGroups, readGroupPermissions };
  return { ...deps, contextOf: () => ({ ...place, workday: reading }) };
}

function once<Answer>(read: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => (answer ??= read());
}

/** What of a release the text of an approval does not hold yet. */
function toReleaseText(pending: PendingChanges, others: readonly OtherRequest[]): string {
  const made = seenIn(pending).map((one) =>
    JSON.stringify([toChangeKey(one), one.changedBy ?? ""]),
  );
  const members = listMemberRequests(others).map(({ id, member }) => JSON.stringify([id, member]));
  return `\n${[...made.toSorted(), ...members].join("\n")}`;
}

async function lookAtMemberships(
  deps: FlowDeps,
  request: Pick<Request, "draft">,
): Promise<Pick<PendingLook, "memberships" | "unread">> {
  const read = await readMemberships(deps, request);
  if (!read.ok) return { memberships: { kind: "unread" }, unread: read.error };
  return read.value === undefined ? {} : { memberships: read.value };
}

/** A look that could not be made whole is no other state of the tenant: it voids nothing, and is made once more. */
export function findUnread(
  { digest, unread }: PendingLook,
  shown: string | undefined,
): Fault | undefined {
  return digest === shown ? undefined : unread;
}

/** Nothing where there is nothing to show, so that an approval of a release before counts still. */
function toMembershipText({ memberships }: Pick<PendingLook, "memberships">): string {
  return memberships === undefined ? "" : `\n${JSON.stringify(memberships)}`;
}

/** What a roll back gives back counts as granted: which requests asked for that, or took it away. */
async function readRegained(deps: FlowDeps, request: Request): Promise<readonly OtherRequest[]> {
  const changes = listRegained(request.draft);
  if (changes.length === 0) return [];
  const granted = changes.map((one) => ({ ...one, change: "Added" as const }));
  return readOthers(deps, request, { kind: "seen", changes: [...changes, ...granted] });
}

/** The plan alone; of a roll back the newest activation too, which is read once more. */
async function lookAtPlan(deps: FlowDeps, request: Request): Promise<Result<PendingLook, Fault>> {
  const { draft } = request;
  const pending = { kind: "not-activated" } as const;
  const text = toApprovalText(request, pending) + (isToFollow(deps, request) ? "\nfollows" : "");
  const undone = kindOf(draft).undoes?.(draft);
  if (undone === undefined) {
    const seen = await lookAtMemberships(deps, request);
    const digest = deps.random.digest(text + toMembershipText(seen));
    return ok({ pending, digest, others: [], ...seen });
  }
  const { workday } = deps.contextOf(draft.tenant);
  const read = await retryRead(deps.clock, () => workday.readTimestamps());
  if (!read.ok) return read;
  const newest = read.value.kind === "seen" ? toNewestKey(read.value.timestamps) : "";
  const others = await readRegained(deps, request);
  return ok({
    pending,
    digest: deps.random.digest(`${text}\n${newest}`),
    others,
    ...(newest !== toNewestKey(undone) && { isOutdated: true }),
  });
}

/**
 * Whether the approval of a plan, the one that is asked for or that was given, is one from which the activation follows. A
 * card says so for as long as it counts, whatever the configuration says since.
 */
export function isToFollow(deps: Pick<FlowDeps, "contextOf">, request: Request): boolean {
  const { phase, approval, draft } = request;
  if (phase.kind === "waiting-for-approval") return phase.asked.follows === true;
  if (isPlanApproved(request)) return approval?.follows === true;
  return listBars(request, rulesFor(request, deps.contextOf(draft.tenant).tenant)).length === 0;
}

/** What is pending there is in no report, so the approval is bound to the plan, and to whose it may be. Safe to repeat. */
export async function lookAtPolicies(deps: FlowDeps, request: Request): Promise<PendingLook> {
  const pending = { kind: "authentication-policies" } as const;
  const others = await readSignOnOthers(deps, request);
  return { pending, digest: deps.random.digest(toApprovalText(request, pending, others)), others };
}

/**
 * Whether the next thing to do is to activate the authentication policies: an approval that is asked for then is in
 * place of one that counts no more, and everything before is done.
 */
export function isForPolicies({ plan, finished }: Request): boolean {
  const next = plan.find(({ name, hand }) => hand !== "approver" && !finished.includes(name));
  return next !== undefined && activatesSignOn(next.name);
}

/** The text whose digest an approval is for: the request, its plan, everything that would go live, and whose it is. */
export function toApprovalText(
  { id, draft, plan, edits }: Pick<Request, "id" | "draft" | "plan" | "edits">,
  pending: PendingChanges,
  others: readonly OtherRequest[] = [],
): string {
  const steps = plan.map(({ name, hand }) => [name, hand]);
  // Of an edit back to what was asked before, too: a card counts for the request as it stood when it was posted.
  const asked = JSON.stringify([id, draft, steps, ...(edits === 0 ? [] : [edits])]);
  const whose = others.map((other) => `\n${other.id} ${other.standing}`).join("");
  return `${asked}\n${toPendingText(pending)}${whose}`;
}

/** Where only the policies show, the approval is for these and no others. */
function toPendingText(pending: PendingChanges): string {
  switch (pending.kind) {
    case "seen":
      return toDigestText(pending.changes);
    case "cannot-see":
      return pending.policies === undefined
        ? pending.kind
        : JSON.stringify([pending.kind, pending.policies.toSorted()]);
    case "not-activated":
    case "authentication-policies":
      return pending.kind;
  }
}

/** The digest that a runner recomputes before it activates; `undefined` where nobody can see. */
export function toRunnerDigest(deps: FlowDeps, pending: PendingChanges): string | undefined {
  return pending.kind === "seen" ? deps.random.digest(toDigestText(pending.changes)) : undefined;
}

/** Changes asked for that the tenant does not list as pending, in words. */
export function listUnseen(request: Request, pending: PendingChanges): readonly string[] {
  if (pending.kind !== "seen") return [];
  return missingFrom(pending.changes, listExpected(request.draft)).map((one) =>
    describeExpected(one, request.draft),
  );
}

/** The approval that a request waits for or comes to next; the activation's where neither is. */
export function approvalAt({ phase, plan, finished }: Request): ApprovalStep {
  if (phase.kind === "waiting-for-approval") return phase.asked.step;
  const next = plan.find(({ name }) => !finished.includes(name));
  return next?.name === "approve-plan" ? "approve-plan" : "approve";
}

/** The approval that the next steps rest on; the activation's where none was given. */
export function approvalBehind(request: Request): ApprovalStep {
  return lastApproved(request) ?? "approve";
}

/** Whether the next steps rest on an approval of the whole plan. */
export function isPlanApproved(request: Request): boolean {
  return lastApproved(request) === "approve-plan";
}
