import { err, ok, type Result } from "../../result.ts";
import { isListed } from "../../unicode/look-alike.ts";
import { isSameAccount } from "../model/account-name.ts";
import type { Fault } from "../model/fault.ts";
import { toPermissions } from "../model/group-permissions.ts";
import type { ExistingGroup } from "../model/group-settings.ts";
import { isSameName } from "../model/names.ts";
import { accesses, listPermissions, without } from "../model/permissions.ts";
import type { Workday } from "../ports/workday.ts";
import type { CreateDraft } from "../request/draft.ts";
import type { FieldProblems, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { readGroupsAndPermissions } from "./groups-and-permissions.ts";
/** A group as the tenant shows it, or in words why nobody can tell. */
export type ExistingGroupLookup =
  | { readonly kind: "seen"; readonly name: string; readonly group: ExistingGroup }
  | { readonly kind: "none" }
  | { readonly kind: "cannot-see" };

/**
 * The draft with the group that is there: who is in it, and what it may do. What it holds already is no
 * part of what is asked for, so that nothing of it is ever taken away. Changes nothing.
 */
export async function readExistingGroup(
  workday: Workday,
  draft: CreateDraft,
  tenant: Tenant,
): Promise<Result<CreateDraft, TenantCheck>> {
  const found = await findExistingGroup(workday, draft.groupName);
  if (!found.ok) return err({ kind: "fault", fault: found.error });
  if (found.value.kind === "cannot-see") {
    return problems({
      groupName: `The bot cannot see the groups of ${tenant.label} and what they may do: it has no report of one or the other. So nobody could be shown what joining one gives. Ask for a new group.`,
    });
  }
  if (found.value.kind === "none") {
    return problems({
      groupName: `${tenant.label} has no security group of this name. Type the name of one that exists, or ask for a new one.`,
    });
  }
  const { group, name } = found.value;
  const refused = findRefused(group, tenant);
  if (refused !== undefined) {
    return problems({ groupName: `This group ${refused} This bot puts nobody into it.` });
  }
  const permissions = without(draft.permissions, group.holds);
  return ok({ ...draft, groupName: name, group, permissions });
}

/** What a group holds that administers security, in words. */
export function findRefused(
  { holds }: ExistingGroup,
  { refusedDomains }: Tenant,
): string | undefined {
  const refused = listPermissions(holds).find(({ domain }) => isListed(domain, refusedDomains));
  return (
    refused && `may do ${refused.access} on ${refused.domain}, which administers security itself.`
  );
}

/** A group as the approvers saw it, and the account that they saw it for. */
export interface SeenGroup {
  readonly groupName: string;
  readonly userName: string;
  readonly group: ExistingGroup;
  /** Its being active is what is asked for, so it is not compared. */
  readonly isToActivate?: true;
}

/** Whether the group is still what the approvers saw: what follows from it takes effect at once. */
export async function isGroupAsSeen(
  workday: Workday,
  { groupName, userName, group: before, isToActivate }: SeenGroup,
): Promise<Result<boolean, Fault>> {
  const found = await findExistingGroup(workday, groupName);
  if (!found.ok || found.value.kind !== "seen") return found.ok ? ok(false) : found;
  const { group: now } = found.value;
  const isInState = isToActivate === true || before.isActive === now.isActive;
  return ok(isInState && isAsApproved(before, now, userName));
}

function isAsApproved(before: ExistingGroup, now: ExistingGroup, userName: string): boolean {
  return (
    toOthers(before, userName) === toOthers(now, userName) &&
    accesses.every((access) => toKey(before.holds[access]) === toKey(now.holds[access]))
  );
}

/** The members but the account itself: that it has joined meanwhile is no change to the others. */
function toOthers({ members }: ExistingGroup, userName: string): string {
  return toKey(members.filter((member) => !isSameAccount(member, userName)));
}

function toKey(names: readonly string[]): string {
  return JSON.stringify(names.map((name) => name.toLowerCase()).toSorted());
}

/** A group and what it may do, active or pending. Changes nothing. */
export async function findExistingGroup(
  workday: Workday,
  groupName: string,
): Promise<Result<ExistingGroupLookup, Fault>> {
  const read = await readGroupsAndPermissions(workday);
  if (!read.ok) return read;
  if (read.value === undefined) return ok({ kind: "cannot-see" });
  const [group, ...others] = read.value.groups.filter(({ name }) => isSameName(name, groupName));
  if (group === undefined) return ok({ kind: "none" });
  if (others.length > 0) {
    const words = `Several security groups are called ${groupName}, or what shows it disagrees: nobody can tell who is in it.`;
    return err({ kind: "unreadable", outside: "Workday reports", words });
  }
  const { name, active: isActive, members } = group;
  const holds = toPermissions(read.value.permissions, name);
  return ok({ kind: "seen", name, group: { kind: "existing", isActive, members, holds } });
}

function problems(found: FieldProblems): Result<never, TenantCheck> {
  return err({ kind: "problems", problems: found });
}
