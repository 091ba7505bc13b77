import type { BusinessProcess } from "../model/business-process.ts";
import type { ConstrainedGroup, ExistingGroup } from "../model/group-settings.ts";
import type { Observation } from "../model/observation.ts";
import type { Permissions } from "../model/permissions.ts";
import type { SegmentedAccess } from "../model/segments.ts";
import type { SignOn } from "../model/sign-on.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import type { IntegrationSystemUser } from "../ports/workday.ts";
import type { ProbeOutcome } from "../request/step-facts.ts";
import type { ObservedAccounts } from "./compare-lock.ts";
import type { ShownGroups } from "./find-group.ts";
import type { ObservedExemptions } from "./password-exemption.ts";

/** What one request asked the tenant to hold. */
export interface Expected {
  readonly systemId: string;
  readonly userName: string;
  readonly doNotAllowUiSessions: boolean;
  readonly sessionTimeoutMinutes?: number;
  /** Absent: a password of the bot's, and nothing else. */
  readonly signOn?: SignOn;
  /** Whether it is exempt from password expiration; absent: no. */
  readonly isExempt?: boolean;
  readonly groupName: string;
  /** What type of group was asked for; absent where the group was there before. */
  readonly groupType?: { readonly kind: "unconstrained" } | ConstrainedGroup;
  /** Other groups that requests of the bot's have put the account into; absent: none. */
  readonly alsoIn?: readonly string[];
  readonly permissions: Permissions;
  /** Other accounts of the bot's in the group; absent: none. */
  readonly others?: readonly string[];
  /** Where the group was there before: its other members are no difference. */
  readonly existing?: ExistingGroup;
  /** Absent: active. */
  readonly isGroupInactive?: boolean;
  /** What its group may initiate. */
  readonly businessProcesses?: readonly BusinessProcess[];
  /** What was taken from the group; absent: nothing. */
  readonly processesGone?: readonly BusinessProcess[];
  /** Policies of business processes in which the group may act by other requests of the bot's; absent: none. */
  readonly knownProcesses?: readonly string[];
  /** What the account may do in segments only. Absent: nothing. */
  readonly segmented?: SegmentedAccess;
  /** The authentication policy that a person changed for the account; absent: none. */
  readonly policy?: { readonly words: string; readonly hasSignedOn: boolean };
  /** Whether somebody signed on with the password that the request issued; absent: nobody did. */
  readonly hasSignedOn?: boolean;
  /** What reads as the new user showed, once. */
  readonly probes: readonly ProbeOutcome[];
}

/** What the tenant shows now. */
export interface Observed extends ShownGroups {
  readonly user: Observation<IntegrationSystemUser | undefined>;
  readonly permissions: Observation<readonly GroupPermission[]>;
  readonly exemptions: ObservedExemptions;
  readonly accounts: ObservedAccounts;
}
