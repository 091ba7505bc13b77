import { processChangeOf } from "../kinds/changes.ts";
import { listExpected } from "../planning/expected-changes.ts";
import type { Request } from "../request/request.ts";
import { isActivatedLater, listMade, type Step } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** Why no activation can follow from the approval of a plan, whatever the tenant will show. */
export type FollowingBar =
  /** The tenant has its activations approved by themselves. */
  | "own-approval"
  | "production"
  /** A person carries out a step of it, and nobody can tell a person's change from another one. */
  | "by-a-person"
  /** Nobody said by which Workday account the runner works, so its changes cannot be told from others. */
  | "runner-unknown"
  /** Whoever carries it out chooses the action of a business process. */
  | "choice-left"
  /** It changes nothing that a report of pending changes could show, so an empty one would prove nothing. */
  | "nothing-to-see";

/** What is known before anything is made. None: an activation may follow, and the plan's card says so. */
export function listBars(
  { draft, plan }: Pick<Request, "draft" | "plan">,
  tenant: Tenant,
): readonly FollowingBar[] {
  if (tenant.approvals.at !== "plan" || !isActivatedLater(plan)) return ["own-approval"];
  const barred: readonly (readonly [bar: FollowingBar, isBarred: boolean])[] = [
    ["production", tenant.production && !isReleased(tenant)],
    ["by-a-person", isByHand(plan, "person")],
    ["runner-unknown", isByHand(plan, "runner") && tenant.workdayAccounts?.runner === undefined],
    ["choice-left", leavesChoice(draft)],
    ["nothing-to-see", listExpected(draft).length === 0],
  ];
  return barred.filter(([, isBarred]) => isBarred).map(([bar]) => bar);
}

/** Without change windows a production tenant has its activations approved, whatever else it says. */
function isReleased({ approvals, changeWindows }: Tenant): boolean {
  return approvals.activation === "follows" && changeWindows.length > 0;
}

function isByHand(plan: readonly Step[], hand: Step["hand"]): boolean {
  return listMade(plan).some((step) => step.hand === hand);
}

/** A process whose action the guide does not name: its doer chooses one. */
function leavesChoice(draft: Request["draft"]): boolean {
  const { added, removed } = processChangeOf(draft);
  return [...added, ...removed].some(({ action }) => action === undefined);
}
