import type { Breakage } from "./breakage.ts";

const put = "src/workday/operations/put-integration-system-user.ts";
const recipe = "recipes/viva-learning.yml";
const tasks = "src/flows/step-kinds/tasks";
const service = "src/flows/steps/implementation-service";

/** What Microsoft's guide for Viva Learning asks for. */
export const ofLearningGuide: readonly Breakage[] = [
  {
    name: "the timeout is never sent",
    file: put,
    find: "      Session_Timeout_Minutes: user.sessionTimeoutMinutes,\n",
    replace: "",
    rows: [
      "1: Create Integration System User; Session Timeout Minutes is zero",
      "`Session_Timeout_Minutes`",
    ],
  },
  {
    name: "the flows forget the timeout",
    file: "src/flows/steps/put-account.ts",
    find: "      ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),\n",
    replace: "",
    rows: ["1: Create Integration System User; Session Timeout Minutes is zero"],
  },
  {
    name: "the recipe asks for another timeout",
    file: recipe,
    find: "sessionTimeoutMinutes: 0",
    replace: "sessionTimeoutMinutes: 30",
    rows: ["1: Create Integration System User; Session Timeout Minutes is zero"],
  },
  {
    name: "the recipe names another user",
    file: recipe,
    find: "userName: ISU_Microsoft_Viva_Learning",
    replace: "userName: ISU_Viva",
    rows: ["2: user name and password; the name can be changed"],
  },
  {
    name: "another password is stored than is put",
    file: "src/flows/steps/issue-credential.ts",
    find: "  const put = await putPassword(acting, password, user);",
    replace:
      "  const put = await putPassword(acting, acting.deps.random.password(acting.place.tenant.passwordRules), user);",
    rows: [
      "2: user name and password; the name can be changed",
      "`Password`",
      "1 (a): store the password securely",
    ],
  },
  {
    name: "the group is of another type",
    file: "src/flows/tasks/task.ts",
    find: 'constrained === undefined ? "Unconstrained" : "Constrained"',
    replace: '"Constrained"',
    rows: [
      "3: Create Security Group, Integration System Security Group (Unconstrained)",
      "1 (b): Create Security Group, Integration System Security Group (Unconstrained)",
    ],
  },
  {
    name: "the group is called as something else",
    file: `${tasks}/create-security-group.ts`,
    find: '{ field: "Name", value: task.groupName }',
    replace: '{ field: "Name", value: `ISSG ${task.groupName}` }',
    rows: ["4: a group name, which need not be the ISU's"],
  },
  {
    name: "nobody is put into the group",
    file: `${service}/group-changes.ts`,
    find: "  return { ...group, members: [...group.members, member] };",
    replace: "  return { ...group, members: [...group.members, member].slice(0, 0) };",
    rows: ["5: link the group to the integration system user", "1 (b): add the ISU to the group"],
  },
  {
    name: "what may be written is asked for as what may be read",
    file: "src/flows/tasks/describe-permissions.ts",
    find: '    ["Put", permissions.Put],\n',
    replace: '    ["Get", permissions.Put],\n',
    rows: [
      "6: Maintain Permissions for Security Group",
      "1 (b): Maintain Security Permissions: Modify, View, Put and Get",
    ],
  },
  {
    name: "the page of a task says that it needs no domain",
    file: "src/flows/tasks/task-in-words.ts",
    find: '"Security Configuration (functional area System)"',
    replace: '"Nothing"',
    rows: [
      "6, 8.1, 8.2: the domains that whoever does it needs: Integration Security, Security Configuration, Learning Segment Setup",
      "1 and 2: Integration Security and Security Administration for whoever does it",
    ],
  },
  {
    name: "the recipe wants to write what it should read",
    file: recipe,
    find: "  Get:\n",
    replace: "  Put:\n",
    rows: ["7: Get Only on five domain security policies"],
  },
  {
    name: "the recipe leaves out a domain",
    file: recipe,
    find: "    - Workday Accounts\n",
    replace: "",
    rows: ["7: Get Only on five domain security policies"],
  },
  {
    name: "an activation is not confirmed",
    file: "src/workday/runner/task.ts",
    find: '        task: "activate-pending-security-policy-changes",\n        fields: { comment: task.comment, confirm: true },',
    replace:
      '        task: "activate-pending-security-policy-changes",\n        fields: { comment: task.comment, confirm: false },',
    rows: [
      "7 (second): Activate Pending Security Policy Changes",
      "8.3: Create an active timestamp: Activate Pending Security Policy Changes",
      "1 (c): Activate Pending Security Policy Changes, with a comment, Confirm",
    ],
  },
  {
    name: "a runner gets no comment",
    file: "src/workday/runner/task.ts",
    find: '        task: "activate-pending-security-policy-changes",\n        fields: { comment: task.comment, confirm: true },',
    replace:
      '        task: "activate-pending-security-policy-changes",\n        fields: { comment: "", confirm: true },',
    rows: [
      "8.3: describe the changes in Comment, check Confirm",
      "1 (c): Activate Pending Security Policy Changes, with a comment, Confirm",
    ],
  },
  {
    name: "an activation with another comment passes",
    file: "src/flows/verification/compare-activator.ts",
    find: "if (own === undefined && strange !== undefined)",
    replace: "if (own === undefined && strange !== undefined && strange === own)",
    rows: ["8.3: describe the changes in Comment, check Confirm"],
  },
  {
    name: "a roll back by hand begins without a look",
    file: "src/flows/workflows/hand-over-rollback.ts",
    find: "{ step, needsStart: true }",
    replace: "{ step }",
    rows: ["8.3: View All Security Timestamps: roll back to a previous timestamp"],
  },
  {
    name: "a person gets no comment",
    file: `${tasks}/activate.ts`,
    find: '      { field: "Comment", value: task.comment },\n',
    replace: "",
    rows: ["8.3: describe the changes in Comment, check Confirm"],
  },
  {
    name: "no functional area is found",
    file: "src/flows/tenant/search-catalogue.ts",
    find: '  if (wanted === "") return entries;\n',
    replace: '  if (wanted !== "") return [];\n',
    rows: [
      "8.2: look through the domains of a functional area, select a policy",
      "find the policy and its initiating action",
    ],
  },
  {
    name: "a line of somebody else's goes with a revocation",
    file: `${service}/domain-policy.ts`,
    find: "const groups = permission.groups.filter((group) => group.wid !== wid);",
    replace: "const groups = permission.groups.filter((group) => group.wid === wid);",
    rows: ["8.2: Edit Permissions: View or Modify"],
  },
  {
    name: "an edit takes nothing away",
    file: "src/flows/kinds/permissions.ts",
    find: "...(isNone(removed) ? [] : [toTaskStep(revoke, tenant)]),",
    replace: "...(isNone(removed) ? [] : [toTaskStep(revoke, tenant)].slice(1)),",
    rows: ["8.2: Edit Permissions: Get or Put", "8.2: Edit Permissions: View or Modify"],
  },
  {
    name: "a change of a domain's policy counts for nothing",
    file: "src/flows/model/pending.ts",
    find: "    added: after.filter((change) => !had.has(toChangeKey(change))),",
    replace:
      '    added: after.filter((change) => change.kind !== "domain" && !had.has(toChangeKey(change))),',
    rows: ["8.3: look at Domain security policies with pending changes"],
  },
  {
    name: "pending business processes are not read",
    file: "src/workday/reports/reports.ts",
    find: "changes: [...domains.value, ...processes.value]",
    replace: "changes: [...domains.value]",
    rows: ["8.3: look at Business process security policies with pending changes"],
  },
  {
    name: "a roll back goes to another timestamp",
    file: `${tasks}/activate-previous-timestamp.ts`,
    find: '{ field: "Security Timestamp", value: formatUtc(task.timestamp) }',
    replace: '{ field: "Security Timestamp", value: formatUtc(task.newest) }',
    rows: ["8.3: View All Security Timestamps: roll back to a previous timestamp"],
  },
  {
    name: "nobody reads what a domain is about",
    file: "src/bot/request-views/domain-notes.ts",
    find: "return about === undefined ? name : `${name} · ${about}`;",
    replace: "return about === undefined ? name : name;",
    rows: ["7: what each of the five domains is about (the column Description)"],
  },
];
