import { addAccount, findAccount, putPassword } from "./accounts.ts";
import type { Access, TenantDefinition } from "./definition.ts";
import { domainPermission, findDomain, permissionKey, proposeChange } from "./security.ts";
import {
  type IntegrationSystem,
  type PendingChange,
  type PerformedTask,
  type Permission,
  type PolicyContent,
  type SecurityTimestamp,
  type SignOn,
  type TenantState,
  widOf,
} from "./state.ts";
import { performTask } from "./tasks/perform-task.ts";
import type { TaskOutcome } from "./tasks/task.ts";
import {
  type AccountView,
  type GroupView,
  type LearningView,
  type TenantSnapshot,
  toAccountView,
  toGroupView,
  toLearningView,
  toSnapshot,
} from "./tenant-snapshot.ts";

/** What a test, the demo or the page may see of one tenant, and what a person can do in it. */
export interface TenantView {
  readonly name: string;
  accounts(): readonly AccountView[];
  integrationSystems(): readonly IntegrationSystem[];
  groups(): readonly GroupView[];
  /** Changes to domain and business process policies that no activation has made live yet. */
  pending(): readonly PendingChange[];
  activePermissions(): readonly Permission[];
  /** What a domain's policy holds besides permissions; `undefined` where that is nothing. */
  policy(domain: string): PolicyContent | undefined;
  timestamps(): readonly SecurityTimestamp[];
  tasksPerformed(): readonly PerformedTask[];
  signOns(): readonly SignOn[];
  /** Does a task the way a person does in Workday's pages; refusals come in Workday's manner, as a sentence. */
  perform(task: string, fields: unknown, by: string): TaskOutcome;
  /** Leaves a change behind as somebody else would, past the checks of the task. */
  seedPendingDomainChange(change: {
    readonly policy: string;
    readonly securityGroup: string;
    readonly access: Access;
    readonly change: "Added" | "Removed";
    readonly by: string;
  }): void;
  seedPendingBusinessProcessChange(change: {
    readonly policy: string;
    readonly action: string;
    readonly securityGroup: string;
    readonly change: "Added" | "Removed";
    readonly by: string;
  }): void;
  /** Compares a password without signing on: nothing is counted. */
  hasPassword(userName: string, password: string): boolean;
  /** Gives an account another password, as an administrator does. */
  changePassword(userName: string, password: string): void;
  /** Lifts the lock that five wrong passwords put on an account. */
  unlock(userName: string): void;
  /** Everything the page shows; no password in it. */
  learning(): LearningView;
  snapshot(): TenantSnapshot;
}

export interface Tenant {
  readonly state: TenantState;
  readonly view: TenantView;
}

interface Surroundings {
  readonly now: () => number;
  readonly changed: () => void;
  readonly passwordsSeen: Set<string>;
}

export function createTenant(definition: TenantDefinition, surroundings: Surroundings): Tenant {
  const state = toState(definition, surroundings);
  return { state, view: toView(state) };
}

function toState(definition: TenantDefinition, surroundings: Surroundings): TenantState {
  const policy = definition.authenticationPolicy;
  const state: TenantState = {
    definition,
    ...surroundings,
    accounts: new Map(),
    integrationSystems: new Map(),
    groups: new Map(),
    active: new Map(),
    pending: new Map(),
    policies: new Map(Object.entries(definition.policies ?? {})),
    timestamps: (definition.timestamps ?? []).map((entry) => ({ ...entry, changes: [] })),
    tasksPerformed: [],
    signOns: [],
    learningTopics: new Map(),
    learningCategories: new Map(),
    learningSegments: new Map(),
    learningContent: new Map(
      (definition.learningContent ?? []).map((title) => [
        title.toLowerCase(),
        { title, topics: new Set(), categories: new Set() },
      ]),
    ),
    apiClients: (definition.apiClients ?? []).map((client) => ({
      ...client,
      name: client.clientId,
      scopes: [],
      nonExpiringRefreshTokens: true,
      includeWorkdayOwnedScope: false,
      isForIntegrations: true,
      refreshTokens: new Map(client.refreshTokens.map(({ token, userName }) => [token, userName])),
    })),
    accessTokens: new Map(),
    authenticationPolicy: policy && {
      allowed: new Set(policy.allowed.map((name) => name.toLowerCase())),
      removing: new Set(),
      pending: new Set(),
    },
  };
  seed(state, definition);
  return state;
}

