import type { Recipe } from "../../../src/flows/tenant/recipe.ts";

/** With everything that a recipe can say, and a part of its guide unknown. */
export const demanding: Recipe = {
  name: "acme-hr",
  origin: "own-instead",
  vendor: "Acme HR",
  source: "Acme HR, guide",
  url: "https://acme.example/guide",
  date: "2026-11-22",
  incomplete: "The guide does not say which domains writeback needs.",
  groupTypes: ["constrained", "segment-based"],
  requireNewPassword: true,
  doNotAllowUiSessions: false,
  permissions: { Get: ["Worker Data: Workers"], Put: [], View: [], Modify: [] },
  optional: [
    ...Array.from({ length: 11 }, (_, at) => ({
      domain: `Report ${at}`,
      access: "View" as const,
      why: "the guide marks it as optional",
    })),
    { domain: "Workday Accounts", access: "Put", why: "username writeback" },
  ],
  open: [
    { domain: "Job Information", accesses: ["Get", "Put"] },
    { domain: "Worker Data: gender", accesses: ["Get", "Put", "View"] },
  ],
  businessProcesses: [
    { policy: "Contact Change" },
    { policy: "Work Contact Change", action: "Change It (Web Service)", optional: "writeback" },
    { policy: "Home Contact Change", action: "Change It (REST Service)", service: "rest" },
  ],
  apiClient: {
    task: "Register API Client",
    name: "Acme client",
    grant: "SAML Bearer Grant",
    nonExpiringRefreshTokens: true,
    functionalAreas: ["Staffing", "System"],
    includeWorkdayOwnedScope: true,
    optional: "reports",
  },
  x509: { tasks: ["Create x509 Public Key", "Enable it"] },
  saml: { tasks: [] },
  authenticationPolicy: { allowedTypes: ["X509"], note: "entries at the top" },
  exemptFromPasswordExpiry: true,
  furtherTasks: ["a custom report"],
  connection: "jwt",
  variants: [{ name: "basic", recipe: "acme-hr-basic", differs: "another group" }, { name: "old" }],
  addresses: ["192.0.2.0/24"],
  passwordWithout: ["&", "<"],
  reports: [
    { what: "shared with the account", dataSource: "All Workers" },
    { what: "of sign-ons", optional: "for logs" },
  ],
  tenantSettings: [{ task: "Edit Tenant Setup - System", setting: "Enable User Activity Logging" }],
  prerequisites: ["A licence of Acme's"],
  afterwards: ["Paste the user's name at Acme's"],
  lookedAt: "2026-11-23",
  secondHand: true,
  notes: ["The guide has a second user for writing."],
};
/** Whose vendor acts as the employee: no account is made from it. */
export const delivered: Recipe = {
  name: "acme-pto",
  vendor: "Acme & PTO",
  source: "Acme PTO, guide",
  date: "2026-11-22",
  doNotAllowUiSessions: true,
  permissions: { Get: [], Put: [], View: [], Modify: [] },
  connection: "delivered-groups",
  deliveredGroups: [{ group: "All Employees", domain: "Worker Data: Time Off", access: "View" }],
};
