import type { RequestId } from "../../flows/model/ids.ts";
import { planFor } from "../../flows/planning/plan.ts";
import { planEdit } from "../../flows/planning/plan-edit.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Step } from "../../flows/tasks/step.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { capitalize } from "../../flows/text/capitalize.ts";
import { count } from "../../flows/text/count.ts";
import { describeHand, describeStep } from "../../flows/wording/step-text.ts";
import { plainSections } from "../blocks/block.ts";
import type { Foldable } from "../blocks/fold.ts";

interface Planned {
  readonly id: RequestId;
  readonly draft: Draft;
  readonly tenant: Tenant;
  /** The open request that this is an edit of. */
  readonly edited?: Request;
}

/** Of an edit its steps are as they are known now: what the group holds is looked at once more when it is confirmed. */
export function planOf({ id, draft, tenant, edited }: Planned): readonly Step[] {
  if (edited === undefined) return planFor(draft, tenant, id);
  const { plan: steps, kept } = planEdit(edited, { draft, tenant, held: undefined });
  return steps.filter(({ name }) => !kept.includes(name));
}

/** The steps in their order: what one hand does in one go stands together. In short, how many each hand has. */
export function showSteps(planned: Planned): Foldable {
  const steps = planOf(planned);
  const hands = steps.map(nameHand);
  const lines = steps.flatMap(({ name }, index) => [
    ...(hands[index] === hands[index - 1] ? [] : [`By: ${hands[index]}`]),
    `${index + 1}. ${describeStep(name, planned.draft)}`,
  ]);
  return {
    title: "Show every step",
    full: plainSections(lines),
    short: [...new Set(hands)].map((hand) => countFor(hand, steps)).join("\n"),
    lines,
  };
}

function nameHand(step: Step): string {
  return step.hand === "api" ? "the bot" : describeHand(step);
}

function countFor(hand: string, steps: readonly Step[]): string {
  const own = steps.filter((step) => nameHand(step) === hand);
  const isDecision = own.every((step) => step.hand === "approver");
  return `${capitalize(hand)}: ${count(own.length, isDecision ? "decision" : "step")}`;
}
