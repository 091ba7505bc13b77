import type { TenantDefinition } from "../../../sandbox/workday/definition.ts";
import { startWorkday, type Workday } from "../../../sandbox/workday/workday.ts";
import { botKeys, runnerKeys } from "../../support/keys/signing.ts";

export function aTenant(parts: Partial<TenantDefinition> = {}): TenantDefinition {
  return {
    name: "acme",
    maxSessionTimeoutMinutes: 480,
    defaultSessionTimeoutMinutes: 60,
    domains: [
      "Integration Security",
      "Integration Build",
      "Worker Data: Current Staffing Information",
      "Manage: Learning Content",
      "Security Configuration",
    ],
    templates: ["Cloud Integration Template"],
    integrationSystems: [
      { id: "INT_Bot", name: "INT Bot" },
      { id: "INT_Other", name: "INT Other" },
      { id: "INT_Free", name: "INT Free" },
    ],
    accounts: [
      {
        userName: "ISU_Bot",
        password: "Bot-password-1",
        kind: "isu",
        integrationSystem: "INT_Bot",
      },
      {
        userName: "ISU_Other",
        password: "Other-password-1",
        kind: "isu",
        integrationSystem: "INT_Other",
      },
      { userName: "ISU_Mail@corp.example", password: "Mail-password-1", kind: "isu" },
      { userName: "lmcneil", password: "Worker-password-1", kind: "worker" },
      { userName: "implementer", password: "Implementer-password-1", kind: "implementer" },
    ],
    groups: [
      {
        name: "ISSG_Bot",
        members: ["ISU_Bot"],
        permissions: {
          "Integration Security": ["Get", "Put"],
          "Integration Build": ["Get", "Put"],
        },
      },
      { name: "ISSG_Empty", members: [], permissions: {} },
    ],
    reports: [
      "ISU_Bot_Pending_Domain_Policies",
      "ISU_Bot_Pending_Business_Process_Policies",
      "ISU_Bot_Security_Groups",
      "ISU_Bot_Group_Permissions",
      "ISU_Bot_Security_Timestamps",
    ],
    certificates: ["Signing_Key"],
    ...parts,
  };
}

export function aWorkday(
  parts: Partial<TenantDefinition> = {},
  now = () => Date.UTC(2026, 0, 5, 9),
): Promise<Workday> {
  return startWorkday({
    now,
    tenants: [aTenant(parts)],
    runner: {
      botPublicKey: botKeys.publicKey,
      privateKey: runnerKeys.privateKey,
      delayPolls: 1,
    },
  });
}
