import { z } from "zod";
import type { TenantView } from "../workday/tenant.ts";

/** The Workday account that Dora signs on with. */
const doraInWorkday = "ddiaz";

const Access = z.enum(["Get", "Put", "View", "Modify"]);

/** What somebody does in the tenant itself, past Slack and the bot. */
export const TenantAction = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("task"),
    task: z.string().max(100),
    fields: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    do: z.literal("seed"),
    policy: z.string().trim().min(1).max(200),
    securityGroup: z.string().trim().min(1).max(200),
    access: Access,
    change: z.enum(["Added", "Removed"]),
    by: z.string().trim().min(1).max(100),
  }),
]);
export type TenantAction = z.infer<typeof TenantAction>;

export function actInTenant(tenant: TenantView, action: TenantAction): unknown {
  if (action.do === "task") {
    const { status, detail } = tenant.perform(action.task, action.fields, doraInWorkday);
    return { kind: status, message: detail };
  }
  const { do: _do, ...change } = action;
  if (!tenant.groups().some(({ name }) => name === change.securityGroup)) {
    return { kind: "refused", message: `There is no security group "${change.securityGroup}".` };
  }
  if (!tenant.snapshot().domains.includes(change.policy)) {
    return { kind: "refused", message: `There is no domain security policy "${change.policy}".` };
  }
  tenant.seedPendingDomainChange(change);
  return { kind: "done", message: `${change.by}'s change is pending in the tenant.` };
}
