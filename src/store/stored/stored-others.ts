import { z } from "zod";
import type { GivenApproval } from "../../flows/request/given-approval.ts";
import type { MemberFacts, OtherRequest } from "../../flows/request/other-request.ts";
import type { ReleasePart } from "../../flows/request/release-event.ts";
import { StoredPendingChange } from "./stored-facts.ts";
import {
  StoredCredentialId,
  StoredInstant,
  StoredPersonId,
  StoredRequestId,
} from "./stored-names.ts";

export const StoredMemberships = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("seen"),
    groups: z
      .array(
        z.strictObject({
          groupName: z.string(),
          gives: z.array(z.string()).readonly().exactOptional(),
        }),
      )
      .readonly(),
  }),
  z.strictObject({ kind: z.literal("unread") }),
]);

const StoredMember = z.strictObject({
  about: z.string(),
  ticket: z.string().exactOptional(),
  rulesOf: z.string().exactOptional(),
  unseen: z.array(z.string()).readonly(),
  memberships: StoredMemberships.exactOptional(),
  activatesSignOn: z.literal(true).exactOptional(),
  also: z.array(z.string()).readonly().exactOptional(),
}) satisfies z.ZodType<MemberFacts>;

export const StoredParts = z
  .array(z.strictObject({ request: StoredRequestId, needed: z.int() }))
  .readonly() satisfies z.ZodType<readonly ReleasePart[]>;

export const StoredRequestIds = z.array(StoredRequestId).readonly();

export const StoredGiven = z.strictObject({
  by: StoredPersonId,
  for: StoredPersonId.exactOptional(),
  at: StoredInstant,
  credential: StoredCredentialId.exactOptional(),
  countsFor: StoredRequestIds.exactOptional(),
  note: z.string().exactOptional(),
}) satisfies z.ZodType<GivenApproval>;

export const StoredOther = z.strictObject({
  id: StoredRequestId,
  askedBy: StoredPersonId,
  carriedOutBy: z.array(StoredPersonId).readonly(),
  standing: z.enum(["open", "done", "denied", "withdrawn", "expired"]),
  needed: z.int(),
  rulesOf: z.string().exactOptional(),
  changes: z.array(StoredPendingChange).readonly(),
  member: StoredMember.exactOptional(),
}) satisfies z.ZodType<OtherRequest>;
