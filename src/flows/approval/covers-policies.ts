import { rulesOf } from "../authorization/recipe-rules.ts";
import { type GoesLive, listMemberRequests } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import { activatesSignOn } from "../step-kinds/facts.ts";
import { listMade } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { listBars } from "./following-bars.ts";

/**
 * Whether the authentication policies are activated by what a card approves, of which nobody sees what is pending there: at
 * once, or in a later step of the same plan that has no card of its own. Of a release, for a request that falls under a
 * recipe's rules: elsewhere the tenant's own approvers decide on each of its requests anyway.
 *
 * @param tenant the tenant's own rules
 */
export function coversPolicies(
  { draft, plan }: Pick<Request, "draft" | "plan">,
  { pending, others }: Pick<GoesLive, "pending" | "others">,
  tenant: Tenant,
): boolean {
  const isPlanned = plan.some(({ name }) => activatesSignOn(name));
  switch (pending.kind) {
    case "authentication-policies":
      return true;
    case "seen":
    case "cannot-see":
      return isPlanned || listMemberRequests(others).some(isByRecipe);
    case "not-activated": {
      if (!isPlanned) return false;
      const isNext = listMade(plan).some(({ name }) => activatesSignOn(name));
      return isNext || listBars({ draft, plan }, rulesOf(draft, tenant)).length === 0;
    }
  }
}

function isByRecipe({ member }: ReturnType<typeof listMemberRequests>[number]): boolean {
  return member.activatesSignOn === true && member.rulesOf !== undefined;
}
