import { byId, el, refresh } from "../elements/dom.js";
import { field, listOf, read } from "../elements/form-field.js";

/** Workday tasks that a person does on Workday's own pages, with what each asks for. */
const tasks = {
  "create-security-group": {
    title: "Create Security Group",
    fields: [
      { name: "name", label: "Name" },
      {
        name: "type",
        label: "Type of Tenanted Security Group",
        options: [
          "Integration System Security Group (Unconstrained)",
          "User-Based Security Group",
          "Segment-Based Security Group",
        ],
      },
      {
        name: "securityGroups",
        label: "Security Groups (segment-based): one on each line",
        isMultiline: true,
      },
      {
        name: "segments",
        label: "Access to Segments (segment-based): one on each line",
        isMultiline: true,
      },
      { name: "inactive", label: "Inactive", isCheckbox: true },
    ],
    toFields: ({ name, type, securityGroups, segments, inactive }) => ({
      name,
      type,
      ...(type === "Segment-Based Security Group" && {
        securityGroups: linesOf(securityGroups),
        segments: linesOf(segments),
      }),
      ...(inactive && { inactive }),
    }),
  },
  "add-group-member": {
    title: "Edit Integration System Security Group: add a user",
    fields: [
      { name: "group", label: "Group", list: "groups" },
      { name: "user", label: "Integration System User", list: "accounts" },
    ],
  },
  "remove-group-member": {
    title: "Edit Integration System Security Group: remove a user",
    fields: [
      { name: "group", label: "Group", list: "groups" },
      { name: "user", label: "Integration System User", list: "accounts" },
    ],
  },
  "maintain-permissions": {
    title: "Maintain Permissions for Security Group",
    fields: [
      { name: "group", label: "Source Security Group", list: "groups" },
      { name: "way", label: "The domains below are", options: ["granted", "revoked"] },
      { name: "Modify", label: "Modify access: one domain on each line", isMultiline: true },
      { name: "View", label: "View access: one domain on each line", isMultiline: true },
      { name: "Put", label: "Put access: one domain on each line", isMultiline: true },
      { name: "Get", label: "Get access: one domain on each line", isMultiline: true },
    ],
    toFields: toPermissions,
  },
  "edit-business-process-security-policy": {
    title: "Edit Business Process Security Policy",
    fields: [
      { name: "group", label: "Security group", list: "groups" },
      { name: "way", label: "The group is", options: ["added", "removed"] },
      { name: "policy", label: "Business process" },
      { name: "action", label: "Initiating action (web service)" },
    ],
    toFields: ({ group, way, policy, action }) => {
      const lines = [{ policy, ...(action === "" ? {} : { action }) }];
      return way === "added" ? { group, add: lines } : { group, remove: lines };
    },
  },
  "activate-pending-security-policy-changes": {
    title: "Activate Pending Security Policy Changes",
    fields: [
      { name: "comment", label: "Comment" },
      { name: "confirm", label: "Confirm", isCheckbox: true },
    ],
  },
  "inactivate-security-group": {
    title: "Edit Security Group: inactive",
    fields: [
      { name: "group", label: "Group", list: "groups" },
      {
        name: "removeSecurityGroups",
        label: "Security Groups to take out first (segment-based): one on each line",
        isMultiline: true,
      },
    ],
    toFields: ({ group, removeSecurityGroups }) => {
      const removed = linesOf(removeSecurityGroups);
      return { group, ...(removed.length > 0 && { removeSecurityGroups: removed }) };
    },
  },
  "edit-learning-content": {
    title: "Edit learning content",
    fields: [
      { name: "content", label: "Learning content: one on each line", isMultiline: true },
      { name: "kind", label: "What is changed", options: ["topics", "categories"] },
      { name: "add", label: "Added: one on each line", isMultiline: true },
      { name: "remove", label: "Taken out: one on each line", isMultiline: true },
    ],
    toFields: ({ content, kind, add, remove }) => ({
      content: linesOf(content),
      kind,
      add: linesOf(add),
      remove: linesOf(remove),
    }),
  },
  "exempt-from-password-expiration": {
    title: "Maintain Password Rules: exempt a user",
    fields: [{ name: "user", label: "User", list: "accounts" }],
  },
  "remove-password-exemption": {
    title: "Maintain Password Rules: end an exemption",
    fields: [{ name: "user", label: "User", list: "accounts" }],
  },
  "configure-web-service-security": {
    title: "Configure Web Service Security: everything off",
    fields: [{ name: "user", label: "User", list: "accounts" }],
    toFields: ({ user }) => ({ user, x509: false, saml: false }),
  },
  "activate-security-group": {
    title: "Edit Security Group: active",
    fields: [{ name: "group", label: "Group", list: "groups" }],
  },
  "delete-integration-system": {
    title: "Delete Integration System",
    fields: [{ name: "integrationSystem", label: "Integration system id", list: "systems" }],
  },
};

