import { makesOwnGroup } from "../kinds/facts.ts";
import { kindOf } from "../kinds/kinds.ts";
import type { TitledList } from "../model/titled-list.ts";
import { describeExpected } from "../planning/describe-expected.ts";
import { type ExpectedChange, listExpected } from "../planning/expected-changes.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";
import type { Draft } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { isActivatedLater, listMade, type Step } from "../tasks/step.ts";
import { isGuarded } from "../tenant/catalogue.ts";
import { markDomain, securityMark } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { describeAtOnce } from "./describe-at-once.ts";
import { listGroup } from "./describe-group.ts";
import { describeRegained, listRollback } from "./describe-rollback.ts";
import { describeHand, describeStep } from "./step-text.ts";

type Planned = Pick<Request, "draft" | "plan">;

/**
 * What an approver of a plan decides on: what is made, granted and activated, by whom, what of it administers security,
 * and what the requester says.
 */
export function listPlanApproval(
  planned: Planned,
  asked: ApprovalAsked,
  tenant: Tenant,
): readonly TitledList[] {
  const { draft } = planned;
  return [
    { title: describeWhole(planned, asked), lines: [] },
    ...listSteps(planned, asked),
    ...("undone" in draft ? listRollback(draft, tenant, asked.others) : []),
    ...listPermissions(draft, tenant),
    ...listGroup(draft, tenant),
    ...listReason(planned),
  ];
}

function describeWhole({ draft, plan }: Planned, asked: ApprovalAsked): string {
  const isFirst = plan[0]?.hand === "approver";
  const later = describeActivation(plan, asked);
  if (kindOf(draft).makes !== "account") {
    const stand = later === "" ? wholePlan : nothingDone;
    return [stand, describeAtOnce(draft), later].filter((part) => part !== "").join(" ");
  }
  const stand = isFirst ? nothingMade : accountMade;
  const effect = makesOwnGroup(draft) ? onlyMade : joins;
  return [stand, effect, later].filter((part) => part !== "").join(" ");
}

const nothingDone = "Nothing has been done yet.";

const wholePlan = `${nothingDone.slice(0, -1)}: the approval is for every step of its plan.`;

const nothingMade = "Nothing has been made yet.";

const accountMade =
  "The account is made, and nobody can sign on with it. The approval is for the steps that follow.";

const onlyMade = "This approval makes the account and its group; the permissions stay pending.";

const joins = "The account joins a group that is there, which takes effect at once.";

/** What becomes of the activation; nothing where the plan has none. */
function describeActivation(
  plan: readonly Step[],
  { follows }: Pick<ApprovalAsked, "follows">,
): string {
  if (!isActivatedLater(plan)) return "";
  return follows === true ? itFollows : askedAgain;
}

const itFollows =
  "Its activation follows by itself where exactly what was asked for is pending by then, made by the bot or its runner, and everything else is as asked. If anything is different, an approver is asked again first.";

const askedAgain = "Before the activation an approver is asked again.";

/** What the approval lets happen, where the plan goes on to an activation. */
function listSteps({ draft, plan }: Planned, { follows }: ApprovalAsked): readonly TitledList[] {
  if (!isActivatedLater(plan)) return [];
  const made = listMade(plan);
  const steps = follows === true ? [...made, ...listAfter(plan)] : made;
  const lines = steps.map((one) => describeByWhom(one, draft));
  return [{ title: `What is done by this approval, and by whom (${lines.length}):`, lines }];
}

function listAfter(plan: readonly Step[]): readonly Step[] {
  return plan.slice(plan.findLastIndex(({ hand }) => hand === "approver") + 1);
}

function describeByWhom(step: Step, draft: Draft): string {
  return `${describeStep(step.name, draft)} [${describeHand(step)}]`;
}

function listPermissions(draft: Draft, tenant: Tenant): readonly TitledList[] {
  const lines = listAsked(draft, tenant);
  return lines.length === 0 ? [] : [{ title: `Asked for (${lines.length}):`, lines }];
}

/**
 * Whether the lists of an approval say what the account may do, or what of it changes. Where nothing of that does, such as
 * for an API client that signs on as it, people decide by what it may do all the same.
 */
export function listsAccess(draft: Draft, tenant: Tenant): boolean {
  const isOfSettings = "change" in draft;
  return isOfSettings || listExpected(draft).length > 0 || listGroup(draft, tenant).length > 0;
}

/** What was asked for, what administers security first. */
export function listAsked(draft: Draft, tenant: Tenant): readonly string[] {
  return listExpected(draft)
    .toSorted(
      (one, other) => Number(isOfSecurity(other, tenant)) - Number(isOfSecurity(one, tenant)),
    )
    .map((one) => describeExpected(one, draft) + markDomain(nameOf(one), tenant));
}

function nameOf(one: ExpectedChange): string {
  return one.kind === "domain" ? one.domain : one.policy;
}

function isOfSecurity(one: ExpectedChange, tenant: Tenant): boolean {
  return isGuarded(tenant, nameOf(one));
}

function listReason({ draft, plan }: Planned): readonly TitledList[] {
  if (!isActivatedLater(plan)) return [];
  const { reason, ticket } = draft;
  const lines = [...reason.split("\n"), ...(ticket === undefined ? [] : [`Ticket: ${ticket}`])];
  return [{ title: "The requester says:", lines, isOnCard: false }];
}

/** The worst of what a plan gives, for the top of its card; `undefined` where nothing of it administers security. */
export function describePlanDanger(draft: Draft, tenant: Tenant): string | undefined {
  if ("undone" in draft) return describeRegained(draft, tenant);
  const given = listExpected(draft).filter(({ change }) => change === "Added");
  const guarded = given.filter((one) => isOfSecurity(one, tenant)).length;
  if (guarded === 0) return undefined;
  const does = guarded === 1 ? securityMark : "administer security";
  return `${count(guarded, "permission")} asked for ${does}`;
}
