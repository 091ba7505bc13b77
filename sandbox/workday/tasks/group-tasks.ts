import { z } from "zod";
import { findAccount } from "../accounts.ts";
import { findGroup, isPermissionHeld } from "../security.ts";
import { type Account, type SecurityGroup, type TenantState, widOf } from "../state.ts";
import { aTask, done, refused, type Task, type TaskOutcome } from "./task.ts";

const plainTypes = [
  "Integration System Security Group (Unconstrained)",
  "User-Based Security Group",
] as const;

const isInactive = { inactive: z.boolean().optional() };
const groupName = z.string().trim().min(1);

const NewGroup = z.discriminatedUnion("type", [
  z.strictObject({ name: groupName, type: z.enum(plainTypes), ...isInactive }),
  z.strictObject({
    name: groupName,
    type: z.literal("Integration System Security Group (Constrained)"),
    organizations: z.array(z.string().trim().min(1)).min(1),
    scope: z.enum(["current", "subordinates"]),
    ...isInactive,
  }),
  z.strictObject({
    name: groupName,
    type: z.literal("Segment-Based Security Group"),
    securityGroups: z.array(groupName).min(1),
    segments: z.array(groupName).min(1),
    ...isInactive,
  }),
]);

const Membership = z.strictObject({ group: z.string().min(1), user: z.string().min(1) });

/** Groups and membership: each takes effect at once. */
export const groupTasks: readonly Task[] = [
  aTask({
    name: "create-security-group",
    fields: NewGroup,
    perform(state, fields) {
      const { name, type, inactive = false } = fields;
      if (type === "Integration System Security Group (Constrained)") {
        const problem = problemWith(state, fields.organizations);
        if (problem !== undefined) return refused(problem);
      }
      if (type === "Segment-Based Security Group") {
        const problem = problemWithSegments(state, fields);
        if (problem !== undefined) return refused(problem);
      }
      if (findGroup(state, name) !== undefined) {
        return refused(`A security group with the name "${name}" already exists.`);
      }
      const wid = widOf(state.definition.name, "group", name);
      const id = name.replaceAll(/\W+/g, "_");
      const group: SecurityGroup = {
        wid,
        id,
        comment: "",
        name,
        type,
        isActive: !inactive,
        members: new Set(),
        administeredBy: new Set(),
        includedIn: new Set(),
        ...(type === "Integration System Security Group (Constrained)" && {
          constraint: { organizations: fields.organizations, scope: fields.scope },
        }),
        ...(type === "Segment-Based Security Group" && {
          segmentBased: {
            securityGroups: new Set(fields.securityGroups),
            segments: fields.segments,
          },
        }),
      };
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
    fields: z.strictObject({
      group: z.string().min(1),
      removeSecurityGroups: z.array(groupName).min(1).optional(),
    }),
    perform(state, { group: name, removeSecurityGroups = [] }) {
      const group = findGroup(state, name);
      if (group === undefined) return refused(unknownGroup(name));
      const problem = problemWithInactive(state, group, removeSecurityGroups);
      if (problem !== undefined) return refused(problem);
      for (const other of removeSecurityGroups) group.segmentBased?.securityGroups.delete(other);
      group.isActive = false;
      return done(`Security group "${group.name}" is inactive.`);
    },
  }),
  aTask({
    name: "activate-security-group",
    fields: z.strictObject({ group: z.string().min(1) }),
    perform(state, { group: name }) {
      const group = findGroup(state, name);
      if (group === undefined) return refused(unknownGroup(name));
      group.isActive = true;
      return done(`Security group "${group.name}" is active.`);
    },
  }),
];

/** Two of the three rules; that a group administers another one is nothing this emulator knows. */
function problemWithInactive(
  state: TenantState,
  { name, segmentBased }: SecurityGroup,
  removed: readonly string[],
): string | undefined {
  if (isPermissionHeld(state, name, "Security Configuration")) {
    return `"${name}" cannot be inactivated: it has permission to the Security Configuration domain.`;
  }
  const stranger = removed.find((other) => segmentBased?.securityGroups.has(other) !== true);
  if (stranger !== undefined)
    return `"${stranger}" is not one of the security groups of "${name}".`;
  const including = [...state.groups.values()].find(
    ({ segmentBased: other }) => other?.securityGroups.has(name) === true,
  );
  return including === undefined
    ? undefined
    : `"${name}" cannot be inactivated: it is a member of the security group "${including.name}".`;
}

/** Its groups and segments are there, and the segments are all of one type. */
function problemWithSegments(
  state: TenantState,
  { securityGroups, segments }: { securityGroups: readonly string[]; segments: readonly string[] },
): string | undefined {
  const missing = securityGroups.find((name) => findGroup(state, name)?.name !== name);
  if (missing !== undefined) return unknownGroup(missing);
  const types = new Set<string>();
  for (const segment of segments) {
    const type = typeOfSegment(state, segment);
    if (type === undefined) return `There is no security segment "${segment}".`;
    types.add(type);
  }
  return types.size > 1
    ? "You cannot combine different types of security segments in a segment-based security group."
    : undefined;
}

function typeOfSegment(state: TenantState, name: string): string | undefined {
  const { learningSegments, learningCategories, definition } = state;
  if ([...learningSegments.values()].some((one) => one.name === name)) return "Learning Topic";
  if ([...learningCategories.values()].some((one) => one.name === name)) {
    return "Learning Security Category";
  }
  return definition.securitySegments?.find((one) => one.name === name)?.type;
}

/** The organisations of one group are there, and all of one type. */
function problemWith(
  { definition }: TenantState,
  organizations: readonly string[],
): string | undefined {
  const { organizations: known = [] } = definition;
  const types = new Set<string>();
  for (const wanted of organizations) {
    const found = known.find((one) => one.name === wanted);
    if (found === undefined) return `There is no organization "${wanted}".`;
    types.add(found.type);
  }
  return types.size > 1 ? "All organizations of the group must be of the same type." : undefined;
}

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
