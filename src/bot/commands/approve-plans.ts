import type { App } from "@slack/bolt";
import type { PersonId } from "../../flows/model/ids.ts";
import { count } from "../../flows/text/count.ts";
import type { Modal } from "../blocks/block.ts";
import { notice } from "../blocks/notice.ts";
import { typeStatus } from "../blocks/typed-commands.ts";
import { recordClick } from "../decisions/decide.ts";
import { listPlans, plansBlock, plansForm } from "../list-views/plans-form.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parsePlansMetadata } from "../payloads/metadata.ts";
import { chosenIn, parsePress, parseSubmission, windowOf } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { openWindow } from "../slack/show-view.ts";
import { readInbox } from "./inbox.ts";

/** Several plans are approved from one list, by a click for each of those that are chosen. */
export function registerPlanList(app: App, parts: BotParts): void {
  app.action(actions.approvePlans, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const opening = {
      call: { ...press, ...windowOf(press) },
      again: { id: actions.approvePlans, value: press.value },
      otherwise: `${typeStatus()} lists each with its own buttons.`,
    };
    await openWindow(parts, opening, () => toWindow(parts, press.by));
  });
  app.view(modals.approvePlans, async ({ ack, body }) => {
    const { id, by, metadata, inputs } = parseSubmission(body);
    const { plans } = parsePlansMetadata(metadata);
    const indexes = new Set(chosenIn(inputs, plansBlock));
    const chosen = plans.filter((_plan, index) => indexes.has(String(index)));
    for (const { request, digest } of chosen) {
      const command = { kind: "approve", digest } as const;
      const click = { id: `${id} ${request}`, by, request, command } as const;
      await recordClick(parts, { ...click, answerTo: { kind: "person" } });
    }
    return ack({ response_action: "update", view: recorded(chosen.length) });
  });
}

async function toWindow(parts: BotParts, by: PersonId): Promise<Modal> {
  const { toApprove } = await readInbox(parts, by);
  return plansForm(listPlans(toApprove)) ?? notice(none);
}

const none = `There is no plan that you can approve from a list: each waits for somebody else, needs more than a click, or is too long. ${typeStatus()} lists what waits for you.`;

function recorded(chosen: number): Modal {
  return notice(
    `Your approval of ${count(chosen, "plan")} is recorded. A private message tells you the outcome of each.`,
  );
}
