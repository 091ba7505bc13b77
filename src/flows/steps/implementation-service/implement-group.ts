import { ok, type Result } from "../../../result.ts";
import { kindOf } from "../../kinds/kinds.ts";
import {
  refuse,
  type StepContext,
  type StepResult,
  type Stopped,
} from "../../lifecycle/step-context.ts";
import type { Fault } from "../../model/fault.ts";
import { isAway } from "../../model/fault.ts";
import { isSameName } from "../../model/names.ts";
import type { Implementation, ImplementedGroup } from "../../ports/implementation.ts";
import { retryRead, retryUnreachable } from "../../ports/retry.ts";
import { toGroupId } from "../../request/workday-ids.ts";
import type { Task } from "../../tasks/task.ts";
import { listGroupChanges, withMember, withoutMember } from "./group-changes.ts";
import { type Document, readModifyWrite } from "./read-modify-write.ts";

/** A group that is there, with the id by which policies name it. */
export type FoundGroup = ImplementedGroup & { readonly wid: string };

/** Carries out a task about a group itself; `undefined` where the task is about something else. */
export function implementGroup(
  acting: StepContext,
  service: Implementation,
  task: Task,
): Promise<StepResult> | undefined {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the others are not about a group itself
  switch (task.name) {
    case "create-security-group":
      return makeGroup(acting, service, task);
    case "add-group-member":
      return addMember(acting, service, task);
    case "remove-group-member":
      return removeMember(acting, service, task);
    case "inactivate-security-group":
      return setGroupActive(acting, service, { ...task, isInactive: true });
    case "activate-security-group":
      return setGroupActive(acting, service, { ...task, isInactive: false });
    default:
      return undefined;
  }
}

/**
 * Ensures the request's own group. Its id names the request, so one that is there under it is this request's;
 * any other of that name is somebody else's, and stops the step. Safe to repeat.
 */
async function makeGroup(
  acting: StepContext,
  service: Implementation,
  {
    groupName: name,
    isInactive = false,
  }: { readonly groupName: string; readonly isInactive?: boolean },
): Promise<StepResult> {
  const id = toGroupId(acting.request.id);
  const there = await findImplementedGroup(acting, service, name);
  if (!there.ok) return there;
  if (there.value !== undefined) return ok({});
  const comment = `Made for ${acting.request.id}`;
  const made = await retryUnreachable(acting.deps.clock, () =>
    service.addGroup({ id, name, comment, isInactive, members: [] }),
  );
  if (!made.ok && made.error.kind !== "unknown") return made;
  const after = await findImplementedGroup(acting, service, name);
  if (!after.ok) return after;
  if (after.value !== undefined) return ok({});
  if (!made.ok && isAway(made.error)) return made;
  return refuse(`Workday does not show the security group ${name} after making it. Try again.`);
}

/** Ensures that the account is in the group; every other member stays. */
function addMember(
  acting: StepContext,
  service: Implementation,
  { groupName, userName }: { readonly groupName: string; readonly userName: string },
): Promise<StepResult> {
  return changeGroup(acting, service, {
    groupName,
    change: (group) => withMember(group, userName),
    ifMissing: missing(groupName),
  });
}

/** Ensures that the account is out of the group; a group that is not there holds nobody. */
function removeMember(
  acting: StepContext,
  service: Implementation,
  { groupName, userName }: { readonly groupName: string; readonly userName: string },
): Promise<StepResult> {
  return changeGroup(acting, service, {
    groupName,
    change: (group) => withoutMember(group, userName),
    ifMissing: ok({}),
  });
}

/** Ensures that the group is inactive, or active; one that is not there cannot become active. */
function setGroupActive(
  acting: StepContext,
  service: Implementation,
  { groupName, isInactive }: { readonly groupName: string; readonly isInactive: boolean },
): Promise<StepResult> {
  return changeGroup(acting, service, {
    groupName,
    change: (group) => ({ ...group, isInactive }),
    ifMissing: isInactive ? ok({}) : missing(groupName),
  });
}

async function changeGroup(
  acting: StepContext,
  service: Implementation,
  {
    groupName,
    change,
    ifMissing,
  }: {
    readonly groupName: string;
    readonly change: (group: ImplementedGroup) => ImplementedGroup;
    readonly ifMissing: StepResult;
  },
): Promise<StepResult> {
  const found = await findImplementedGroup(acting, service, groupName);
  if (!found.ok) return found;
  const first = found.value;
  if (first === undefined) return ifMissing;
  const whole: Document<ImplementedGroup> = {
    words: `the security group ${groupName}`,
    find: async () => {
      const groups = await service.listGroups();
      return groups.ok ? ok(groups.value.groups.find(({ wid }) => wid === first.wid)) : groups;
    },
    put: service.putGroup,
    listChanges: listGroupChanges,
  };
  return readModifyWrite(acting, whole, { first, meant: change(first) });
}

/**
 * The request's group. A group of its name that somebody else made stops the step, as does the request's own
 * under another name. Where people or a runner make the groups, and for a change to an account of the
 * inventory, the name is all there is to know one by.
 */
export async function findImplementedGroup(
  { deps, place, request }: StepContext,
  service: Implementation,
  name: string,
): Promise<Result<FoundGroup | undefined, Fault | Stopped>> {
  const read = await retryRead(deps.clock, service.listGroups);
  if (!read.ok) return read;
  const id = toGroupId(request.id);
  const { groups, unreadable } = read.value;
  const own = groups.find((group) => group.id === id);
  const named = groups.find((group) => isSameName(group.name, name));
  const there = own ?? named;
  if (there === undefined) {
    return mayBeAmong(unreadable, [name, id]) ? refuse(describeUnreadable(name)) : ok(undefined);
  }
  if (own !== undefined && own.name !== name) {
    return refuse(
      `The security group of this request (${id}) has another name by now. Nothing was touched. Give it the name ${name} again, then press Try again.`,
    );
  }
  const { hands } = place.tenant;
  const isMadeHere =
    kindOf(request.draft).makes === "account" &&
    hands["create-security-group"] === "implementation";
  if (own === undefined && isMadeHere) {
    return refuse(
      `There is a security group ${name} that this request did not make. Nothing was touched. Look whose it is in Workday; withdraw, and ask again with another name.`,
    );
  }
  return ok(there);
}

function describeUnreadable(name: string): string {
  return `Workday's implementation service shows the security group ${name}, or one that it does not name, in a form that the bot does not read. Nothing was touched. A person has to do this task.`;
}

/** Whether a group that could not be read may be the one: it is named so, or nothing names it. */
function mayBeAmong(unreadable: readonly (readonly string[])[], names: readonly string[]): boolean {
  return unreadable.some(
    (labels) =>
      labels.length === 0 || labels.some((label) => names.some((one) => isSameName(label, one))),
  );
}

/** What a step says that needs the group. */
export function missing(groupName: string): StepResult {
  return refuse(
    `Workday's implementation service shows no security group ${groupName}. Look at it in Workday, then press Try again.`,
  );
}
