import type { DraftKind } from "../../../src/flows/request/draft.ts";

/** Fields of the emulated tenant that may change after a request without a look noticing it, and why. */
export interface Unnoticed {
  readonly fields: readonly string[];
  readonly because: string;
  /** After these kinds of request only; absent: after every one. */
  readonly kinds?: readonly DraftKind[];
}

export const unnoticed: readonly Unnoticed[] = [
  {
    fields: ["account.wid", "group.wid", "group.id", "client.clientId"],
    because: "Workday gives it once and never changes it; the bot finds things by name",
  },
  {
    fields: ["account.kind"],
    because: "an integration system user does not become a worker: Workday has no task for it",
  },
  {
    fields: ["account.password", "client.clientSecret"],
    because: "nobody can read it; a sign-on tells, and the bot makes none with what it gave away",
  },
  {
    fields: ["account.wrongPasswordsInARow"],
    because: "it stops nobody before the account is locked, and then that shows",
  },
  {
    fields: ["account.signOns", "account.passwordChanges", "account.createdAt"],
    because: "the emulator counts it for tests; it is nothing that anybody asks for",
  },
  {
    fields: ["group.comment"],
    because: "it gives nobody anything",
  },
  {
    fields: ["permission.action"],
    because: "a domain's permission has none",
  },
  {
    fields: ["process.action"],
    because:
      "nothing shows by which action a group may initiate a business process: the request is unverified for it",
  },
  {
    fields: ["process.access"],
    because: "a business process's permission has none",
  },
  {
    fields: ["policy.notes", "policy.subpolicies"],
    because:
      "notes give nobody anything, and what stands below a domain has permissions of its own",
  },
  {
    fields: [
      "authenticationPolicy.allowed",
      "authenticationPolicy.pending",
      "authenticationPolicy.removing",
    ],
    because:
      "no source of authentication policies is known; what lets an account in is seen when it signs on",
  },
  {
    fields: [
      "client.name",
      "client.scopes",
      "client.nonExpiringRefreshTokens",
      "client.includeWorkdayOwnedScope",
      "client.isForIntegrations",
      "client.refreshTokens",
      "client.isDisabled",
    ],
    because:
      "Get_API_Clients is unknown and REST answers 404: each of them is a line that nobody can see",
  },
  {
    fields: [
      "account.requireNewPassword",
      "account.sessionTimeoutMinutes",
      "account.isLocked",
      "account.isDisabled",
      "account.expiresOn",
      "policy.disabled",
    ],
    because: "the account ended: nobody signs on, whatever they are",
    kinds: ["retire"],
  },
  {
    fields: [
      "group.type",
      "group.administeredBy",
      "group.includedIn",
      "group.members",
      "group.constraint",
      "group.constraint.organizations",
      "group.constraint.scope",
    ],
    because:
      "the group is inactive and holds nothing: who else is in it, and what it was, gives nobody anything",
    kinds: ["retire"],
  },
];
