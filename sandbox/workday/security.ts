import type { Access } from "./definition.ts";
import type {
  Account,
  PendingChange,
  Permission,
  SecurityGroup,
  SecurityTimestamp,
  TenantState,
} from "./state.ts";

/** Two lines of a policy are the same line when their keys are; vendors spell names in any case. */
export function permissionKey(permission: Permission): string {
  const { kind, policy, action, securityGroup, access } = permission;
  return JSON.stringify([kind, policy, action, securityGroup, access]).toLowerCase();
}

export function domainPermission(
  policy: string,
  securityGroup: string,
  access: Access,
): Permission {
  return { kind: "domain", policy, action: "", securityGroup, access };
}

/** The domain security policy as the tenant spells it. */
export function findDomain(state: TenantState, name: string): string | undefined {
  return state.definition.domains.find((domain) => domain.toLowerCase() === name.toLowerCase());
}

export function findGroup(state: TenantState, name: string): SecurityGroup | undefined {
  return state.groups.get(name.toLowerCase());
}

/** The group that an id of this type means. */
export function findGroupById(
  state: TenantState,
  type: string,
  id: string,
): SecurityGroup | undefined {
  return [...state.groups.values()].find((group) => (type === "WID" ? group.wid : group.id) === id);
}

/**
 * Whether an active group of the account holds an active permission on one of the domains. A segment-based
 * group is for the members of its security groups.
 */
export function isPermitted(
  state: TenantState,
  account: Account,
  domains: readonly string[],
  access: Access,
): boolean {
  const active = [...state.groups.values()].filter(({ isActive }) => isActive);
  const own = active.filter(({ members }) => members.has(account.userName));
  const bySegments = active.filter(({ segmentBased }) =>
    own.some(({ name }) => segmentBased?.securityGroups.has(name) === true),
  );
  const groups = [...own, ...bySegments];
  return groups.some((group) =>
    domains.some((domain) =>
      state.active.has(permissionKey(domainPermission(domain, group.name, access))),
    ),
  );
}

/** Whether the group holds any active permission on the domain. */
export function isPermissionHeld(state: TenantState, group: string, domain: string): boolean {
  const held = [...state.active.values()].filter(({ securityGroup }) => securityGroup === group);
  return held.some(({ policy }) => policy.toLowerCase() === domain.toLowerCase());
}

/**
 * Writes down that a permission is to be added or removed. Nothing takes effect
 * before the activation, and taking a pending change back leaves nothing pending.
 */
export function proposeChange(
  state: TenantState,
  permission: Permission,
  change: "Added" | "Removed",
  by: string,
): void {
  const key = permissionKey(permission);
  const isActive = state.active.has(key);
  if (isActive === (change === "Added")) state.pending.delete(key);
  else state.pending.set(key, { ...permission, change, changedBy: by, changedAt: state.now() });
}

/** Makes everything that is pending in the tenant live, whoever asked for it. */
export function activatePending(
  state: TenantState,
  comment: string,
  by: string,
): SecurityTimestamp {
  const changes = [...state.pending.values()];
  for (const change of changes) applyChange(state, change, change.change);
  state.pending.clear();
  const timestamp = { comment, by, at: state.now(), changes };
  state.timestamps.push(timestamp);
  return timestamp;
}

/** Takes the changes activated after `timestamp` out of force; they become pending again. */
export function returnTo(state: TenantState, timestamp: SecurityTimestamp): void {
  const later = state.timestamps.splice(state.timestamps.indexOf(timestamp) + 1);
  const undone = later.flatMap(({ changes }) => changes).toReversed();
  for (const change of undone) {
    applyChange(state, change, change.change === "Added" ? "Removed" : "Added");
  }
  for (const change of undone.toReversed()) {
    proposeChange(state, lineOf(change), change.change, change.changedBy);
  }
}

function applyChange(
  state: TenantState,
  change: PendingChange,
  direction: "Added" | "Removed",
): void {
  const key = permissionKey(change);
  if (direction === "Added") state.active.set(key, lineOf(change));
  else state.active.delete(key);
}

function lineOf({ kind, policy, action, securityGroup, access }: Permission): Permission {
  return { kind, policy, action, securityGroup, access };
}
