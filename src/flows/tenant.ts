import type { PersonId, TenantName, UserGroupId } from "./ids.ts";
import type { TaskHand, TaskName } from "./task.ts";

/** People named one by one and by user group. A person counts when either names them. */
export interface PeopleList {
  readonly people: readonly PersonId[];
  readonly groups: readonly UserGroupId[];
}

/** What a tenant's *Maintain Password Rules* demands of a generated password. */
export interface PasswordRules {
  /** Characters, at least 12 and at most 64. */
  readonly length: number;
  readonly upper: boolean;
  readonly lower: boolean;
  readonly digit: boolean;
  readonly special: boolean;
}

/** A harmless read that shows one domain's Get. Which read proves which domain is the tenant's to say. */
interface Probe {
  readonly domain: string;
  readonly operation: ProbeOperation;
}

export type ProbeOperation =
  | "Get_Workers"
  | "Get_Integration_System_Users"
  | "Get_Integration_Systems"
  | "Get_Learning_Topics";

/** One tenant's rules, from the configuration file. */
export interface Tenant {
  readonly name: TenantName;
  /** What people call it, such as "Acme sandbox". */
  readonly label: string;
  readonly production: boolean;
  /** The Slack channel where this tenant's requests live, such as `C024BE91L`. */
  readonly channel: string;
  readonly requesters: PeopleList;
  readonly doers: PeopleList;
  readonly approvers: PeopleList;
  /** How many people have to approve, each another. */
  readonly approvals: {
    readonly needed: number;
    /** Where the tenant has no reports that show what is pending. At least `needed`. */
    readonly neededWhenUnseen: number;
  };
  /** From the card's posting, growing: when those who may approve are reminded. */
  readonly remindAfterMs: readonly number[];
  /** Who may approve too, once nobody has for so long since the card's posting. */
  readonly escalation?: { readonly afterMs: number; readonly approvers: PeopleList };
  /** From the card's posting until an approval no longer counts. Also how long a stuck request waits. */
  readonly approvalExpiresAfterMs: number;
  readonly hands: Readonly<Record<TaskName, TaskHand>>;
  /** Where a task can be opened in the browser, by task; without one the words say "search for". */
  readonly taskLinks: Partial<Readonly<Record<TaskName, string>>>;
  readonly passwordRules: PasswordRules;
  /** The most minutes that the tenant's password rules allow for a session. */
  readonly maxSessionTimeoutMinutes: number;
  /** The template of a new integration system, where the tenant needs one. */
  readonly integrationTemplate?: string;
  /** A regular expression that user names must match, with a sentence that says it in words. */
  readonly userNameRule?: { readonly pattern: string; readonly words: string };
  /** Accounts that are never the object of a request: the bot's own first. Compared without case. */
  readonly protectedAccounts: readonly string[];
  readonly protectedGroups: readonly string[];
  /** Domains that administer security itself: refused. */
  readonly refusedDomains: readonly string[];
  /** Domains that the owner allows although they administer security: two people approve them at least. */
  readonly sensitiveDomains: readonly string[];
  readonly probes: readonly Probe[];
  readonly secrets: {
    /** First part of every secret's name. */
    readonly prefix: string;
    /** Days until the stored secret's `exp`; Key Vault raises `SecretNearExpiry` 30 days before. */
    readonly expiresAfterDays: number;
  };
}
