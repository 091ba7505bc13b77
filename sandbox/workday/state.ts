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
  readonly name: string;
  readonly type: string;
  isActive: boolean;
  /** User names. */
  readonly members: Set<string>;
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
}

export interface NamedThing {
  readonly wid: string;
  readonly id: string;
  name: string;
  description: string;
  isInactive: boolean;
  readonly members: Set<string>;
}

export interface ApiClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Refresh token → user name. */
  readonly refreshTokens: Map<string, string>;
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
  readonly timestamps: SecurityTimestamp[];
  readonly tasksPerformed: PerformedTask[];
  readonly signOns: SignOn[];
  readonly learningTopics: Map<string, NamedThing>;
  readonly learningCategories: Map<string, NamedThing>;
  readonly learningSegments: Map<string, NamedThing>;
  readonly apiClients: ApiClient[];
  readonly accessTokens: Map<string, { readonly userName: string; readonly expiresAt: number }>;
  readonly authenticationPolicy:
    | { readonly allowed: Set<string>; readonly pending: Set<string> }
    | undefined;
  readonly passwordsSeen: Set<string>;
}

/** A Workday ID: 32 hexadecimal digits, the same for the same thing in every run. */
export function widOf(tenant: string, kind: string, key: string): string {
  const text = `${tenant}\n${kind}\n${key.toLowerCase()}`;
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
