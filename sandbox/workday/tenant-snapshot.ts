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
  WebServiceSecurity,
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
  readonly webServiceSecurity: readonly WebServiceSecurity[];
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
  /** Of a constrained group. */
  readonly constraint?: NonNullable<SecurityGroup["constraint"]>;
  /** Of a segment-based group. */
  readonly segmentBased?: {
    readonly securityGroups: readonly string[];
    readonly segments: readonly string[];
  };
}

/** What Learning holds. */
export interface LearningView {
  readonly topics: readonly string[];
  readonly categories: readonly string[];
  /** Topic security segments, with the names of their topics. */
  readonly segments: readonly { readonly id: string; readonly topics: readonly string[] }[];
  readonly content: readonly {
    readonly title: string;
    readonly topics: readonly string[];
    readonly categories: readonly string[];
  }[];
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
  readonly learning: LearningView;
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
    webServiceSecurity: account.webServiceSecurity,
    exemptFromPasswordExpiration: account.exemptFromPasswordExpiration,
    isLocked: account.isLocked,
    signOns: account.signOns,
    passwordChanges: account.passwordChanges,
    createdAt: account.createdAt,
  };
}

export function toGroupView(group: SecurityGroup): GroupView {
  const { wid, name, type, isActive, members, constraint, segmentBased } = group;
  return {
    wid,
    name,
    type,
    isActive,
    members: [...members],
    ...(constraint && { constraint }),
    ...(segmentBased && {
      segmentBased: { ...segmentBased, securityGroups: [...segmentBased.securityGroups] },
    }),
  };
}

export function toLearningView(state: TenantState): LearningView {
  const { learningTopics, learningCategories, learningSegments, learningContent } = state;
  return {
    topics: [...learningTopics.values()].map(({ name }) => name),
    categories: [...learningCategories.values()].map(({ name }) => name),
    segments: [...learningSegments.values()].map(({ name, members }) => ({
      id: name,
      topics: [...members].flatMap((id) => learningTopics.get(id)?.name ?? []),
    })),
    content: [...learningContent.values()].map(({ title, topics, categories }) => ({
      title,
      topics: [...topics],
      categories: [...categories],
    })),
  };
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
    learning: toLearningView(state),
  };
}
