import { ok, type Result } from "../../result.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isSameAccount } from "../model/account-name.ts";
import type { Fault } from "../model/fault.ts";
import { isOneOf, isSameName } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import type { OtherGroup } from "../model/other-group.ts";
import { groupsOf } from "../model/segments.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Memberships } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";

/**
 * The groups that have the account as a member, without its own. Workday unites what the groups of an account give.
 *
 * @param own names of the groups that the account was put into by requests
 */
export function listOtherGroups(
  { userName, own }: { readonly userName: string; readonly own: readonly string[] },
  groups: readonly SecurityGroup[],
  permissions: Observation<readonly GroupPermission[]>,
): readonly OtherGroup[] {
  return groups
    .filter((group) => !isOneOf(group.name, own) && hasMember(group, userName))
    .map(({ name, active }) => ({
      groupName: active ? name : `${name} (inactive)`,
      ...(permissions.kind === "seen" && { gives: listGiven(permissions.part, name) }),
    }));
}

function listGiven(lines: readonly GroupPermission[], groupName: string): readonly string[] {
  return lines
    .filter(({ securityGroup }) => isSameName(securityGroup, groupName))
    .map(({ access, domain }) => `${access} on ${domain}`);
}

/**
 * Groups that requests about the account have put it into, or have taken in, since it last ended: by then it had left those
 * from before.
 *
 * @param requests oldest first
 */
export function listPlaced(
  requests: readonly Request[],
  { tenant, userName }: Pick<AccountDraft, "tenant" | "userName">,
): readonly string[] {
  const own = requests
    .flatMap(({ draft }) => accountOf(draft) ?? [])
    .filter((one) => one.tenant === tenant && isSameAccount(one.userName, userName));
  const ended = own.findLastIndex((one) => kindOf(one).ends === "account");
  return own.slice(ended + 1).flatMap(groupsOf);
}

/**
 * The groups that a request's account is in beside those of requests, with what they give: an approver has to know what
 * the account may do besides. Changes nothing.
 *
 * @returns `undefined` where there is none, and where the tenant has no report of its groups
 */
export async function readMemberships(
  deps: FlowDeps,
  { draft }: Pick<Request, "draft">,
): Promise<Result<Memberships | undefined, Fault>> {
  const account = accountOf(draft);
  if (account === undefined) return ok(undefined);
  const { workday } = deps.contextOf(account.tenant);
  const groups = await retryRead(deps.clock, () => workday.readSecurityGroups());
  if (!groups.ok) return groups;
  const { userName } = account;
  const held = (groups.value ?? []).filter((group) => hasMember(group, userName));
  if (held.length === 0) return ok(undefined);
  const own = await listOwn(deps, account);
  const strange = held.filter(({ name }) => !isOneOf(name, own));
  if (strange.length === 0) return ok(undefined);
  const permissions = await readHeld(deps, account);
  return ok({ kind: "seen", groups: listOtherGroups({ userName, own }, strange, permissions) });
}

function hasMember({ members }: SecurityGroup, userName: string): boolean {
  return members.some((member) => isSameAccount(member, userName));
}

async function listOwn(deps: FlowDeps, account: AccountDraft): Promise<readonly string[]> {
  const earlier = await deps.store.listByUserName(account.userName);
  const oldestFirst = earlier.filter(({ phase }) => phase.kind === "done").toReversed();
  return [...groupsOf(account), ...listPlaced(oldestFirst, account)];
}

async function readHeld(
  deps: FlowDeps,
  { tenant }: AccountDraft,
): Promise<Observation<readonly GroupPermission[]>> {
  const { workday } = deps.contextOf(tenant);
  const read = await retryRead(deps.clock, () => workday.readGroupPermissions());
  return read.ok && read.value.kind === "seen"
    ? { kind: "seen", part: read.value.permissions }
    : { kind: "cannot-see", words: "", isFailed: !read.ok };
}
