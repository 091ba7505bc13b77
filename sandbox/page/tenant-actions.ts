import { z } from "zod";
import type { TenantView } from "../workday/tenant.ts";
import type { Workday } from "../workday/workday.ts";

/** The Workday account that Dora signs on with. */
const doraInWorkday = "ddiaz";

const Access = z.enum(["Get", "Put", "View", "Modify"]);

/** What somebody does in the tenant itself, past Slack and the bot. */
export const TenantAction = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("task"),
    tenant: z.string(),
    task: z.string().max(100),
    fields: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    do: z.literal("seed"),
    tenant: z.string(),
    policy: z.string().trim().min(1).max(200),
    securityGroup: z.string().trim().min(1).max(200),
    access: Access,
    change: z.enum(["Added", "Removed"]),
    by: z.string().trim().min(1).max(100),
  }),
]);
export type TenantAction = z.infer<typeof TenantAction>;

/** Does it in the tenant that it names; throws where there is none of this name. */
export function actInTenant(workday: Workday, action: TenantAction): unknown {
  const tenant = workday.tenant(action.tenant);
  if (action.do === "task") return doTask(tenant, action);
  const { do: _do, tenant: _tenant, ...change } = action;
  if (!tenant.groups().some(({ name }) => name === change.securityGroup)) {
    return { kind: "refused", message: `There is no security group "${change.securityGroup}".` };
  }
  if (!tenant.snapshot().domains.includes(change.policy)) {
    return { kind: "refused", message: `There is no domain security policy "${change.policy}".` };
  }
  tenant.seedPendingDomainChange(change);
  return { kind: "done", message: `${change.by}'s change is pending in the tenant.` };
}

/** What Workday shows this one time, a client's secret for example, is shown on the page this one time too. */
function doTask(
  tenant: TenantView,
  { task, fields }: Extract<TenantAction, { do: "task" }>,
): unknown {
  const outcome = tenant.perform(task, fields, doraInWorkday);
  const { status: kind, detail: message } = outcome;
  return { kind, message, ...(outcome.status === "done" && { shownOnce: outcome.shownOnce }) };
}
