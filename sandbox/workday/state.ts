import { createHash } from "node:crypto";
import type { Access, AccountKind, TenantDefinition } from "./definition.ts";

export interface WebServiceSecurity {
  readonly x509: boolean;
  readonly x509Key: string | undefined;
  readonly saml: boolean;
  readonly samlIssuer: string | undefined;
  readonly identityProviderKey: string | undefined;
  readonly holderOfKeyKey: string | undefined;
}

export interface Account {
  readonly wid: string;
  userName: string;
  readonly kind: AccountKind;
  password: string;
  integrationSystem: string | undefined;
  requireNewPassword: boolean;
  sessionTimeoutMinutes: number;
  doNotAllowUiSessions: boolean;
  webServiceSecurity: readonly WebServiceSecurity[];
  exemptFromPasswordExpiration: boolean;
  wrongPasswordsInARow: number;
  isLocked: boolean;
  isDisabled: boolean;
  /** The first day on which it is no more, such as 2027-01-31; "" for none. */
  expiresOn: string;
  signOns: number;
  passwordChanges: number;
  readonly createdAt: number;
}

export interface IntegrationSystem {
  readonly wid: string;
  readonly id: string;
  name: string;
  template: string | undefined;
}

export interface SecurityGroup {
  readonly wid: string;
  /** The Tenant_Security_Group_ID. */
  readonly id: string;
  readonly comment: string;
  readonly name: string;
  readonly type: string;
  isActive: boolean;
  /** User names. */
  readonly members: Set<string>;
  /** Groups that may change who is in it, by name. */
  readonly administeredBy: Set<string>;
  /** Aggregation groups and the like that are made of it, by name. */
  readonly includedIn: Set<string>;
  /** How often the service of unconstrained groups sends its data; once unless said. */
  readonly timesShown?: number;
  /** Of a constrained group. */
  readonly constraint?: {
    readonly organizations: readonly string[];
    readonly scope: "current" | "subordinates";
  };
  /** Of a segment-based group: names of groups whose members it is for, and what it opens. */
  readonly segmentBased?: {
    readonly securityGroups: Set<string>;
    readonly segments: readonly string[];
  };
}

/** What stands in a domain's policy besides its permissions. */
export interface PolicyContent {
  readonly disabled: string;
  readonly notes: string;
  /** As XML. */
  readonly subpolicies: string;
}

/** A line in a security policy. `action` is "" for a domain, `access` is "" for a business process. */
export interface Permission {
  readonly kind: "domain" | "business-process";
  readonly policy: string;
  readonly action: string;
  readonly securityGroup: string;
  readonly access: Access | "";
}

export interface PendingChange extends Permission {
  readonly change: "Added" | "Removed";
  readonly changedBy: string;
  readonly changedAt: number;
}

export interface SecurityTimestamp {
  readonly comment: string;
  readonly by: string;
  readonly at: number;
  readonly changes: readonly PendingChange[];
}

export interface PerformedTask {
  readonly task: string;
  readonly fields: unknown;
  readonly by: string;
  readonly at: number;
  readonly status: "done" | "refused";
  readonly detail: string;
}

export interface SignOn {
  readonly userName: string;
  readonly at: number;
  readonly ok: boolean;
  /** The operation, report or endpoint that was asked for. */
  readonly for: string;
  /** From where; what a proxy in front says, else this machine's. */
  readonly address: string;
  /** In Workday's words. */
  readonly channel: string;
  readonly type: string;
  /** Why nobody was let in. */
  readonly refusal?: SignOnRefusal;
}

export type SignOnRefusal =
  | "locked"
  | "wrong-password"
  | "new-password-required"
  | "authentication-policy";

export interface NamedThing {
  readonly wid: string;
  readonly id: string;
  name: string;
  description: string;
  isInactive: boolean;
  readonly members: Set<string>;
}

/** Learning content, and what it is marked with. */
export interface LearningContent {
  readonly title: string;
  readonly topics: Set<string>;
  readonly categories: Set<string>;
}

export interface ApiClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly nonExpiringRefreshTokens: boolean;
  readonly includeWorkdayOwnedScope: boolean;
  /** Registered with the task for integrations, or with another grant than theirs. */
  readonly isForIntegrations: boolean;
  /** Refresh token → user name. */
  readonly refreshTokens: Map<string, string>;
  readonly isDisabled?: true;
}

/** Everything one tenant holds, in memory only. Maps are keyed by the name in lower case. */
export interface TenantState {
  readonly definition: TenantDefinition;
  readonly now: () => number;
  /** Says that something an onlooker may show is different now. */
  readonly changed: () => void;
  readonly accounts: Map<string, Account>;
  readonly integrationSystems: Map<string, IntegrationSystem>;
  readonly groups: Map<string, SecurityGroup>;
  readonly active: Map<string, Permission>;
  readonly pending: Map<string, PendingChange>;
  /** By domain; only where a policy holds something besides permissions. */
  readonly policies: Map<string, PolicyContent>;
  readonly timestamps: SecurityTimestamp[];
  readonly tasksPerformed: PerformedTask[];
  readonly signOns: SignOn[];
  readonly learningTopics: Map<string, NamedThing>;
  readonly learningCategories: Map<string, NamedThing>;
  readonly learningSegments: Map<string, NamedThing>;
  readonly learningContent: Map<string, LearningContent>;
  readonly apiClients: ApiClient[];
  readonly accessTokens: Map<string, { readonly userName: string; readonly expiresAt: number }>;
  readonly authenticationPolicy:
    | {
        readonly allowed: Set<string>;
        /** To be allowed, and to be allowed no more, with the next activation. */
        readonly pending: Set<string>;
        readonly removing: Set<string>;
      }
    | undefined;
  readonly passwordsSeen: Set<string>;
}

/** A Workday ID: 32 hexadecimal digits, the same for the same thing in every run. */
export function widOf(tenant: string, kind: string, key: string): string {
  const text = `${tenant}\n${kind}\n${key.toLowerCase()}`;
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
