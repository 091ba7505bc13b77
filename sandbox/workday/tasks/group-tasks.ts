import { z } from "zod";
import { findAccount } from "../accounts.ts";
import { findGroup, isPermissionHeld } from "../security.ts";
import { type Account, type SecurityGroup, type TenantState, widOf } from "../state.ts";
import { aTask, done, refused, type Task, type TaskOutcome } from "./task.ts";

const groupTypes = [
  "Integration System Security Group (Unconstrained)",
  "User-Based Security Group",
] as const;

const Membership = z.strictObject({ group: z.string().min(1), user: z.string().min(1) });

/** Groups and membership: each takes effect at once. */
export const groupTasks: readonly Task[] = [
  aTask({
    name: "create-security-group",
    fields: z.strictObject({ name: z.string().trim().min(1), type: z.enum(groupTypes) }),
    perform(state, { name, type }) {
      if (findGroup(state, name) !== undefined) {
        return refused(`A security group with the name "${name}" already exists.`);
      }
      const wid = widOf(state.definition.name, "group", name);
      const group: SecurityGroup = { wid, name, type, isActive: true, members: new Set() };
      state.groups.set(name.toLowerCase(), group);
      return done(`Security group "${name}" created.`);
    },
  }),
  aTask({
    name: "add-group-member",
    fields: Membership,
    perform: (state, fields) =>
      withMembership(state, fields, (group, account) => {
        if (group.type.startsWith("Integration System") && account.kind !== "isu") {
          return refused(`"${account.userName}" is not an integration system user.`);
        }
        group.members.add(account.userName);
        return done(`"${account.userName}" is a member of "${group.name}".`);
      }),
  }),
  aTask({
    name: "remove-group-member",
    fields: Membership,
    perform: (state, fields) =>
      withMembership(state, fields, (group, account) => {
        if (!group.members.delete(account.userName)) {
          return refused(`"${account.userName}" is not a member of "${group.name}".`);
        }
        return done(`"${account.userName}" is no longer a member of "${group.name}".`);
      }),
  }),
  aTask({
    name: "inactivate-security-group",
    fields: z.strictObject({ group: z.string().min(1) }),
    perform(state, { group: name }) {
      const group = findGroup(state, name);
      if (group === undefined) return refused(unknownGroup(name));
      if (isPermissionHeld(state, group.name, "Security Configuration")) {
        return refused(
          `"${group.name}" cannot be inactivated: it has permission to the Security Configuration domain.`,
        );
      }
      group.isActive = false;
      return done(`Security group "${group.name}" is inactive.`);
    },
  }),
];

function withMembership(
  state: TenantState,
  fields: z.infer<typeof Membership>,
  act: (group: SecurityGroup, account: Account) => TaskOutcome,
): TaskOutcome {
  const group = findGroup(state, fields.group);
  if (group === undefined) return refused(unknownGroup(fields.group));
  const account = findAccount(state, fields.user);
  if (account === undefined) return refused(`There is no Workday account "${fields.user}".`);
  return act(group, account);
}

function unknownGroup(name: string): string {
  return `There is no security group "${name}".`;
}
