import { z } from "zod";
import type { Draft, RawDraft } from "../flows/draft.ts";
import { StoredTenantName } from "./stored-names.ts";
import { StoredPermissions } from "./stored-plan.ts";

export const StoredDraft = z.strictObject({
  tenant: StoredTenantName,
  recipe: z.string().exactOptional(),
  userName: z.string(),
  system: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("existing"), id: z.string(), name: z.string() }),
    z.strictObject({ kind: z.literal("new"), name: z.string() }),
  ]),
  sessionTimeoutMinutes: z.number().exactOptional(),
  doNotAllowUiSessions: z.boolean(),
  groupName: z.string(),
  permissions: StoredPermissions,
  reason: z.string(),
  ticket: z.string().exactOptional(),
}) satisfies z.ZodType<Draft>;

export const StoredRawDraft = z.strictObject({
  tenant: z.string(),
  recipe: z.string(),
  userName: z.string(),
  existingSystem: z.strictObject({ id: z.string(), name: z.string() }).exactOptional(),
  newSystem: z.string(),
  sessionTimeoutMinutes: z.string(),
  doNotAllowUiSessions: z.boolean(),
  groupName: z.string(),
  domains: z.strictObject({
    Get: z.string(),
    Put: z.string(),
    View: z.string(),
    Modify: z.string(),
  }),
  reason: z.string(),
  ticket: z.string(),
}) satisfies z.ZodType<RawDraft>;
