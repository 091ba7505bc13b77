import type { Access, Permission, Permissions } from "../model/permissions.ts";
import type { RecipeRequirements } from "./recipe-requirements.ts";

/** Kinds of security group that a guide allows, as Workday's task offers them. */
export const groupTypes = ["unconstrained", "constrained", "segment-based", "user-based"] as const;

export type GroupType = (typeof groupTypes)[number];

/** A domain that the guide names for a part of the product only. */
interface OptionalDomain extends Permission {
  /** What it is for, or who needs it. */
  readonly why: string;
}

/** A domain for which the guide does not say which access: the requester has to. */
interface OpenDomain {
  readonly domain: string;
  /** What it may be: two at least. */
  readonly accesses: readonly Access[];
}

/** A web-service action of a business process that the user has to be allowed to initiate. */
interface BusinessProcessNeed {
  readonly policy: string;
  /** Absent where the guide names none. */
  readonly action?: string;
  /** Whose action it is; absent: a web service's. */
  readonly service?: "web" | "rest";
  /** Why it is optional; absent where it is needed. */
  readonly optional?: string;
}

export interface ApiClientNeed {
  readonly task: "Register API Client for Integrations" | "Register API Client";
  readonly name?: string;
  /** Such as "SAML Bearer Grant". */
  readonly grant?: string;
  readonly nonExpiringRefreshTokens: boolean;
  readonly functionalAreas: readonly string[];
  readonly includeWorkdayOwnedScope: boolean;
  /** Why it is optional; absent where it is needed. */
  readonly optional?: string;
}

/** What an account may do is open in some segments only, by a group of its own kind. */
interface SegmentsNeed {
  /** Such as "learning topics". */
  readonly by: string;
  /** Why it is optional; absent where it is needed. */
  readonly optional?: string;
}

/** A way to sign on that is set up by hand, with the guide's own tasks in their order. */
interface SignOnNeed {
  readonly tasks: readonly string[];
}

interface AuthenticationPolicyNeed {
  /** As Workday names them, such as "User Name Password" or "X509". */
  readonly allowedTypes: readonly string[];
  readonly note?: string;
}

/** What one vendor needs, read from a file in `recipes/`. */
export interface Recipe extends RecipeRequirements {
  /** The name people type after `/workday-isu create`, such as `viva-learning`. */
  readonly name: string;
  /** Of the company's own folder; absent for one that comes with the bot. */
  readonly origin?: "own" | "own-instead";
  readonly vendor: string;
  /** Public title of the vendor's guide, with the date it was read. */
  readonly source: string;
  /** The guide's public address, where it is known. */
  readonly url?: string;
  readonly date: string;
  /** What of the guide is not known, so that the form asks for it; absent when all is. */
  readonly incomplete?: string;
  readonly userName?: string;
  readonly groupName?: string;
  /** Absent where the guide does not say. */
  readonly groupTypes?: readonly GroupType[];
  readonly requireNewPassword?: boolean;
  readonly sessionTimeoutMinutes?: number;
  readonly doNotAllowUiSessions: boolean;
  readonly permissions: Permissions;
  readonly optional?: readonly OptionalDomain[];
  readonly open?: readonly OpenDomain[];
  readonly businessProcesses?: readonly BusinessProcessNeed[];
  readonly apiClient?: ApiClientNeed;
  readonly segments?: SegmentsNeed;
  readonly x509?: SignOnNeed;
  readonly saml?: SignOnNeed;
  readonly authenticationPolicy?: AuthenticationPolicyNeed;
  readonly exemptFromPasswordExpiry?: boolean;
  /** What else the guide asks somebody to do, in words. */
  readonly furtherTasks?: readonly string[];
  readonly notes?: readonly string[];
}
