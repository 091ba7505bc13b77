import { parseTenantName } from "../../../src/flows/model/ids.ts";
import type { TaskHand, TaskName } from "../../../src/flows/tasks/task.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { valueIn } from "../value-in.ts";
import { ann, ben, dan, eve, securityAdmins } from "./people.ts";

export const hourMs = 3_600_000;

export const acme = valueIn(parseTenantName("acme_dpt1"));

/** A tenant with every rule, whose tasks are all in one hand unless `hands` says otherwise. */
export function aTenant(changes: Partial<Tenant> = {}): Tenant {
  return {
    name: acme,
    label: "Acme sandbox",
    production: false,
    channel: "C0ISU",
    requesters: { people: [ann, eve], groups: [] },
    doers: { people: [dan, eve], groups: [] },
    approvers: { people: [ben, eve], groups: [securityAdmins] },
    approvals: { needed: 1, neededWhenUnseen: 1 },
    remindAfterMs: [],
    approvalExpiresAfterMs: 72 * hourMs,
    changeWindows: [],
    freezes: [],
    hands: allBy("runner"),
    taskLinks: {},
    passwordRules: { length: 24, upper: true, lower: true, digit: true, special: true },
    maxSessionTimeoutMinutes: 720,
    maxOpenRequestsPerPerson: 50,
    protectedAccounts: ["ISU_Bot", "wd-runner"],
    protectedGroups: ["ISSG_Bot", "Security Administrators"],
    refusedDomains: ["Security Administration", "Integration Security"],
    sensitiveDomains: [],
    probes: [
      { domain: "Worker Data: Workers", operation: "Get_Workers" },
      { domain: "Integration Build", operation: "Get_Integration_Systems" },
      { domain: "Manage: Learning Content", operation: "Get_Learning_Topics" },
    ],
    secrets: { prefix: "workday-isu", expiresAfterDays: 365 },
    rotation: { everyDays: 365, remindBeforeDays: [30, 7, 0] },
    signOns: { unusedAfterDays: 90, tellNewOrigins: true },
    perRecipe: [],
    ...changes,
  };
}

/** Every task by the same hand. */
export function allBy(hand: TaskHand): Record<TaskName, TaskHand> {
  // What the implementation service has no operation for.
  const other = hand === "implementation" ? "person" : hand;
  return {
    "create-security-group": hand,
    "add-group-member": hand,
    "grant-permissions": hand,
    activate: hand,
    "revoke-permissions": hand,
    "remove-group-member": hand,
    "inactivate-security-group": hand,
    "exempt-from-password-expiry": hand,
    "remove-password-exemption": hand,
    "allow-in-authentication-policy": hand,
    "remove-from-authentication-policy": hand,
    "activate-authentication-policies": hand,
    "switch-off-token-sign-on": hand,
    "activate-security-group": hand,
    "activate-previous-timestamp": hand,
    "grant-business-processes": other,
    "revoke-business-processes": other,
    "create-segment-group": other,
    "grant-in-segments": other,
    "revoke-in-segments": other,
    "close-segment-group": other,
    "add-segments-to-content": other,
    "register-api-client": "person",
    "replace-refresh-token": "person",
    "disable-api-client": "person",
  };
}
