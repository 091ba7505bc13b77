import { kindOf } from "../kinds/kinds.ts";
import { isSameAccount } from "../model/account-name.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import { groupToActivate } from "../model/segments.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import type { AccountDraft } from "../request/draft.ts";
import type { Leftover } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import type { EffectOnGroup } from "../request/step-kind.ts";
import { affectsGroup } from "../step-kinds/facts.ts";
import type { StepName } from "../tasks/step.ts";

/** What an ended request may have left of its group. */
type Trace =
  /** The group that it made. */
  | "made"
  /** The account's place in a group that was there before. */
  | "joined"
  /** That the group is active. */
  | "activated"
  /** That the account is in the group no more. */
  | "left";

/** Looks at what is left of the group. What cannot be seen counts as left. Changes nothing. */
export async function findLeftoverGroup(
  deps: FlowDeps,
  request: Pick<Request, "begun" | "gaveUp"> & { readonly draft: AccountDraft },
): Promise<Leftover | undefined> {
  const { draft } = request;
  const trace = traceOf(request);
  if (trace === undefined) return undefined;
  const groups = await deps.contextOf(draft.tenant).workday.readSecurityGroups();
  if (!groups.ok || groups.value === undefined) return left(describeUnseen(draft, trace));
  const groupName = groupToActivate(draft);
  const group = groups.value.find(({ name }) => name === groupName);
  return group && findLeft(draft, trace, group);
}

function traceOf({
  draft,
  begun,
  gaveUp,
}: Parameters<typeof findLeftoverGroup>[1]): Trace | undefined {
  const { makes, ends } = kindOf(draft);
  if (ends === "account" && hasEffect(gaveUp, "joins")) return "left";
  if (hasEffect(begun, "makes")) return "made";
  if (hasEffect(begun, "activates")) return "activated";
  const isExisting = makes === "account" && existingGroupOf(draft) !== undefined;
  return isExisting && hasEffect(begun, "joins") ? "joined" : undefined;
}

function hasEffect(steps: readonly StepName[], effect: EffectOnGroup): boolean {
  return steps.some((step) => affectsGroup(step, effect));
}

function describeUnseen(draft: AccountDraft, trace: Trace): string {
  const groupName = groupToActivate(draft);
  const said: Record<Trace, string> = {
    made: `The security group ${groupName} may be there`,
    joined: `${draft.userName} may be in the security group ${groupName}`,
    activated: `The security group ${groupName} may be active`,
    left: `${draft.userName} may be out of the security group ${groupName}`,
  };
  return `${said[trace]}: the bot cannot see groups in this tenant. Look at it in Workday.`;
}

function findLeft(
  { userName }: AccountDraft,
  trace: Trace,
  { name: groupName, active, members }: SecurityGroup,
): Leftover | undefined {
  const isMember = members.some((member) => isSameAccount(member, userName));
  switch (trace) {
    case "made": {
      const state = `${active ? "active" : "inactive"}, ${isMember ? "with" : "without"} the user`;
      return left(
        `The security group ${groupName} stays (${state}). Delete it in Workday when nothing needs it.`,
      );
    }
    case "joined":
      return isMember
        ? left(
            `${userName} is still in the security group ${groupName}, which was there before this request. Take it out with Edit Integration System Security Group.`,
          )
        : undefined;
    case "left":
      return isMember
        ? undefined
        : left(
            `${userName} is out of the security group ${groupName}. Put it back with Edit Integration System Security Group, or retire the account.`,
          );
    case "activated":
      return active
        ? left(
            `The security group ${groupName} is active. Check Inactive with Edit Security Group.`,
          )
        : undefined;
  }
}

function left(words: string): Leftover {
  return { what: "security-group", words };
}
