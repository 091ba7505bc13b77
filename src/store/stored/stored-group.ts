import { z } from "zod";
import type {
  ExistingGroup,
  GroupSettings,
  RawGroup,
  RequestedGroup,
} from "../../flows/model/group-settings.ts";
import { StoredPermissions } from "./stored-plan.ts";

const Scope = z.enum(["current", "subordinates"]);

export const StoredExistingGroup = z.strictObject({
  kind: z.literal("existing"),
  isActive: z.boolean(),
  members: z.array(z.string()).readonly(),
  holds: StoredPermissions,
}) satisfies z.ZodType<ExistingGroup>;

const StoredGroup = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unconstrained") }),
  z.strictObject({
    kind: z.literal("constrained"),
    organizations: z.array(z.string()).readonly(),
    scope: Scope,
  }),
  StoredExistingGroup,
]) satisfies z.ZodType<RequestedGroup>;

/** Fields of a draft. Drafts from before there were these have none of them. */
export const storedGroup = {
  group: StoredGroup.exactOptional(),
  isGroupInactive: z.boolean().exactOptional(),
} satisfies Record<keyof GroupSettings, z.ZodType>;

export const StoredRawGroup = z.strictObject({
  groupType: z.enum(["unconstrained", "constrained", "existing"]),
  organizations: z.string(),
  groupScope: Scope,
  groupInactive: z.boolean(),
}) satisfies z.ZodType<RawGroup>;
