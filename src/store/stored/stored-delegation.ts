import { z } from "zod";
import type { Delegation } from "../../flows/request/delegation.ts";
import {
  StoredDelegationId,
  StoredInstant,
  StoredPersonId,
  StoredTenantName,
} from "./stored-names.ts";

/** A delegation as a notice keeps it. */
export const StoredDelegation = z.strictObject({
  id: StoredDelegationId,
  tenant: StoredTenantName,
  by: StoredPersonId,
  to: StoredPersonId,
  from: StoredInstant,
  until: StoredInstant,
  reason: z.string(),
  endedAt: StoredInstant.exactOptional(),
}) satisfies z.ZodType<Delegation>;
