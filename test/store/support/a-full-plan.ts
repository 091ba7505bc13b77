/** A step by each hand, each task with all that it may hold. */
export const fullPlan = [
  { name: "create-integration-system", hand: "api" },
  {
    name: "create-security-group",
    hand: "runner",
    task: { name: "create-security-group", groupName: "G" },
  },
  {
    name: "create-security-group",
    hand: "person",
    task: {
      name: "create-security-group",
      groupName: "G",
      constrained: { organizations: ["O"], scope: "current" },
      isInactive: true,
    },
  },
  {
    name: "activate-security-group",
    hand: "runner",
    task: { name: "activate-security-group", groupName: "G" },
  },
  {
    name: "remove-group-member",
    hand: "person",
    task: { name: "remove-group-member", groupName: "G", userName: "U" },
  },
  {
    name: "revoke-permissions",
    hand: "person",
    task: {
      name: "revoke-permissions",
      groupName: "G",
      permissions: { Get: ["One"], Put: ["Two"], View: [], Modify: [] },
    },
  },
  {
    name: "inactivate-security-group",
    hand: "implementation",
    task: { name: "inactivate-security-group", groupName: "G" },
  },
  { name: "approve", hand: "approver" },
] as const;
