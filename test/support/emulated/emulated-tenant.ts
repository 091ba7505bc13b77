import type { TenantDefinition } from "../../../sandbox/workday/definition.ts";
import { withWql, wqlClient } from "../../../sandbox/workday/wql/with-wql.ts";
import { Secret } from "../../../src/secret.ts";
import type { WorkdayOptions } from "../../../src/workday/workday.ts";

const own = { userName: "ISU_Bot", password: "Bot-canary-7Hq2xZ" };

const plain: TenantDefinition = {
  name: "acme_dpt1",
  logsUserActivity: true,
  domains: [
    "System Auditing",
    "Integration Security",
    "Integration Build",
    "Implementation Loads",
    "Learning Segment Setup",
    "Manage: Learning Content",
    "Reports: Learning Record",
    "Worker Data: Workers",
    "Payroll",
  ],
  policies: { "Worker Data: Workers": { disabled: "0", notes: "Ask Ada", subpolicies: "" } },
  templates: [],
  integrationSystems: [
    { id: "INT_Bot", name: "Bot" },
    { id: "INT_Other", name: "Other" },
    { id: "INT_Elsewhere", name: "Elsewhere" },
  ],
  accounts: [
    { ...own, kind: "isu", integrationSystem: "INT_Bot", isExempt: true },
    {
      userName: "ISU_Other",
      password: "Other-password-1",
      kind: "isu",
      integrationSystem: "INT_Other",
    },
    {
      userName: "ISU_Elsewhere",
      password: "Elsewhere-password-1",
      kind: "isu",
      integrationSystem: "INT_Elsewhere",
    },
    {
      userName: "lmcneil",
      password: "Worker-password-1",
      kind: "worker",
      expiresOn: "2031-12-31",
    },
  ],
  groups: [
    {
      name: "ISSG_Bot",
      members: [own.userName],
      permissions: {
        "Integration Security": ["Get", "Put"],
        "Integration Build": ["Get", "Put"],
        "Implementation Loads": ["Get", "Put"],
        "Learning Segment Setup": ["Get", "Put"],
        "Manage: Learning Content": ["Get", "Put"],
        "System Auditing": ["Get", "View"],
      },
    },
    { name: "ISSG_Elsewhere", members: ["ISU_Elsewhere"], permissions: {} },
    { name: "HR Everything", members: ["ISU_Other"], permissions: { Payroll: ["Modify"] } },
  ],
  organizations: [
    { name: "Acme Germany", type: "Company" },
    { name: "Acme Switzerland", type: "Company" },
  ],
  certificates: ["Signing_Key", "Other_Key", "IdP_Key", "Holder_Key"],
  learningTopics: ["Compliance", "Leadership"],
  learningContent: ["Code of conduct 2026"],
  timestamps: [{ comment: "Go-live", by: "lmcneil", at: Date.UTC(2026, 0, 5, 8) }],
  authenticationPolicy: { allowed: [own.userName] },
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

/** A tenant with every report, which answers WQL in fine fields as well. */
export const emulated: TenantDefinition = withWql(plain, "fine");

/** Every custom report that the emulator runs, with all its columns. */
export const reports = {
  owner: own.userName,
  pendingDomainPolicies: { name: "ISU_Bot_Pending_Domain_Policies", columns: {} },
  pendingBusinessProcessPolicies: {
    name: "ISU_Bot_Pending_Business_Process_Policies",
    columns: {},
  },
  securityGroups: {
    name: "ISU_Bot_Security_Groups",
    columns: {
      Group_Type: "Group_Type",
      Organizations: "Organizations",
      Organization_Scope: "Organization_Scope",
      Administered_By: "Administered_By",
      Included_In: "Included_In",
      Business_Processes: "Business_Processes",
      Initiates: "Initiates",
    },
  },
  groupPermissions: { name: "ISU_Bot_Group_Permissions", columns: {} },
  securityTimestamps: { name: "ISU_Bot_Security_Timestamps", columns: {} },
  passwordExemptions: { name: "ISU_Bot_Password_Exemptions", columns: {} },
  accounts: {
    name: "ISU_Bot_Accounts",
    columns: { Expires: "Expires", New_Password: "New_Password" },
  },
} as const;

const { clientId, clientSecret, refreshToken } = wqlClient;

export const wql = {
  id: new Secret(clientId),
  secret: new Secret(clientSecret),
  refreshToken: new Secret(refreshToken),
  fields: {},
};

/** How the bot reaches the emulated tenant, with every report. */
export function toOptions(url: string): WorkdayOptions {
  return {
    servicesUrl: url,
    tenant: emulated.name,
    version: "v31.2",
    account: { userName: own.userName, password: new Secret(own.password) },
    timeoutMs: 60_000,
    allowHttpOnLoopback: true,
    reports,
  };
}
