import {
  areStillEnough,
  isInWindow,
  isStillApproved,
  isStillGiven,
  waitsForWindow,
} from "../approval/recheck-approval.ts";
import { isGroupAsSeen, type SeenGroup } from "../inventory/existing-group.ts";
import { makesOwnGroup } from "../kinds/facts.ts";
import { kindOf } from "../kinds/kinds.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import { failStep, failStepWith } from "../lifecycle/append-events.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import { groupToActivate } from "../model/segments.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import { describeProtected } from "../request/protected.ts";
import { lastApproved, type Request } from "../request/request.ts";
import type { StepName } from "../tasks/step.ts";
import { mayUndo } from "./clean-up-preconditions.ts";

/**
 * What has to hold right before a step, the first time and at every try: days may lie between the approval and now.
 * What does not hold is written down, and then nothing is begun.
 */
export async function mayAct(deps: FlowDeps, request: Request, step: StepName): Promise<boolean> {
  if (request.closing !== undefined) return mayUndo(deps, request, step);
  return (
    (await isUnprotected(deps, request, step)) &&
    (await mayGoOn(deps, request, step)) &&
    (await mayActivatePolicies(deps, request, step)) &&
    (await isGroupAsApproved(deps, request, step))
  );
}

/** What must never be the object of a request is not one, whatever was allowed when it was asked for. */
async function isUnprotected(deps: FlowDeps, request: Request, step: StepName): Promise<boolean> {
  const account = accountOf(request.draft);
  const { tenant } = deps.contextOf(request.draft.tenant);
  const why = account && describeProtected(account, tenant);
  if (why === undefined) return true;
  const words = `${why} Nothing was touched. Withdraw this request.`;
  await failStep(deps, request, { step, words, isAnswered: false });
  return false;
}

/** Whether the approval of a plan still counts, before the first step that rests on it and each that takes effect. */
async function mayGoOn(deps: FlowDeps, request: Request, step: StepName): Promise<boolean> {
  if (lastApproved(request) !== "approve-plan") return true;
  if (isUnderWay(request) && !takesEffect(request.draft, step)) return true;
  const isToWait = waitsForWindow(request, "approve-plan") && !isHalfDone(request, step);
  if (isToWait && !(await isInWindow(deps, request))) return false;
  return isStillApproved(deps, request, { approval: "approve-plan", step });
}

function isUnderWay({ plan, begun }: Request): boolean {
  const at = plan.findIndex(({ name }) => name === "approve-plan");
  return plan.slice(at + 1).some(({ name }) => begun.includes(name));
}

/** Steps after which somebody can do more or less at once, without an activation of their own. */
const effective: ReadonlySet<StepName> = new Set([
  "add-group-member",
  "remove-group-member",
  "activate-security-group",
  "add-segments-to-content",
  "exempt-from-password-expiry",
  "register-api-client",
  "replace-refresh-token",
  "disable-api-client",
  "issue-credential",
  "scramble-user",
]);

/** A new account that is in no group but its own can do nothing before that one's activation. */
function takesEffect(draft: Draft, step: StepName): boolean {
  return effective.has(step) && !makesOwnGroup(draft);
}

/** A password that may have been changed already: until it is stored nobody can sign on, so no window is waited for. */
function isHalfDone({ begun }: Request, step: StepName): boolean {
  return step === "issue-credential" && begun.includes(step);
}

/**
 * The authentication policies are activated inside of a change window only, as the security policies are, and by an
 * approval that counts still: it takes effect for everything that is pending there. What was shown as pending is live by
 * now, so it is compared with nothing.
 */
async function mayActivatePolicies(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<boolean> {
  if (step !== "activate-authentication-policies") return true;
  if (!(await isInWindow(deps, request))) return false;
  if (!(await isStillGiven(deps, request, step))) return false;
  const pending = await readShown(deps, request.id);
  return areStillEnough(deps, request, { pending, others: [] });
}

/** What takes effect at once rests on the group that the approvers saw. */
async function isGroupAsApproved(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<boolean> {
  const seen = toSeenGroup(request.draft, step);
  if (seen === undefined) return true;
  const { workday } = deps.contextOf(request.draft.tenant);
  const isSame = await retryRead(deps.clock, () => isGroupAsSeen(workday, seen));
  if (!isSame.ok) await failStepWith(deps, request, { step, error: isSame.error });
  else if (!isSame.value) {
    const words = `The security group ${seen.groupName} is not what was approved any more: its members, its permissions or its being active changed. Nothing was done to it. Withdraw, and ask again.`;
    await failStep(deps, request, { step, words, isAnswered: false });
  }
  return isSame.ok && isSame.value;
}

function toSeenGroup(draft: Draft, step: StepName): SeenGroup | undefined {
  const account = accountOf(draft);
  if (account === undefined) return undefined;
  const { userName, groupName } = account;
  if (kindOf(account).makes === "account" && step === "add-group-member") {
    const group = existingGroupOf(account);
    return group && { userName, groupName, group };
  }
  if (!("found" in account) || step !== "activate-security-group") return undefined;
  return {
    userName,
    groupName: groupToActivate(account),
    group: account.found,
    isToActivate: true,
  };
}