const otherChange = [
  { name: "policy", label: "Domain security policy", list: "domains" },
  { name: "securityGroup", label: "Security group", list: "groups" },
  { name: "access", label: "Access", options: ["Get", "Put", "View", "Modify"] },
  { name: "change", label: "Change", options: ["Added", "Removed"] },
  { name: "by", label: "Left behind by", initial: "lmcneil" },
];

/** Forms for what happens in Workday without the bot. They are drawn once and keep what is typed. */
export function createByHand(actions) {
  const panel = byId("panel-hand");
  const lists = el("div", {});
  const outcome = el("p", { class: "outcome", role: "status" });
  const fields = el("div", {});
  const task = el(
    "select",
    { id: "task", onchange: drawFields },
    Object.entries(tasks).map(([name, { title }]) => el("option", { value: name }, title)),
  );

  function drawFields() {
    fields.replaceChildren(...tasks[task.value].fields.map((spec) => field("task", spec)));
  }

  async function tell(asked, words) {
    const { kind, message } = await asked;
    outcome.textContent = `${words}: ${kind}. ${message}`;
  }

  drawFields();
  panel.append(
    lists,
    outcome,
    el("h3", {}, "Do a task in Workday as Dora"),
    form(
      [el("div", { class: "input" }, el("label", { for: "task" }, "Task"), task), fields],
      "Do the task",
      (values) => {
        const { title, toFields = (same) => same } = tasks[task.value];
        return tell(actions.task(task.value, toFields(values)), title);
      },
    ),
    el("h3", {}, "Leave somebody else's change pending"),
    el(
      "p",
      { class: "about" },
      "An activation makes everything live that is pending in the tenant. The approval card must show this too.",
    ),
    form(
      otherChange.map((spec) => field("other", spec)),
      "Leave it pending",
      (values) => tell(actions.seed(values), "Somebody else's change"),
    ),
  );

  return {
    render: ({ tenant }) => {
      const names = {
        groups: tenant.groups.map(({ name }) => name),
        accounts: tenant.accounts.map(({ userName }) => userName),
        systems: tenant.integrationSystems.map(({ id }) => id),
        domains: tenant.domains,
      };
      refresh(lists, JSON.stringify(names), () =>
        Object.entries(names).map(([name, values]) => listOf(name, values)),
      );
    },
  };
}

function form(fields, submit, send) {
  return el(
    "form",
    {
      class: "by-hand",
      onsubmit: (event) => {
        event.preventDefault();
        send(read(event.currentTarget));
      },
    },
    fields,
    el("button", { class: "button primary", type: "submit" }, submit),
  );
}

function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function toPermissions({ group, way, ...accesses }) {
  const lines = Object.entries(accesses).flatMap(([access, text]) =>
    linesOf(text).map((domain) => ({ domain, access: [access] })),
  );
  return way === "revoked" ? { group, revoke: lines } : { group, grant: lines };
}
