import type { App } from "@slack/bolt";
import type { RequestId } from "../../flows/model/ids.ts";
import type { Command } from "../../flows/request/click.ts";
import { refusals } from "../blocks/messages.ts";
import { answerForm, questionForm, reasonBlock } from "../forms/reason-form.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parseCardMetadata, parseQuestionMetadata } from "../payloads/metadata.ts";
import { parsePress, parseSubmission, type Submission } from "../payloads/parse-payload.ts";
import { deciding } from "../request-views/checking.ts";
import type { BotParts } from "../slack/deps.ts";
import { recordClick } from "./decide.ts";
import { askReason, checkReason, readReason, tellPresser } from "./reasons.ts";

/** A request is sent back with a question, and its requester answers. */
export function registerQuestions(app: App, parts: BotParts): void {
  app.action(actions.sendBack, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request, digest } = parseCardMetadata(press.value);
    const view = questionForm(request, digest);
    await askReason(parts, press, { request, kind: "send-back", view });
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
    const { request, digest } = parseCardMetadata(submission.metadata);
    const question = readReason(submission);
    return ack(
      await send(parts, submission, { request, command: { kind: "send-back", digest, question } }),
    );
  });
  app.view(modals.answer, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const { request, question } = parseQuestionMetadata(submission.metadata);
    const answer = readReason(submission);
    return ack(
      await send(parts, submission, { request, command: { kind: "answer", question, answer } }),
    );
  });
}

/** Writes it down, unless what was typed is not to be read. */
async function send(
  parts: BotParts,
  submission: Submission,
  { request, command }: { readonly request: RequestId; readonly command: Command },
) {
  const { id, by, viewId } = submission;
  const problem = checkReason(readReason(submission));
  if (problem !== undefined)
    return { response_action: "errors", errors: { [reasonBlock]: problem } } as const;
  await recordClick(parts, { id, by, request, command, answerTo: { kind: "view", viewId } });
  return { response_action: "update", view: deciding(request) } as const;
}
