import { kindOf } from "../kinds/kinds.ts";
import type { GroupSettings } from "../model/group-settings.ts";
import { formatUtc } from "../model/ids.ts";
import { listPermissions, noPermissions } from "../model/permissions.ts";
import { groupToActivate } from "../model/segments.ts";
import type { SignOn, TokenSignOn } from "../model/sign-on.ts";
import { type Account, accountOf, type Draft } from "../request/draft.ts";
import type { Recorded } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import type { ClientTask } from "../tasks/client-task.ts";
import type { SignOnTask } from "../tasks/sign-on-task.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { AuthenticationPolicy } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { truncate } from "../text/truncate.ts";
import { describeSegmentSteps } from "./describe-segments.ts";

type SignOnStep = SignOnTask["name"] | "enable-token-sign-on";

type ClientStep = ClientTask["name"] | "disable-old-client-secrets" | "disable-client-secrets";

/** A step as one plain sentence. */
export function describeStep(name: StepName, draft: Draft): string {
  const account: Partial<Account> = accountOf(draft) ?? {};
  const user = truncate(account.userName ?? "", 100);
  const group = truncate(account.groupName ?? "", 150);
  const toActivate = truncate(groupToActivate({ groupName: "", ...account }), 150);
  const system = truncate(account.system?.name ?? "", 150);
  const said: Record<StepName, string> = {
    "create-integration-system": `Make the integration system ${system}`,
    "create-user": `Make the account ${user} with a password that ${describeFirst(account)}, so that nobody can sign on yet`,
    "create-security-group": `Make the security group ${group}${describeGroupKind(account)}`,
    "add-group-member": `Put ${user} into the group ${group}`,
    "grant-permissions": `Add ${countPermissions(draft)} to the group, pending until they are activated`,
    approve: "Decide whether everything that is pending may go live",
    activate: "Activate the pending security policy changes",
    "issue-credential": `Issue the password straight into Key Vault, where no person sees it${describeTry(account)}`,
    verify: "Look at the tenant and compare it with what was asked",
    "approve-plan": "Decide whether everything that follows may be done",
    "tell-before": "Tell the people named that the password changes now",
    "tell-after": "Tell them that it is changed",
    "disable-old-versions": "Disable the versions of the secret that hold an older password",
    "revoke-permissions": `Take the permissions away from the group ${group}`,
    "remove-group-member": `Take ${user} out of the group ${group}`,
    "inactivate-security-group": `Inactivate the group ${toActivate}`,
    "activate-security-group": `Activate the group ${toActivate}: what it is granted counts at once`,
    "scramble-user": `Give the account ${user} a password that nobody knows`,
    "disable-secret": "Disable the stored secret",
    "grant-business-processes": `Let the group ${group} initiate business processes by web service, pending until that is activated`,
    "revoke-business-processes": `Take the group ${group} out of the business processes that it may initiate`,
    "activate-previous-timestamp": describeRollback(draft),
    ...describeSignOnSteps(account),
    ...describeClientSteps(account),
    ...describeSegmentSteps(account),
    ...describeEdit(draft, group),
  };
  return said[name];
}

function describeSignOnSteps(account: Partial<Account>): Record<SignOnStep, string> {
  const user = truncate(account.userName ?? "", 100);
  return {
    "enable-token-sign-on": `Switch ${describeTokens(account)} on for the account ${user}`,
    "exempt-from-password-expiry": `Exempt the account ${user} from password expiration`,
    "remove-password-exemption": `End the exemption of ${user} from password expiration`,
    "allow-in-authentication-policy": `Let ${user} sign on in the authentication policy (${describeTypes(account.authenticationPolicy)}), pending until it is activated`,
    "remove-from-authentication-policy": `Take ${user} out of the authentication policy, pending until it is activated`,
    "activate-authentication-policies":
      "Activate everything that is pending in the authentication policies, from whomever it is",
  };
}

function describeClientSteps({ userName, client }: Partial<Account>): Record<ClientStep, string> {
  const user = truncate(userName ?? "", 100);
  const name = truncate(client?.name ?? "", 150);
  return {
    "register-api-client": `Register the API client ${name} with a refresh token for ${user}, and enter both straight into Key Vault`,
    "replace-refresh-token": `Generate another refresh token of ${name} for ${user}, and enter it straight into Key Vault`,
    "disable-api-client": `Disable the API client ${name}`,
    "disable-old-client-secrets": "Disable the versions of the API client's secrets that are older",
    "disable-client-secrets": "Disable the stored secrets of the API client",
  };
}

function describeFirst({ passwordFrom }: SignOn): string {
  return passwordFrom === "workday"
    ? "Workday makes at random and nobody knows"
    : "is thrown away at once";
}

function describeTry({ requireNewPassword }: SignOn): string {
  return requireNewPassword === true
    ? ". Signing on is not tried: it has to be changed first"
    : ", and sign on with it to prove that it works";
}

function describeTypes(policy: AuthenticationPolicy | undefined): string {
  return truncate((policy?.allowedTypes ?? []).join(", "), 300);
}

function describeGroupKind({ group, isGroupInactive }: GroupSettings = {}): string {
  const kinds = [
    ...(group?.kind === "constrained" ? ["constrained"] : []),
    ...(isGroupInactive === true ? ["inactive"] : []),
  ];
  return kinds.length === 0 ? "" : ` (${kinds.join(", ")})`;
}

