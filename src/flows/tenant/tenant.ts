import type { PersonId, TenantName, UserGroupId } from "../model/ids.ts";
import type { TaskHand, TaskName } from "../tasks/task.ts";
import type { EffectTimes } from "./effect-times.ts";
import type { NamePatterns } from "./name-patterns.ts";
import type { Recipe } from "./recipe.ts";
import type { TicketRule } from "./ticket-rule.ts";
import type { UserNameRule } from "./user-name-rule.ts";

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

/** The reads that may be probes, by Workday's own names. */
export const probeOperations = [
  "Get_Workers",
  "Get_Integration_System_Users",
  "Get_Integration_Systems",
  "Get_Learning_Topics",
] as const;

export type ProbeOperation = (typeof probeOperations)[number];

/** An authentication policy, with the ways to sign on that it allows an account's group. */
export interface AuthenticationPolicy {
  /** Absent where the tenant has one only. */
  readonly name?: string;
  /** As Workday names them, such as "User Name Password". */
  readonly allowedTypes: readonly string[];
}

interface DelegationRules {
  readonly to: PeopleList;
  /** The longest delegation, in days. */
  readonly maxDays: number;
}

/**
 * When a change to what groups may do is approved: before anything of it is made, before its activation, or both. What
 * takes effect without an activation is approved before, in any case.
 */
export type ApprovalTime = (typeof approvalTimes)[number];

/** Each of them, for schemas. */
export const approvalTimes = ["plan", "activation", "both"] as const;

/** What replaces the tenant's own rules for requests that are filled from one recipe. */
export interface RecipeRules {
  /** The recipe's name, or `blank` for requests without one. */
  readonly recipe: string;
  /** What the recipe itself asks for: more than that is not what these rules are about. */
  readonly covers?:
    | "anything"
    | Pick<
        Recipe,
        | "permissions"
        | "businessProcesses"
        | "doNotAllowUiSessions"
        | "exemptFromPasswordExpiry"
        | "apiClient"
      >;
  readonly rules: Partial<
    Pick<
      Tenant,
      | "requesters"
      | "doers"
      | "approvers"
      | "approvals"
      | "remindAfterMs"
      | "escalation"
      | "approvalExpiresAfterMs"
    >
  >;
}

/** One tenant's rules, from the configuration file. */
export interface Tenant extends EffectTimes {
  readonly name: TenantName;
  /** What people call it, such as "Acme sandbox". */
  readonly label: string;
  readonly production: boolean;
  /** Everything is read, watched and planned, and nothing is done. Absent: things are done. */
  readonly observe?: true;
  /** The most requests that one person may have open in this tenant at once. */
  readonly maxOpenRequestsPerPerson: number;
  /** Whether who asked for a change may carry out its activation by hand. Absent: somebody else does. */
  readonly requestersMayActivate?: true;
  /** Whether every request names a ticket. Absent: one may. */
  readonly needsTicket?: true;
  /** How its tickets are numbered, and where each is. Absent: a ticket is an address, wherever it leads. */
  readonly tickets?: TicketRule;
  /** The Slack channel where this tenant's requests live, such as `C024BE91L`. */
  readonly channel: string;
  readonly requesters: PeopleList;
  readonly doers: PeopleList;
  readonly approvers: PeopleList;
  /** Who may list its accounts; absent: doers and approvers. */
  readonly readers?: PeopleList;
  /** Who may read its audit trail; absent: nobody. */
  readonly auditors?: PeopleList;
  /** How many people have to approve, each another. */
  readonly approvals: {
    readonly needed: number;
    /** Where the tenant has no reports that show what is pending. At least `needed`. */
    readonly neededWhenUnseen: number;
    /** What an approver proves on the bot's own page, besides the click in Slack; absent asks for nothing. */
    readonly secondFactor?: "passkey";
    /** Absent: before the activation; under a recipe's rules: as the tenant says. */
    readonly at?: ApprovalTime;
    /** Also in production an activation may follow from its plan's approval; absent: it is approved there. */
    readonly activation?: "follows";
    /** How long a plan waits for its approval, and that approval counts; absent: as any other. */
    readonly planExpiresAfterMs?: number;
  };
  /** Requests that come to their activation are released together; absent: each by itself. */
  readonly releases?: "together";
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
  /** What the form of a new user proposes for a recipe; absent: the recipe's own names. */
  readonly names?: NamePatterns;
  /** A regular expression that user names must match, with a sentence that says it in words. */
  readonly userNameRule?: UserNameRule;
  /** Accounts that are never the object of a request, the bot's own first. Found by what they look like. */
  readonly protectedAccounts: readonly string[];
  readonly protectedGroups: readonly string[];
  /** By a person's id, or `runner`: the Workday account in which they change something. Absent: nobody said. */
  readonly workdayAccounts?: Readonly<Partial<Record<PersonId | "runner", string>>>;
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
  /** Whether a new account is exempt from password expiration where the form does not say; absent: no. */
  readonly exemptFromPasswordExpiry?: boolean;
  /** Present where the tenant has one that new accounts have to be allowed in. */
  readonly authenticationPolicy?: AuthenticationPolicy;
  /** When passwords are due, in days that may be fractions. */
  readonly rotation: {
    /** From a password's issue until it is due. */
    readonly everyDays: number;
    /** How long before that it is told, falling. None: nothing is told, not even what is overdue. */
    readonly remindBeforeDays: readonly number[];
  };
  /** What is told from the tenant's log of sign-ons. */
  readonly signOns: {
    /** So many days without a use are told; 0 tells nothing of it. */
    readonly unusedAfterDays: number;
    readonly tellNewOrigins: boolean;
  };
  /** Rules of their own for requests that are filled from a recipe. Read through `rulesFor` and `rulesOf`. */
  readonly perRecipe: readonly RecipeRules[];
  /** Who may be named to approve for an approver who is away; absent where nobody may. */
  readonly delegation?: DelegationRules;
}