function seed(state: TenantState, definition: TenantDefinition): void {
  for (const { id, name } of definition.integrationSystems) {
    const wid = widOf(definition.name, "integration-system", id);
    state.integrationSystems.set(id, { wid, id, name, template: undefined });
  }
  for (const account of definition.accounts) addAccount(state, account);
  for (const { name, members, permissions } of definition.groups) {
    state.groups.set(name.toLowerCase(), {
      wid: widOf(definition.name, "group", name),
      id: name,
      comment: "",
      name,
      type: "Integration System Security Group (Unconstrained)",
      isActive: true,
      members: new Set(members.map((member) => memberName(state, name, member))),
      administeredBy: new Set(),
      includedIn: new Set(),
    });
    for (const [domain, accesses] of Object.entries(permissions)) {
      seedPermissions(state, name, domain, accesses);
    }
  }
  for (const name of definition.learningTopics ?? []) {
    const id = `LEARNING_TOPIC-${name.replaceAll(/\W+/g, "_")}`;
    const wid = widOf(definition.name, "learning-topic", id);
    const topic = { wid, id, name, description: "", isInactive: false, members: new Set<string>() };
    state.learningTopics.set(id, topic);
  }
}

/** The member's user name as his account spells it. */
function memberName(state: TenantState, group: string, member: string): string {
  const account = findAccount(state, member);
  if (account === undefined) throw new Error(`"${group}" has an unknown member "${member}".`);
  return account.userName;
}

function seedPermissions(
  state: TenantState,
  group: string,
  domain: string,
  accesses: readonly Access[],
): void {
  const policy = findDomain(state, domain);
  if (policy === undefined) throw new Error(`The tenant's definition has no domain "${domain}".`);
  for (const access of accesses) {
    const permission = domainPermission(policy, group, access);
    state.active.set(permissionKey(permission), permission);
  }
}

/** A removal needs something to remove: the permission was active before. */
function seedChange(
  state: TenantState,
  permission: Permission,
  change: "Added" | "Removed",
  by: string,
): void {
  if (change === "Removed") state.active.set(permissionKey(permission), permission);
  proposeChange(state, permission, change, by);
  state.changed();
}

function toView(state: TenantState): TenantView {
  return {
    name: state.definition.name,
    accounts: () => [...state.accounts.values()].map(toAccountView),
    integrationSystems: () =>
      [...state.integrationSystems.values()].map((system) => ({ ...system })),
    groups: () => [...state.groups.values()].map(toGroupView),
    pending: () => [...state.pending.values()],
    activePermissions: () => [...state.active.values()],
    policy: (domain) => state.policies.get(domain),
    timestamps: () => [...state.timestamps],
    tasksPerformed: () => [...state.tasksPerformed],
    signOns: () => [...state.signOns],
    perform: (task, fields, by) => performTask(state, { task, fields, by }),
    seedPendingDomainChange({ policy, securityGroup, access, change, by }) {
      const domain = findDomain(state, policy) ?? policy;
      seedChange(state, domainPermission(domain, securityGroup, access), change, by);
    },
    seedPendingBusinessProcessChange({ change, by, ...line }) {
      seedChange(state, { kind: "business-process", access: "", ...line }, change, by);
    },
    hasPassword: (userName, password) => findAccount(state, userName)?.password === password,
    changePassword(userName, password) {
      const account = findAccount(state, userName);
      if (account === undefined) throw new Error(`There is no account "${userName}".`);
      putPassword(state, account, password);
    },
    unlock(userName) {
      const account = findAccount(state, userName);
      if (account === undefined) throw new Error(`There is no account "${userName}".`);
      account.isLocked = false;
      account.wrongPasswordsInARow = 0;
      state.changed();
    },
    learning: () => toLearningView(state),
    snapshot: () => toSnapshot(state),
  };
}