function describeRollback(draft: Draft): string {
  const where = "to" in draft ? ` of ${formatUtc(draft.to.at)}` : "";
  return `Go back to the security timestamp${where}: what was activated after it becomes pending again`;
}

/** The steps of an edit, and those that undo it. Which permissions they are about, the plan and the message show. */
function describeEdit(draft: Draft, group: string): Partial<Record<StepName, string>> {
  if (kindOf(draft).group !== "set") return {};
  return {
    "grant-permissions": `Add permissions to the group ${group}, pending until they are activated`,
    "revoke-permissions": `Take permissions away from the group ${group}, pending until that is activated`,
    "revoke-business-processes": `Take the group ${group} out of business processes, pending until that is activated`,
  };
}

function describeTokens({ x509, saml }: TokenSignOn): string {
  const kinds = [...(x509 ? ["x509"] : []), ...(saml ? ["SAML"] : [])];
  return `${kinds.join(" and ")} token authentication`;
}

/** The step's few words for a sentence about it. */
export const stepTitles: Record<StepName, string> = {
  "create-integration-system": "the integration system",
  "create-user": "the account",
  "create-security-group": "the security group",
  "add-group-member": "the membership in the group",
  "grant-permissions": "the permissions",
  approve: "the approval",
  "approve-plan": "the approval of the plan",
  "tell-before": "telling the people named",
  "tell-after": "telling the people named",
  "disable-old-versions": "disabling the older secrets",
  activate: "the activation",
  "issue-credential": "the credential",
  verify: "the verification",
  "revoke-permissions": "taking the permissions away",
  "remove-group-member": "taking the account out of the group",
  "inactivate-security-group": "inactivating the group",
  "activate-security-group": "activating the group",
  "scramble-user": "scrambling the account's password",
  "disable-secret": "disabling the stored secret",
  "activate-previous-timestamp": "the roll back",
  "grant-business-processes": "the business processes",
  "revoke-business-processes": "taking the business processes away",
  "enable-token-sign-on": "the sign-on with x509 or SAML",
  "exempt-from-password-expiry": "the exemption from password expiration",
  "remove-password-exemption": "ending the exemption from password expiration",
  "allow-in-authentication-policy": "the authentication policy",
  "remove-from-authentication-policy": "taking the account out of the authentication policy",
  "activate-authentication-policies": "the activation of the authentication policies",
  "register-api-client": "the API client",
  "replace-refresh-token": "the refresh token",
  "disable-api-client": "disabling the API client",
  "disable-old-client-secrets": "disabling the older secrets",
  "disable-client-secrets": "disabling the stored secrets of the API client",
  "make-segments": "what the access is segmented by",
  "create-segment-group": "the segment-based group",
  "grant-in-segments": "the permissions in the segments",
  "revoke-in-segments": "taking the permissions in the segments away",
  "close-segment-group": "closing the segment-based group",
  "add-segments-to-content": "marking the learning content",
};

/** Whose hand does a step. */
export function describeHand(step: Step): string {
  switch (step.hand) {
    case "runner":
      return "runner";
    case "implementation":
      return "Workday's implementation service";
    case "person":
      return "a person";
    case "approver":
      return "an approver";
    case "api":
      return handsOfOwn[step.name];
  }
}

const handsOfOwn = {
  "create-integration-system": "Workday web service",
  "create-user": "Workday web service",
  "issue-credential": "Workday web service and Key Vault",
  verify: "Workday web service and reports",
  "tell-before": "the bot, in Slack",
  "tell-after": "the bot, in Slack",
  "disable-old-versions": "Key Vault",
  "scramble-user": "Workday web service",
  "disable-secret": "Key Vault",
  "enable-token-sign-on": "Workday web service",
  "disable-old-client-secrets": "Key Vault",
  "disable-client-secrets": "Key Vault",
  "make-segments": "Workday web service",
} as const;

/** Steps of the plan at hand that were given up: to the request they count as finished. */
export function listGivenUp(story: readonly Recorded[]): ReadonlySet<StepName> {
  const since = story.findLastIndex(({ event }) => event.kind === "closing");
  const events = story.slice(since + 1).map(({ event }) => event);
  return new Set(events.filter((event) => event.kind === "gave-up").map(({ step }) => step));
}

/** A step of the request's plan with its hand, and where it stands. */
export function describePlanned(
  step: Step,
  request: Request,
  givenUp: ReadonlySet<StepName> = new Set(),
): string {
  const state = describeState(step, request, givenUp);
  return `${describeStep(step.name, request.draft)} [${describeHand(step)}]: ${state}`;
}

function describeState(step: Step, request: Request, givenUp: ReadonlySet<StepName>): string {
  if (givenUp.has(step.name)) return "given up";
  if (request.finished.includes(step.name)) return "done";
  const { phase } = request;
  if (phase.kind === "done" || phase.kind === "ended") return "not done";
  return step.name === currentOf(request) ? waits[phase.kind] : "later";
}

const waits = {
  working: "next",
  "waiting-for-person": "waiting for a person",
  "waiting-for-approval": "waiting for an approver",
  "waiting-for-window": "waiting for the change window",
  stuck: "stuck",
} as const;

function currentOf({ plan, finished, phase }: Request): StepName | undefined {
  if ("step" in phase) return phase.step;
  return plan.find(({ name }) => !finished.includes(name))?.name;
}

export function countPermissions(draft: Draft): string {
  const permissions = accountOf(draft)?.permissions ?? noPermissions;
  return count(listPermissions(permissions).length, "domain permission");
}
