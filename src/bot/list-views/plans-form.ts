import type { types } from "@slack/bolt";
import type { ApprovalWait } from "../../flows/request/phase.ts";
import { isOfPlan } from "../../flows/tasks/step.ts";
import { count } from "../../flows/text/count.ts";
import {
  type Block,
  type ButtonSpec,
  divider,
  type Modal,
  plain,
  plainSection,
  section,
} from "../blocks/block.ts";
import { escape, mention } from "../blocks/mrkdwn.ts";
import { describeAbout } from "../blocks/request-titles.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { dangerOf, warnBefore, wholeApproval } from "../request-views/approval-card.ts";
import { nameApproval } from "../request-views/approve-button.ts";
import type { Listed } from "./inbox.ts";

export const plansBlock = "plans";

/** Plans of one window, and blocks that they may take of Slack's 100. */
const mostPlans = 10;
const mostBlocks = 90;

interface ListedPlan extends Listed {
  readonly wait: ApprovalWait;
}

/** Plans that a click alone approves: where a name is typed or a passkey proves it, each is approved on its own card. */
export function listPlans(toApprove: readonly Listed[]): readonly ListedPlan[] {
  return toApprove.flatMap(({ request, tenant }) => {
    const { phase } = request;
    if (phase.kind !== "waiting-for-approval" || !isOfPlan(phase.asked.step)) return [];
    const isByClick = !tenant.production && tenant.approvals.secondFactor === undefined;
    return isByClick ? [{ request, tenant, wait: phase }] : [];
  });
}

/** Offers the list where several plans can be approved from it. */
export function plansButton(toApprove: readonly Listed[]): readonly ButtonSpec[] {
  const { length } = listPlans(toApprove);
  if (length < 2) return [];
  return [{ id: actions.approvePlans, text: `Approve several plans (${length})`, value: "plans" }];
}

/** Asks which of some plans somebody approves, below the whole of each. `undefined` where none fits. */
export function plansForm(plans: readonly ListedPlan[]): Modal | undefined {
  const shown = listFitting(plans);
  if (shown.length === 0) return undefined;
  const left = plans.length - shown.length;
  return {
    type: "modal",
    callback_id: modals.approvePlans,
    private_metadata: serializeMetadata({
      plans: shown.map(({ request, wait }) => ({ request: request.id, digest: wait.asked.digest })),
    }),
    title: plain("Approve plans", 24),
    submit: plain("Approve these", 24),
    close: plain("Cancel", 24),
    blocks: [
      section(
        `*${count(shown.length, "plan")}, each with all that it is for.* Choose below which you approve: each counts by its own rules, and you are told of each.`,
      ),
      ...shown.flatMap(showPlan),
      toChoice(shown),
      ...(left === 0 ? [] : [section(`${left} more: open this list again afterwards.`)]),
    ],
  };
}

function listFitting(plans: readonly ListedPlan[]): readonly ListedPlan[] {
  const fitting: ListedPlan[] = [];
  let blocks = 0;
  for (const one of plans) {
    blocks += showPlan(one).length;
    if (blocks > mostBlocks || fitting.length === mostPlans) return fitting;
    fitting.push(one);
  }
  return fitting;
}

function showPlan({ request, tenant, wait }: ListedPlan): Block[] {
  const { id, draft, askedBy, facts } = request;
  const { asked } = wait;
  return [
    divider,
    section(
      `*${id}* ${describeAbout(draft)} in ${escape(tenant.label)}, asked for by ${mention(askedBy)}`,
    ),
    ...dangerOf(request, tenant),
    plainSection(warnBefore(request, tenant, wait)),
    ...wholeApproval(request, { asked, unseen: facts.unseen ?? [], tenant }),
  ];
}

function toChoice(plans: readonly ListedPlan[]): Block {
  return {
    type: "input",
    block_id: plansBlock,
    label: plain("Which do you approve?", 2000),
    element: {
      type: "multi_static_select",
      action_id: actions.input,
      placeholder: plain("Choose", 150),
      options: plans.map(toOption),
    },
  };
}

function toOption({ request, wait }: ListedPlan, index: number): types.PlainTextOption {
  const text = `${request.id}: ${nameApproval(request, wait.asked)}`;
  return { text: plain(text, 75), value: String(index) };
}
