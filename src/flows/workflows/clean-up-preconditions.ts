import type { Obstacle } from "../approval/obstacle.ts";
import { membersOf } from "../inventory/members-of.ts";
import { makesOwnGroup } from "../kinds/facts.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isSameAccount } from "../model/account-name.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { affectsGroup } from "../step-kinds/facts.ts";
import type { Step, StepName } from "../tasks/step.ts";

/** A step that a clean-up undoes only where it was done for sure. */
interface Undone {
  readonly step: StepName;
  readonly userName: string;
  readonly groupName: string;
  /** It can be undone in any case: only where the group is not there is nothing to undo. Absent: no. */
  readonly isHarmless?: true;
}

/**
 * What stands in the way of undoing what this request did. A group that nobody saw being made may be somebody else's, and
 * an account that nobody saw leaving a group may have been in none: where no report tells either, the step is given up,
 * and what may be left is listed.
 */
export async function findCleanUpObstacle(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<Obstacle | undefined> {
  const account = accountOf(request.draft);
  const undone = account && toUndone(account, step, request.plan);
  if (undone === undefined || request.finishedBefore.includes(undone.step)) return undefined;
  const standing = await lookAtGroup(deps, request, undone);
  if (standing === "gone") return { kind: "nothing-to-undo" };
  if (standing === "ours" || undone.isHarmless === true) return undefined;
  const words = `Nobody saw whether this request did what this would undo, so nothing was done to the security group ${undone.groupName}. Look at it in Workday.`;
  return { kind: "refused", words };
}

function toUndone(
  account: AccountDraft,
  step: StepName,
  plan: readonly Step[],
): Undone | undefined {
  const { userName, groupName, segmented } = account;
  const { makes, ends } = kindOf(account);
  const place = { userName, groupName };
  if (makes === "account" && step === "inactivate-security-group") {
    return { step: "create-security-group", ...place };
  }
  if (makesOwnGroup(account) && isAboutGroup(plan, step, groupName)) {
    return { step: "create-security-group", ...place, isHarmless: true };
  }
  if (ends === "account" && affectsGroup(step, "joins")) {
    return { step: "remove-group-member", ...place };
  }
  return makes === "segments" && segmented !== undefined && step === "close-segment-group"
    ? { step: "create-segment-group", userName, groupName: segmented.groupName }
    : undefined;
}

function isAboutGroup(plan: readonly Step[], step: StepName, groupName: string): boolean {
  return plan.some(
    (one) =>
      one.name === step &&
      "task" in one &&
      "groupName" in one.task &&
      one.task.groupName === groupName,
  );
}

/** When the request was opened the name was free, or the account was in its group, as far as a report told. */
async function lookAtGroup(
  deps: FlowDeps,
  { draft }: Request,
  { step, userName, groupName }: Undone,
): Promise<"ours" | "gone" | "unknown"> {
  const { workday } = deps.contextOf(draft.tenant);
  const groups = await retryRead(deps.clock, () => workday.readSecurityGroups());
  if (!groups.ok || groups.value === undefined) return "unknown";
  const members = membersOf(groups.value, groupName);
  if (members === undefined) return "gone";
  const hasStrangers = members.some((member) => !isSameAccount(member, userName));
  return step === "create-security-group" && hasStrangers ? "unknown" : "ours";
}
