/** Workday tasks that a person does on Workday's own pages, with what each asks for. */
export const handTasks = {
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
  "activate-previous-security-timestamp": {
    title: "Activate Previous Security Timestamp",
    fields: [
      { name: "timestamp", label: "Timestamp", list: "timestamps" },
      { name: "comment", label: "Comment" },
      { name: "confirm", label: "Confirm", isCheckbox: true },
    ],
  },
  "register-api-client-for-integrations": {
    title: "Register API Client for Integrations",
    fields: [
      { name: "clientName", label: "Client Name" },
      {
        name: "nonExpiringRefreshTokens",
        label: "Non-Expiring Refresh Tokens",
        isCheckbox: true,
      },
      { name: "scopes", label: "Scope (Functional Areas): one on each line", isMultiline: true },
      {
        name: "includeWorkdayOwnedScope",
        label: "Include Workday Owned Scope",
        isCheckbox: true,
      },
    ],
    toFields: ({ scopes, ...rest }) => ({ ...rest, scopes: linesOf(scopes) }),
  },
  "manage-refresh-tokens-for-integrations": {
    title: "Manage Refresh Tokens for Integrations: a new one",
    fields: [
      { name: "clientName", label: "API client", list: "clients" },
      { name: "user", label: "Workday account", list: "accounts" },
    ],
    toFields: (named) => ({ ...named, generateNewRefreshToken: true }),
  },
  "edit-api-client-for-integrations": {
    title: "Edit API Client for Integrations: disabled",
    fields: [{ name: "clientName", label: "API client", list: "clients" }],
    toFields: ({ clientName }) => ({ clientName, disabled: true }),
  },
};

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
