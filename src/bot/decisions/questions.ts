import type { App } from "@slack/bolt";
import { refusals } from "../blocks/messages.ts";
import { answerForm, questionForm } from "../forms/reason-form.ts";
import { aboutBlock, releaseQuestionForm } from "../forms/release-question-form.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parseCardMetadata, parseQuestionMetadata, RequestIdText } from "../payloads/metadata.ts";
import { parsePress, parseSubmission } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { askReason, readReason, recordReason, tellPresser } from "./reasons.ts";

/** A request is sent back with a question, and its requester answers. */
export function registerQuestions(app: App, parts: BotParts): void {
  app.action(actions.sendBack, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request, digest } = parseCardMetadata(press.value);
    const card = await parts.deps.store.find(request);
    const isRelease = card?.members !== undefined;
    const view = isRelease ? releaseQuestionForm(card, digest) : questionForm(request, digest);
    if (view === undefined) return tellPresser(parts, press, refusals["already-settled"]);
    // Approvers of any of its requests may choose one; whether it is one of theirs the click decides.
    await askReason(parts, press, { request, kind: isRelease ? "approve" : "send-back", view });
  });
  app.action(actions.answer, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const asked = parseQuestionMetadata(press.value);
    const request = await parts.deps.store.find(asked.request);
    const question = request?.questions[asked.question];
    return question === undefined || question.answer !== undefined
      ? tellPresser(parts, press, refusals["nothing-to-answer"])
      : askReason(parts, press, {
          request: asked.request,
          kind: "answer",
          view: answerForm(asked, question.question),
        });
  });
  app.view(modals.sendBack, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const { request: card, digest } = parseCardMetadata(submission.metadata);
    const about = submission.inputs.get(aboutBlock)?.selected_option?.value;
    const request = about === undefined ? card : RequestIdText.parse(about);
    const command = { kind: "send-back", digest, question: readReason(submission) } as const;
    await ack(await recordReason(parts, submission, { request, command }));
  });
  app.view(modals.answer, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const { request, question } = parseQuestionMetadata(submission.metadata);
    const command = { kind: "answer", question, answer: readReason(submission) } as const;
    await ack(await recordReason(parts, submission, { request, command }));
  });
}
