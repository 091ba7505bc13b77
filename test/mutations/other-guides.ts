import type { Breakage } from "./breakage.ts";

const recipe = "recipes/kolleno.yml";
const client = "src/flows/step-kinds/tasks/register-api-client.ts";

/** What Kolleno's guide and other vendors' ask for. */
export const ofOtherGuides: readonly Breakage[] = [
  {
    name: "an activation by hand begins without a look",
    file: "src/flows/workflows/activate.ts",
    find: "{ step, needsStart: true, ",
    replace: "{ step, ",
    rows: ["1 (c): Activate Pending Security Policy Changes, with a comment, Confirm"],
  },
  {
    name: "what the tenant lists of a group shows no permission",
    file: "src/bot/request-views/probes.ts",
    find: '  if (verification === undefined || said?.kind === "unseen") {',
    replace: '  if (verification === undefined || said?.kind !== "missing") {',
    rows: ["1 (b): Maintain Security Permissions: Modify, View, Put and Get"],
  },
  {
    name: "the recipe names another user",
    file: recipe,
    find: "userName: kolleno-integration",
    replace: "userName: kolleno",
    rows: ["1 (a): Create Integration System User with the recommended name"],
  },
  {
    name: "the recipe lets everything be modified",
    file: recipe,
    find: "  View:\n",
    replace: "  Get:\n",
    rows: ["1 (b): Maintain Security Permissions: Modify, View, Put and Get"],
  },
  {
    name: "a version is enabled before anybody signed on",
    file: "src/flows/steps/issue-credential.ts",
    find: "  if (!stored.ok) return stored;\n",
    replace:
      "  if (!stored.ok) return stored;\n  await acting.deps.vault.enableVersion(stored.value);\n",
    rows: ["1 (a): store the password securely"],
  },
  {
    name: "the recipe asks for no exemption",
    file: recipe,
    find: "exemptFromPasswordExpiry: true",
    replace: "exemptFromPasswordExpiry: false",
    rows: ["1 (d): Maintain Password Rules: exempt from password expiration"],
  },
  {
    name: "nobody exempts the account",
    file: "src/flows/kinds/sign-on-tasks.ts",
    find: "    ...(isExempt(account) ? [toExempt(account)] : []),",
    replace: "    ...(isExempt(account) ? [toExempt(account)].slice(1) : []),",
    rows: ["1 (d): Maintain Password Rules: exempt from password expiration"],
  },
  {
    name: "the recipe's client has another scope",
    file: recipe,
    find: "functionalAreas: [Customer Accounts, System]",
    replace: "functionalAreas: [System]",
    rows: ["2: Register API Client for Integrations: name, non-expiring tokens, scope"],
  },
  {
    name: "the recipe's client has tokens that expire",
    file: recipe,
    find: "  nonExpiringRefreshTokens: true\n",
    replace: "  nonExpiringRefreshTokens: false\n",
    rows: ["2: Register API Client for Integrations: name, non-expiring tokens, scope"],
  },
  {
    name: "the recipe's client has another name",
    file: recipe,
    find: "  name: Kolleno API Client\n",
    replace: "  name: API Client\n",
    rows: ["2: Register API Client for Integrations: name, non-expiring tokens, scope"],
  },
  {
    name: "nobody is asked to compare",
    file: client,
    find: " Compare the summary that Workday shows with the fields below.",
    replace: "",
    rows: ["2: verify that the settings match"],
  },
  {
    name: "values are stored that were not tried",
    file: "src/flows/pages/enter-secrets.ts",
    find: '  if (outcome.kind === "refused") return notStored(`${outcome.words} ${toCorrect}`);',
    replace: '  if (outcome.kind === "refused") return err("not-awaited");',
    rows: ["2: verify that the settings match"],
  },
  {
    name: "one of the values is not stored",
    file: "src/flows/model/api-client.ts",
    find: '  if (step === "register-api-client") return clientValues;',
    replace: '  if (step === "register-api-client") return clientValues.slice(1);',
    rows: ["2: save Client ID and Client Secret", "2: save the refresh token"],
  },
  {
    name: "no other token can be stored",
    file: "src/flows/model/api-client.ts",
    find: '  return step === "replace-refresh-token" ? ["refresh-token"] : [];',
    replace: '  return step === "replace-refresh-token" ? ["client-secret"] : [];',
    rows: ["2: Manage Refresh Tokens for Integrations: Generate New Refresh Token"],
  },
  {
    name: "business processes are not granted",
    file: "src/flows/kinds/process-steps.ts",
    find: "  return businessProcesses.length === 0 ? [] : [toTaskStep(task, tenant)];",
    replace: "  return businessProcesses.length === 0 ? [] : [toTaskStep(task, tenant)].slice(1);",
    rows: [
      "Edit Business Process Security Policy: add the group to the initiating action",
      "Edit Business Process Security Policy: take the group out",
    ],
  },
  {
    name: "the business processes of an edit are shown to its approver as somebody else's",
    file: "src/flows/kinds/permissions.ts",
    find: "  processChange: processDifferenceOf,\n",
    replace: "",
    rows: ["Activate Pending Security Policy Changes"],
  },
  {
    name: "nobody looks whether a group may initiate what was asked for",
    file: "src/flows/verification/compare-processes.ts",
    find: "  if (holds(initiates, policy)) return [];\n",
    replace: "  if (initiates.length > -1) return [];\n",
    rows: ["see what the group may initiate once it is active"],
  },
  {
    name: "what was taken away is not looked for",
    file: "src/flows/verification/compare-processes.ts",
    find: ".filter(({ policy }) => !holds(access.any, policy))",
    replace: '.filter(({ policy }) => policy === "")',
    rows: ["see what the group may initiate once it is active"],
  },
];
