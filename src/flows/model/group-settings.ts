import type { Permissions } from "./permissions.ts";

/** The domain whose holder cannot be inactivated. */
export const securityConfigurationDomain = "Security Configuration";

/** Which organisations a constrained group reaches: those that are named, or what is below them too. */
export type OrganizationScope = "current" | "subordinates";

/** An Integration System Security Group (Constrained): all its organisations are of one type. */
export interface ConstrainedGroup {
  readonly kind: "constrained";
  readonly organizations: readonly string[];
  readonly scope: OrganizationScope;
}

/** What kind of security group one is, as far as an eye shows it. */
export type ShownGroupType =
  | { readonly kind: "unconstrained" }
  | {
      readonly kind: "constrained";
      /** Of each organisation its name and its ids, whichever were shown; absent where they were not. */
      readonly organizations?: readonly (readonly string[])[];
      readonly scope?: OrganizationScope;
    }
  /** Of another type, such as a user-based one. */
  | { readonly kind: "other"; readonly name: string };

/** A group that was there before, as the tenant showed it when the request was prepared. */
export interface ExistingGroup {
  readonly kind: "existing";
  readonly isActive: boolean;
  /** Who was in it. */
  readonly members: readonly string[];
  /** What it may do, active or pending. Nothing of this is ever taken away by the request. */
  readonly holds: Permissions;
}

export type RequestedGroup = { readonly kind: "unconstrained" } | ConstrainedGroup | ExistingGroup;

/** What an account's group is, where it is not simply a new, unconstrained and active one. */
export interface GroupSettings {
  /** Absent: a new unconstrained one. */
  readonly group?: RequestedGroup;
  /** It is made inactive: what it is granted counts once it is activated. Absent: no. */
  readonly isGroupInactive?: boolean;
}

/** The settings of a group as they stand in the form, which holds them once somebody asked for more settings. */
export interface RawGroup {
  readonly groupType: RequestedGroup["kind"];
  /** One a line. */
  readonly organizations: string;
  readonly groupScope: OrganizationScope;
  readonly groupInactive: boolean;
}

/** What the settings of the group begin with: what holds where nobody asks for them. */
export const plainGroup: RawGroup = {
  groupType: "unconstrained",
  organizations: "",
  groupScope: "current",
  groupInactive: false,
};

/** @returns `undefined` for a group that the request makes itself. */
export function existingGroupOf({ group }: GroupSettings): ExistingGroup | undefined {
  return group?.kind === "existing" ? group : undefined;
}

/** Whether the group is meant to be inactive: then what it is granted counts for nothing yet. */
export function isMeantInactive({ group, isGroupInactive }: GroupSettings): boolean {
  return group?.kind === "existing" ? !group.isActive : isGroupInactive === true;
}

/** The settings as they would be typed; `undefined` where none differs from the plain ones. */
export function toRawGroup({ group, isGroupInactive }: GroupSettings): RawGroup | undefined {
  const groupInactive = isGroupInactive === true;
  const groupType = group?.kind ?? "unconstrained";
  if (groupType === "unconstrained" && !groupInactive) return undefined;
  const constrained =
    group?.kind === "constrained"
      ? { organizations: group.organizations.join("\n"), groupScope: group.scope }
      : {};
  return { ...plainGroup, groupType, groupInactive, ...constrained };
}
