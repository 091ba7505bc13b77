import { z } from "zod";
import { accesses } from "../../flows/model/permissions.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { Raw } from "../../flows/request/raw-draft.ts";
import { StoredPendingChange } from "./stored-facts.ts";
import { StoredExistingGroup, StoredRawGroup, storedGroup } from "./stored-group.ts";
import {
  StoredInstant,
  StoredPersonId,
  StoredRequestId,
  StoredTenantName,
} from "./stored-names.ts";
import { StoredClient, StoredPermissions, StoredProcesses } from "./stored-plan.ts";
import { StoredMissing, StoredOtherWays, StoredSegmentedAccess } from "./stored-segments.ts";
import {
  StoredAccountSettings,
  StoredSettingsChange,
  storedRawSettings,
} from "./stored-settings.ts";
import { StoredRawSignOn, storedSignOn } from "./stored-sign-on.ts";

const asked = {
  tenant: StoredTenantName,
  reason: z.string(),
  ticket: z.string().exactOptional(),
};

const StoredPolicy = z.strictObject({
  name: z.string().exactOptional(),
  allowedTypes: z.array(z.string()).readonly(),
});

const account = {
  recipe: z.string().exactOptional(),
  userName: z.string(),
  system: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("existing"),
      id: z.string(),
      name: z.string(),
      wid: z.string().exactOptional(),
    }),
    z.strictObject({ kind: z.literal("new"), name: z.string() }),
  ]),
  sessionTimeoutMinutes: z.number().exactOptional(),
  doNotAllowUiSessions: z.boolean(),
  groupName: z.string(),
  permissions: StoredPermissions,
  businessProcesses: StoredProcesses.exactOptional(),
  isAdopted: z.literal(true).exactOptional(),
  client: StoredClient.exactOptional(),
  ...storedSignOn,
  authenticationPolicy: StoredPolicy.exactOptional(),
  ...storedGroup,
  segmented: StoredSegmentedAccess.exactOptional(),
};

const timestamp = { at: StoredInstant, by: z.string(), comment: z.string() };

const SeenIn = z.enum(["report", "inventory"]);

/** Requests from before there were several kinds were all for a new integration user. */
const create = { kind: z.literal("create").default("create") };

export const StoredDraft = z.union([
  z.strictObject({ ...create, ...asked, ...account }),
  z.strictObject({
    kind: z.literal("rotate"),
    ...asked,
    ...account,
    tell: z.array(StoredPersonId).readonly(),
  }),
  z.strictObject({
    kind: z.literal("retire"),
    ...asked,
    ...account,
    isOutsideGroup: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("permissions"),
    ...asked,
    ...account,
    before: StoredPermissions,
    seenIn: SeenIn,
    processesBefore: StoredProcesses.exactOptional(),
    alsoInGroup: z.array(z.string()).readonly().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("settings"),
    ...asked,
    ...account,
    shown: StoredAccountSettings,
    change: StoredSettingsChange,
    exemptionChange: z.enum(["added", "ended"]).exactOptional(),
    policyChange: z
      .strictObject({ kind: z.enum(["allow", "remove"]), policy: StoredPolicy })
      .exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("activate"),
    ...asked,
    members: z
      .array(z.strictObject({ id: StoredRequestId, ticket: z.string().exactOptional() }))
      .readonly()
      .exactOptional(),
    wasEmpty: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("activate-group"),
    ...asked,
    ...account,
    isOfSegments: z.literal(true).exactOptional(),
    found: StoredExistingGroup.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("rollback"),
    ...asked,
    to: z.strictObject(timestamp),
    undone: z
      .array(z.strictObject({ ...timestamp, request: StoredRequestId.exactOptional() }))
      .readonly(),
    again: z.array(StoredPendingChange).readonly(),
    affected: z
      .array(z.strictObject({ userName: z.string(), groupName: z.string(), loses: z.int() }))
      .readonly(),
  }),
  z.strictObject({
    kind: z.enum(["api-client", "replace-token", "disable-client"]),
    ...asked,
    ...account,
    client: StoredClient,
  }),
  z.strictObject({
    kind: z.literal("segment"),
    ...asked,
    ...account,
    segmented: StoredSegmentedAccess,
    seenIn: SeenIn,
    missing: StoredMissing,
    otherWays: StoredOtherWays,
  }),
  z.strictObject({
    kind: z.literal("end-segments"),
    ...asked,
    ...account,
    segmented: StoredSegmentedAccess,
    restored: StoredPermissions,
  }),
]) satisfies z.ZodType<Draft>;

const typedDomains = z.record(z.enum(accesses), z.string());

const typed = { tenant: z.string(), reason: z.string(), ticket: z.string() };

export const StoredRaw = z.union([
  z.strictObject({
    ...create,
    ...typed,
    recipe: z.string(),
    userName: z.string(),
    existingSystem: z
      .strictObject({ id: z.string(), name: z.string(), wid: z.string().exactOptional() })
      .exactOptional(),
    newSystem: z.string(),
    sessionTimeoutMinutes: z.string(),
    doNotAllowUiSessions: z.boolean(),
    groupName: z.string(),
    domains: typedDomains,
    otherDomains: z.string().exactOptional(),
    businessProcesses: z.string().exactOptional(),
    choices: z
      .strictObject({
        optional: z.partialRecord(z.enum(accesses), z.array(z.string()).readonly()).readonly(),
        open: z.array(z.strictObject({ domain: z.string(), choice: z.string() })).readonly(),
      })
      .exactOptional(),
    signOn: StoredRawSignOn.exactOptional(),
    authenticationTypes: z.array(z.string()).readonly().exactOptional(),
    group: StoredRawGroup.exactOptional(),
  }),
  z.strictObject({
    kind: z.enum(["rotate", "retire", "activate-group", "replace-token", "disable-client"]),
    ...typed,
    userName: z.string(),
    groupName: z.string().exactOptional(),
    tell: z.array(StoredPersonId).readonly(),
  }),
  z.strictObject({
    kind: z.literal("permissions"),
    ...typed,
    userName: z.string(),
    groupName: z.string(),
    before: StoredPermissions,
    seenIn: SeenIn,
    processesBefore: StoredProcesses.exactOptional(),
    isAdopted: z.literal(true).exactOptional(),
    domains: typedDomains,
    otherDomains: z.string().exactOptional(),
    businessProcesses: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("settings"), ...typed, ...storedRawSettings }),
  z.strictObject({ kind: z.literal("activate"), ...typed }),
  z.strictObject({
    kind: z.literal("rollback"),
    ...typed,
    timestamp: z.string(),
    newest: z.string(),
  }),
  z.strictObject({
    kind: z.literal("api-client"),
    ...typed,
    userName: z.string(),
    groupName: z.string().exactOptional(),
    clientName: z.string(),
    nonExpiringRefreshTokens: z.boolean(),
    functionalAreas: z.array(z.string()).readonly(),
    otherAreas: z.string(),
    includeWorkdayOwnedScope: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("segment"),
    ...typed,
    userName: z.string(),
    groupName: z.string(),
    before: StoredPermissions,
    seenIn: SeenIn,
    segmentKind: z.enum(["topics", "categories", "existing"]),
    segmentNames: z.string(),
    segmentId: z.string(),
    content: z.string(),
    segmentGroup: z.string(),
    segmentInactive: z.boolean(),
    domains: typedDomains,
    otherDomains: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("end-segments"),
    ...typed,
    userName: z.string(),
    isRestored: z.boolean(),
  }),
]) satisfies z.ZodType<Raw>;
