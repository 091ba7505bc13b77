import type { AccountKind } from "./definition.ts";
import type {
  Account,
  IntegrationSystem,
  PendingChange,
  PerformedTask,
  Permission,
  SecurityGroup,
  SecurityTimestamp,
  SignOn,
  TenantState,
} from "./state.ts";

/** An account as an onlooker sees it: without its password. */
export interface AccountView {
  readonly wid: string;
  readonly userName: string;
  readonly kind: AccountKind;
  readonly integrationSystem: string | undefined;
  readonly requireNewPassword: boolean;
  readonly sessionTimeoutMinutes: number;
  readonly doNotAllowUiSessions: boolean;
  readonly exemptFromPasswordExpiration: boolean;
  readonly isLocked: boolean;
  readonly signOns: number;
  readonly passwordChanges: number;
  readonly createdAt: number;
}

export interface GroupView {
  readonly wid: string;
  readonly name: string;
  readonly type: string;
  readonly isActive: boolean;
  readonly members: readonly string[];
}

export interface TenantSnapshot {
  readonly name: string;
  readonly domains: readonly string[];
  readonly accounts: readonly AccountView[];
  readonly integrationSystems: readonly IntegrationSystem[];
  readonly groups: readonly GroupView[];
  readonly pending: readonly PendingChange[];
  readonly activePermissions: readonly Permission[];
  readonly timestamps: readonly SecurityTimestamp[];
  readonly tasksPerformed: readonly PerformedTask[];
  readonly signOns: readonly SignOn[];
  readonly apiClients: readonly { readonly name: string; readonly refreshTokens: number }[];
}

export function toAccountView(account: Account): AccountView {
  return {
    wid: account.wid,
    userName: account.userName,
    kind: account.kind,
    integrationSystem: account.integrationSystem,
    requireNewPassword: account.requireNewPassword,
    sessionTimeoutMinutes: account.sessionTimeoutMinutes,
    doNotAllowUiSessions: account.doNotAllowUiSessions,
    exemptFromPasswordExpiration: account.exemptFromPasswordExpiration,
    isLocked: account.isLocked,
    signOns: account.signOns,
    passwordChanges: account.passwordChanges,
    createdAt: account.createdAt,
  };
}

export function toGroupView({ wid, name, type, isActive, members }: SecurityGroup): GroupView {
  return { wid, name, type, isActive, members: [...members] };
}

export function toSnapshot(state: TenantState): TenantSnapshot {
  return {
    name: state.definition.name,
    domains: state.definition.domains,
    accounts: [...state.accounts.values()].map(toAccountView),
    integrationSystems: [...state.integrationSystems.values()].map((system) => ({ ...system })),
    groups: [...state.groups.values()].map(toGroupView),
    pending: [...state.pending.values()],
    activePermissions: [...state.active.values()],
    timestamps: [...state.timestamps],
    tasksPerformed: [...state.tasksPerformed],
    signOns: [...state.signOns],
    apiClients: state.apiClients.map(({ name, refreshTokens }) => ({
      name,
      refreshTokens: refreshTokens.size,
    })),
  };
}
