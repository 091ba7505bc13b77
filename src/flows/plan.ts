import type { Draft } from "./draft.ts";
import type { RequestId } from "./ids.ts";
import { type Task, type TaskHand, taskNames } from "./task.ts";
import type { Tenant } from "./tenant.ts";

/** Steps that the bot does itself through a public web service or the vault. */
export type OwnStep = (typeof ownSteps)[number];

/** Every step of the bot's own, for schemas. */
export const ownSteps = [
  "create-integration-system",
  "create-user",
  "issue-credential",
  "verify",
  "scramble-user",
  "disable-secret",
] as const;

/** One step of a plan, with the hand that does it. */
export type Step =
  | { readonly name: OwnStep; readonly hand: "api" }
  | { readonly name: Task["name"]; readonly hand: TaskHand; readonly task: Task }
  | { readonly name: "approve"; readonly hand: "approver" };

export type StepName = Step["name"];

/** Every step of any plan, for schemas. */
export const stepNames = [
  ...ownSteps,
  ...taskNames,
  "approve",
] as const satisfies readonly StepName[];

/**
 * The steps of *create*, in order. The account is made first and scrambled at once, so nobody can sign on;
 * the credential is issued after the approval. The last step looks, and changes nothing.
 */
export function planCreate(draft: Draft, tenant: Tenant, id: RequestId): readonly Step[] {
  const { groupName, userName, permissions } = draft;
  const comment = `${id}: permissions for the security group ${groupName} (it contains the ISU ${userName}).`;
  const system: readonly Step[] =
    draft.system.kind === "new" ? [{ name: "create-integration-system", hand: "api" }] : [];
  return [
    ...system,
    { name: "create-user", hand: "api" },
    handOver({ name: "create-security-group", groupName }, tenant),
    handOver({ name: "add-group-member", groupName, userName }, tenant),
    handOver({ name: "grant-permissions", groupName, permissions }, tenant),
    { name: "approve", hand: "approver" },
    handOver({ name: "activate", comment }, tenant),
    { name: "issue-credential", hand: "api" },
    { name: "verify", hand: "api" },
  ];
}

/**
 * Undoes what the given steps did or may have done, last first, as far as Workday lets anybody: an
 * account and an integration system have no public service that deletes them.
 */
export function planCleanUp(
  { draft, begun }: { readonly draft: Draft; readonly begun: ReadonlySet<StepName> },
  tenant: Tenant,
): readonly Step[] {
  const { groupName, userName, permissions } = draft;
  const undo: readonly (readonly [StepName, Step])[] = [
    ["grant-permissions", handOver({ name: "revoke-permissions", groupName, permissions }, tenant)],
    ["add-group-member", handOver({ name: "remove-group-member", groupName, userName }, tenant)],
    ["create-security-group", handOver({ name: "inactivate-security-group", groupName }, tenant)],
    ["create-user", { name: "scramble-user", hand: "api" }],
    ["issue-credential", { name: "disable-secret", hand: "api" }],
  ];
  return undo.filter(([done]) => begun.has(done)).map(([, step]) => step);
}

/** The id of an integration system that this request makes: it names the request, which makes it ours. */
export function toSystemId(id: RequestId): string {
  return `ISU_BOT_${id.replace("-", "_")}`;
}

function handOver(task: Task, tenant: Tenant): Step {
  return { name: task.name, hand: tenant.hands[task.name], task };
}
