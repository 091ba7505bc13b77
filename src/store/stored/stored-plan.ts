import { z } from "zod";
import type { ApiClient } from "../../flows/model/api-client.ts";
import type { BusinessProcess } from "../../flows/model/business-process.ts";
import { accesses, type Permissions } from "../../flows/model/permissions.ts";
import {
  approvalSteps,
  ownSteps,
  type Step,
  type StepName,
  stepNames,
} from "../../flows/tasks/step.ts";
import { type Task, taskNames } from "../../flows/tasks/task.ts";
import { StoredInstant } from "./stored-names.ts";

const OwnStepName = z.enum(ownSteps);

const TaskName = z.enum(taskNames);

export const StoredStepName = z.enum(stepNames) satisfies z.ZodType<StepName>;

const names = z.array(z.string()).readonly();

export const StoredPermissions = z.record(z.enum(accesses), names) satisfies z.ZodType<Permissions>;

export const StoredProcesses = z
  .array(z.strictObject({ policy: z.string(), action: z.string().exactOptional() }))
  .readonly() satisfies z.ZodType<readonly BusinessProcess[]>;

const group = { groupName: z.string() };
const inPolicy = { ...group, userName: z.string(), policy: z.string().exactOptional() };

export const StoredClient = z.strictObject({
  name: z.string(),
  nonExpiringRefreshTokens: z.boolean(),
  functionalAreas: names,
  includeWorkdayOwnedScope: z.boolean(),
}) satisfies z.ZodType<ApiClient>;

const StoredTask = z.discriminatedUnion("name", [
  z.strictObject({
    name: z.literal("create-security-group"),
    ...group,
    constrained: z
      .strictObject({
        organizations: names,
        scope: z.enum(["current", "subordinates"]),
      })
      .exactOptional(),
    isInactive: z.boolean().exactOptional(),
  }),
  z.strictObject({
    name: z.enum(["add-group-member", "remove-group-member"]),
    ...group,
    userName: z.string(),
  }),
  z.strictObject({
    name: z.enum(["activate", "activate-authentication-policies"]),
    comment: z.string(),
  }),
  z.strictObject({
    name: z.enum(["inactivate-security-group", "activate-security-group"]),
    ...group,
  }),
  z.strictObject({
    name: z.enum([
      "exempt-from-password-expiry",
      "remove-password-exemption",
      "switch-off-token-sign-on",
    ]),
    userName: z.string(),
  }),
  z.strictObject({
    name: z.literal("allow-in-authentication-policy"),
    ...inPolicy,
    allowedTypes: names,
  }),
  z.strictObject({ name: z.literal("remove-from-authentication-policy"), ...inPolicy }),
  z.strictObject({
    name: z.literal("activate-previous-timestamp"),
    timestamp: StoredInstant,
    newest: StoredInstant,
    comment: z.string(),
  }),
  z.strictObject({
    name: z.enum(["grant-business-processes", "revoke-business-processes"]),
    ...group,
    businessProcesses: StoredProcesses,
  }),
  z.strictObject({
    name: z.literal("register-api-client"),
    userName: z.string(),
    client: StoredClient,
  }),
  z.strictObject({
    name: z.literal("replace-refresh-token"),
    userName: z.string(),
    clientName: z.string(),
  }),
  z.strictObject({ name: z.literal("disable-api-client"), clientName: z.string() }),
  z.strictObject({
    name: z.literal("create-segment-group"),
    ...group,
    securityGroups: names,
    segments: names,
    isInactive: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    name: z.enum([
      "grant-permissions",
      "revoke-permissions",
      "grant-in-segments",
      "revoke-in-segments",
    ]),
    ...group,
    permissions: StoredPermissions,
  }),
  z.strictObject({ name: z.literal("close-segment-group"), ...group, securityGroups: names }),
  z.strictObject({
    name: z.literal("add-segments-to-content"),
    kind: z.enum(["topics", "categories"]),
    names,
    content: names,
  }),
]) satisfies z.ZodType<Task>;

export const StoredPlan = z
  .array(
    z.union([
      z.strictObject({ name: OwnStepName, hand: z.literal("api") }),
      z.strictObject({
        name: TaskName,
        hand: z.enum(["runner", "person", "implementation"]),
        task: StoredTask,
      }),
      z.strictObject({ name: z.enum(approvalSteps), hand: z.literal("approver") }),
    ]),
  )
  .readonly() satisfies z.ZodType<readonly Step[]>;
