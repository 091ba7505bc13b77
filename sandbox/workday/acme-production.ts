import { acmeTenant } from "./acme-tenant.ts";
import type { TenantDefinition } from "./definition.ts";

/** Of the bot's own account. */
export const productionPassword = "Sandbox-live-bot-3Ty7";

/** The same company in production: what it keeps is smaller, and the bot's account has another password. */
export const acmeProduction: TenantDefinition = {
  ...acmeTenant,
  name: "acme",
  integrationSystems: [
    { id: "INT_Slack_Bot", name: "INT Slack Bot" },
    { id: "INT_Ledger_Export", name: "INT Ledger Export" },
  ],
  accounts: [
    {
      userName: "ISU_Slack_Bot",
      password: productionPassword,
      kind: "isu",
      integrationSystem: "INT_Slack_Bot",
      isExempt: true,
    },
    {
      userName: "ISU_Ledger_Export",
      password: "Sandbox-ledger-6Wn4",
      kind: "isu",
      integrationSystem: "INT_Ledger_Export",
    },
    { userName: "rpa-runner", password: "Sandbox-live-rpa-8Zd1", kind: "isu" },
    { userName: "lmcneil", password: "Sandbox-live-logan-2Bk9", kind: "worker" },
  ],
  groups: [
    ...acmeTenant.groups.filter(({ name }) => ["ISSG_Slack_Bot", "ISSG_RPA_Runner"].includes(name)),
    {
      name: "ISSG_Ledger",
      members: ["ISU_Ledger_Export"],
      permissions: { "Worker Data: Compensation": ["Get"] },
    },
  ],
};
