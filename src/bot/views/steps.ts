import type { Draft } from "../../flows/draft.ts";
import type { Recorded } from "../../flows/event.ts";
import { listPermissions } from "../../flows/permissions.ts";
import type { Step, StepName } from "../../flows/plan.ts";
import type { Request } from "../../flows/request.ts";
import { cut } from "./limit.ts";

/** A step as one plain sentence. */
export function sayStep(name: StepName, draft: Draft): string {
  const user = cut(draft.userName, 100);
  const group = cut(draft.groupName, 150);
  const said: Record<StepName, string> = {
    "create-integration-system": `Make the integration system ${cut(draft.system.name, 150)}`,
    "create-user": `Make the account ${user} with a password that is thrown away at once, so that nobody can sign on yet`,
    "create-security-group": `Make the security group ${group}`,
    "add-group-member": `Put ${user} into the group ${group}`,
    "grant-permissions": `Add ${countPermissions(draft)} to the group, pending until they are activated`,
    approve: "Decide whether everything that is pending may go live",
    activate: "Activate the pending security policy changes",
    "issue-credential":
      "Issue the password straight into Key Vault, where no person sees it, and sign on with it to prove that it works",
    verify: "Look at the tenant and compare it with what was asked",
    "revoke-permissions": `Take the permissions away from the group ${group}`,
    "remove-group-member": `Take ${user} out of the group ${group}`,
    "inactivate-security-group": `Inactivate the group ${group}`,
    "scramble-user": `Give the account ${user} a password that nobody knows`,
    "disable-secret": "Disable the stored secret",
  };
  return said[name];
}

/** The step's few words for a sentence about it. */
export const stepTitles: Record<StepName, string> = {
  "create-integration-system": "the integration system",
  "create-user": "the account",
  "create-security-group": "the security group",
  "add-group-member": "the membership in the group",
  "grant-permissions": "the permissions",
  approve: "the approval",
  activate: "the activation",
  "issue-credential": "the credential",
  verify: "the verification",
  "revoke-permissions": "taking the permissions away",
  "remove-group-member": "taking the account out of the group",
  "inactivate-security-group": "inactivating the group",
  "scramble-user": "scrambling the account's password",
  "disable-secret": "disabling the stored secret",
};

/** Whose hand does a step. */
export function sayHand(step: Step): string {
  switch (step.hand) {
    case "runner":
      return "runner";
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
  "scramble-user": "Workday web service",
  "disable-secret": "Key Vault",
} as const;

/** Steps of the plan at hand that were given up: to the request they count as finished. */
export function listGivenUp(story: readonly Recorded[]): ReadonlySet<StepName> {
  const since = story.findLastIndex(({ event }) => event.kind === "closing");
  const events = story.slice(since + 1).map(({ event }) => event);
  return new Set(events.filter((event) => event.kind === "gave-up").map(({ step }) => step));
}

/** Where a step of the request's plan stands, in words. */
export function sayState(step: Step, request: Request, givenUp: ReadonlySet<StepName>): string {
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
  stuck: "stuck",
} as const;

function currentOf({ plan, finished, phase }: Request): StepName | undefined {
  if ("step" in phase) return phase.step;
  return plan.find(({ name }) => !finished.includes(name))?.name;
}

export function countPermissions({ permissions }: Draft): string {
  return count(listPermissions(permissions).length, "domain permission");
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
