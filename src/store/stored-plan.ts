import { z } from "zod";
import type { Permissions } from "../flows/permissions.ts";
import { ownSteps, type Step, type StepName, stepNames } from "../flows/plan.ts";
import { type Task, taskNames } from "../flows/task.ts";

const OwnStepName = z.enum(ownSteps);

const TaskName = z.enum(taskNames);

export const StoredStepName = z.enum(stepNames) satisfies z.ZodType<StepName>;

export const StoredPermissions = z.strictObject({
  Get: z.array(z.string()).readonly(),
  Put: z.array(z.string()).readonly(),
  View: z.array(z.string()).readonly(),
  Modify: z.array(z.string()).readonly(),
}) satisfies z.ZodType<Permissions>;

const group = { groupName: z.string() };

const StoredTask = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("create-security-group"), ...group }),
  z.strictObject({ name: z.literal("add-group-member"), ...group, userName: z.string() }),
  z.strictObject({
    name: z.literal("grant-permissions"),
    ...group,
    permissions: StoredPermissions,
  }),
  z.strictObject({ name: z.literal("activate"), comment: z.string() }),
  z.strictObject({
    name: z.literal("revoke-permissions"),
    ...group,
    permissions: StoredPermissions,
  }),
  z.strictObject({ name: z.literal("remove-group-member"), ...group, userName: z.string() }),
  z.strictObject({ name: z.literal("inactivate-security-group"), ...group }),
]) satisfies z.ZodType<Task>;

export const StoredPlan = z
  .array(
    z.union([
      z.strictObject({ name: OwnStepName, hand: z.literal("api") }),
      z.strictObject({ name: TaskName, hand: z.enum(["runner", "person"]), task: StoredTask }),
      z.strictObject({ name: z.literal("approve"), hand: z.literal("approver") }),
    ]),
  )
  .readonly() satisfies z.ZodType<readonly Step[]>;
