import { z } from "zod";
import type {
  BypassingGroups,
  MissingSegments,
  SegmentedAccess,
  Segments,
} from "../../flows/model/segments.ts";
import { StoredPermissions } from "./stored-plan.ts";

const names = z.array(z.string()).readonly();

const StoredSegments = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("topics"), names, segment: z.string() }),
  z.strictObject({ kind: z.literal("categories"), names }),
  z.strictObject({ kind: z.literal("existing"), names }),
]) satisfies z.ZodType<Segments>;

export const StoredSegmentedAccess = z.strictObject({
  segments: StoredSegments,
  groupName: z.string(),
  permissions: StoredPermissions,
  moved: StoredPermissions,
  content: names,
  isInactive: z.literal(true).exactOptional(),
}) satisfies z.ZodType<SegmentedAccess>;

export const StoredMissing = z.strictObject({
  names,
  segment: z.string().exactOptional(),
}) satisfies z.ZodType<MissingSegments>;

export const StoredOtherWays = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("seen"),
    groups: z.array(z.strictObject({ groupName: z.string(), hasAccount: z.boolean() })).readonly(),
  }),
  z.strictObject({ kind: z.literal("cannot-see") }),
]) satisfies z.ZodType<BypassingGroups>;
