import { isOneOf } from "./names.ts";

/**
 * What a domain security policy can permit. View and Modify are the report and task grid of Workday's
 * *Maintain Permissions for Security Group*, Get and Put its integration grid.
 */
export type Access = (typeof accesses)[number];

export const accesses = ["Get", "Put", "View", "Modify"] as const;

/** Domain security policies by access, spelled as the vendor or the tenant spells them. */
export type Permissions = Readonly<Record<Access, readonly string[]>>;

export interface Permission {
  readonly domain: string;
  readonly access: Access;
}

/** Where it is known from what a group may do: what the tenant shows, or what was asked for last. */
export type HeldSource = "report" | "inventory";

export const noPermissions: Permissions = { Get: [], Put: [], View: [], Modify: [] };

export function listPermissions(permissions: Permissions): readonly Permission[] {
  return accesses.flatMap((access) => permissions[access].map((domain) => ({ domain, access })));
}

/** What the first holds and the second does not, as the first spells it. */
export function without(permissions: Permissions, others: Permissions): Permissions {
  const { Get, Put, View, Modify } = permissions;
  return {
    Get: Get.filter((domain) => !isOneOf(domain, others.Get)),
    Put: Put.filter((domain) => !isOneOf(domain, others.Put)),
    View: View.filter((domain) => !isOneOf(domain, others.View)),
    Modify: Modify.filter((domain) => !isOneOf(domain, others.Modify)),
  };
}

/** The part of a set of permissions that is about some domains only. */
export function pick(
  { Get, Put, View, Modify }: Permissions,
  isMeant: (domain: string) => boolean,
): Permissions {
  return {
    Get: Get.filter(isMeant),
    Put: Put.filter(isMeant),
    View: View.filter(isMeant),
    Modify: Modify.filter(isMeant),
  };
}

/** Whether both hold the same, in any spelling. */
export function areSamePermissions(one: Permissions, other: Permissions): boolean {
  return isNone(without(one, other)) && isNone(without(other, one));
}

/** What both hold, as the first spells it. */
export function common(permissions: Permissions, others: Permissions): Permissions {
  return without(permissions, without(permissions, others));
}

export function isNone(permissions: Permissions): boolean {
  return listPermissions(permissions).length === 0;
}

/** As a form holds them: one domain a line. */
export function writeDomains({
  Get,
  Put,
  View,
  Modify,
}: Permissions): Readonly<Record<Access, string>> {
  return {
    Get: Get.join("\n"),
    Put: Put.join("\n"),
    View: View.join("\n"),
    Modify: Modify.join("\n"),
  };
}

/** What either names. A domain that both name stands there once for each. */
export function bothOf(one: Permissions, other: Permissions): Permissions {
  return {
    Get: [...one.Get, ...other.Get],
    Put: [...one.Put, ...other.Put],
    View: [...one.View, ...other.View],
    Modify: [...one.Modify, ...other.Modify],
  };
}
