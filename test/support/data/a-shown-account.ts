import type { ListedAccount } from "../../../src/flows/model/listed-account.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { GroupPermission } from "../../../src/flows/model/tenant-reports.ts";
import type { SecurityGroup } from "../../../src/flows/ports/workday.ts";
import type { Expected, Observed } from "../../../src/flows/verification/observed.ts";

const type = { kind: "unconstrained" } as const;
export const group = {
  name: "ISSG_Viva",
  active: true,
  members: ["ISU_Viva"],
  type,
  administeredBy: [],
  includedIn: [],
  processes: { any: [], initiates: [] },
};
export const user = {
  systemId: "INT_1",
  systemWid: "a",
  userName: "ISU_Viva",
  doNotAllowUiSessions: true,
  sessionTimeoutMinutes: 0,
  requireNewPassword: false,
  tokens: [],
};

export const open: ListedAccount = {
  userName: "ISU_Viva",
  isLocked: false,
  isDisabled: false,
  expiry: { kind: "never" },
};

/** What was asked for an account, and what a tenant shows of it that has it so. */
export function expected(changes: Partial<Expected> = {}): Expected {
  return {
    systemId: "INT_1",
    userName: "ISU_Viva",
    doNotAllowUiSessions: true,
    groupName: "ISSG_Viva",
    groupType: type,
    permissions: { ...noPermissions, Get: ["Workers"], Put: ["Workers"] },
    probes: [{ kind: "verified", domain: "Workers", operation: "Get_Workers" }],
    ...changes,
  };
}

export function line(changes: Partial<GroupPermission> = {}): GroupPermission {
  return {
    securityGroup: "ISSG_Viva",
    domain: "Workers",
    access: "Get",
    status: "active",
    ...changes,
  };
}

export const held = [
  line(),
  line({ access: "Put" }),
  line({ securityGroup: "HR", access: "View" }),
];

export function shown(changes: Partial<Observed> = {}): Observed {
  return {
    user: { kind: "seen", part: user },
    groups: { kind: "seen", part: [group, { ...group, name: "HR", members: [] }] },
    permissions: { kind: "seen", part: held },
    exemptions: { kind: "seen", part: [] },
    accounts: { kind: "seen", part: [open] },
    ...changes,
  };
}

export function asUser(changes: Partial<typeof user>): Observed {
  return shown({ user: { kind: "seen", part: { ...user, ...changes } } });
}

export function asGroup(changes: Partial<SecurityGroup>): Observed {
  return shown({ groups: { kind: "seen", part: [{ ...group, ...changes }] } });
}

export function asHeld(...part: readonly GroupPermission[]): Observed {
  return shown({ permissions: { kind: "seen", part } });
}
