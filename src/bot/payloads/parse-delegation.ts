import { z } from "zod";
import { instant } from "../../flows/model/ids.ts";
import type { DelegationOrder } from "../../flows/request/delegation.ts";
import { DelegationKey, TenantNameText } from "./metadata.ts";
import { Person } from "./parse-click.ts";

const At = z.int().transform(instant);

const Written = z.strictObject({
  id: z.string(),
  by: Person,
  viewId: z.string(),
  command: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("delegate"),
      delegation: z.strictObject({
        id: DelegationKey,
        tenant: TenantNameText,
        to: Person,
        from: At,
        until: At,
        reason: z.string(),
      }),
    }),
    z.strictObject({ kind: z.literal("end"), delegation: DelegationKey }),
  ]),
});

/** Reads an order as it was written down. We wrote it, so anything else is a bug and throws. */
export function parseDelegationOrder(text: string): DelegationOrder {
  return Written.parse(JSON.parse(text));
}
