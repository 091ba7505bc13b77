import { acmeDomains } from "./acme-domains.ts";
import type { TenantDefinition } from "./definition.ts";

/** The tenant of the sandbox: an ordinary company with a few integrations, and the bot's own account. */
export const acmeTenant: TenantDefinition = {
  name: "acme_dpt1",
  passwordRules: {
    minLength: 12,
    maxLength: 128,
    upper: true,
    lower: true,
    digit: true,
    special: true,
  },
  maxSessionTimeoutMinutes: 720,
  domains: acmeDomains,
  templates: ["Cloud Integration Template", "Enterprise Interface Builder"],
  integrationSystems: [
    { id: "INT_Slack_Bot", name: "INT Slack Bot" },
    { id: "INT_Entra_Provisioning", name: "INT Entra ID Provisioning" },
    { id: "INT_Okta_Provisioning", name: "INT Okta Provisioning" },
    { id: "INT_ServiceNow_HR", name: "INT ServiceNow HR" },
    { id: "INT_Payroll_Export", name: "INT Payroll Export" },
    { id: "INT_Benefits_Carrier", name: "INT Benefits Carrier" },
    { id: "INT_Badge_System", name: "INT Badge System" },
  ],
  accounts: [
    { ...isu("ISU_Slack_Bot", "Sandbox-bot-9Kd2", "INT_Slack_Bot"), isExempt: true },
    isu("ISU_Entra_Provisioning", "Sandbox-entra-4Rm8", "INT_Entra_Provisioning"),
    isu("ISU_Okta_Provisioning", "Sandbox-okta-7Tw3", "INT_Okta_Provisioning"),
    isu("ISU_ServiceNow_HR", "Sandbox-snow-2Hx6", "INT_ServiceNow_HR"),
    isu("ISU_Payroll_Export", "Sandbox-pay-8Vb5", "INT_Payroll_Export"),
    isu("ISU_Benefits_Carrier", "Sandbox-bens-3Jn9", "INT_Benefits_Carrier"),
    { userName: "rpa-runner", password: "Sandbox-rpa-6Yc1", kind: "isu" },
    { userName: "lmcneil", password: "Sandbox-logan-5Pz4", kind: "worker" },
    {
      userName: "bsmith",
      password: "Sandbox-betty-1Gf7",
      kind: "worker",
      expiresOn: "2031-12-31",
    },
    { userName: "jtaylor", password: "Sandbox-jared-9Ls2", kind: "worker" },
    { userName: "okafor", password: "Sandbox-ada-4Qe8", kind: "worker" },
    { userName: "wd-implementer", password: "Sandbox-impl-7Dk3", kind: "implementer" },
  ],
  groups: [
    {
      name: "ISSG_Slack_Bot",
      members: ["ISU_Slack_Bot"],
      permissions: {
        "Integration Security": ["Get", "Put"],
        "Integration Build": ["Get", "Put"],
        "Learning Segment Setup": ["Get", "Put"],
        "Manage: Learning Content": ["Get", "Put"],
        "Workday Account Monitoring": ["Get"],
      },
    },
    {
      name: "ISSG_RPA_Runner",
      members: ["rpa-runner"],
      permissions: { "Security Configuration": ["View", "Modify"] },
    },
    {
      name: "ISSG_Identity_Provisioning",
      members: ["ISU_Entra_Provisioning", "ISU_Okta_Provisioning"],
      permissions: {
        "Worker Data: Public Worker Reports": ["Get"],
        "Worker Data: Current Staffing Information": ["Get"],
        "Person Data: Work Email": ["Get", "Put"],
        "Workday Accounts": ["Get", "Put"],
      },
    },
    {
      name: "ISSG_ServiceNow_HR",
      members: ["ISU_ServiceNow_HR"],
      permissions: {
        "Manage: Organization Integration": ["Get"],
        "Manage: Location": ["Get"],
        "Worker Data: Worker ID": ["Get"],
      },
    },
    {
      name: "ISSG_Payroll_Benefits",
      members: ["ISU_Payroll_Export", "ISU_Benefits_Carrier"],
      permissions: {
        "Worker Data: Compensation": ["Get"],
        "Worker Data: Time Off": ["Get"],
      },
    },
  ],
  timestamps: [{ comment: "Go-live", by: "wd-implementer", at: Date.UTC(2026, 0, 5, 8) }],
  organizations: [
    { name: "Acme Switzerland", type: "Company" },
    { name: "Acme Germany", type: "Company" },
    { name: "Sales Zurich", type: "Supervisory" },
  ],
  learningTopics: ["Compliance", "Leadership", "Onboarding"],
  learningContent: ["Code of conduct 2026", "Leading small teams", "Your first week"],
  securitySegments: [
    { name: "Job Application - Contingent Worker", type: "Job Application" },
    { name: "Job Application – Employee", type: "Job Application" },
    { name: "Job Application – External", type: "Job Application" },
    { name: "Benefits", type: "Document Category" },
  ],
  certificates: ["Entra_Signing_2026", "Okta_Identity_Provider_2026", "Payroll_Holder_2026"],
  reportOwner: "ISU_Slack_Bot",
  reports: [
    "ISU_Bot_Pending_Domain_Policies",
    "ISU_Bot_Pending_Business_Process_Policies",
    "ISU_Bot_Security_Groups",
    "ISU_Bot_Group_Permissions",
    "ISU_Bot_Security_Timestamps",
    "ISU_Bot_Password_Exemptions",
    "ISU_Bot_Accounts",
  ],
};

function isu(
  userName: string,
  password: string,
  integrationSystem: string,
): TenantDefinition["accounts"][number] {
  return { userName, password, kind: "isu", integrationSystem };
}
