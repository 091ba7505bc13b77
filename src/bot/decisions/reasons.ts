import type { App, ViewResponseAction } from "@slack/bolt";
import { isForParts, mayApprove, withCalled } from "../../flows/approval/voices.ts";
import { authorize } from "../../flows/authorization/authorize.ts";
import type { PersonId, RequestId } from "../../flows/model/ids.ts";
import type { Command, CommandKind } from "../../flows/request/click.ts";
import type { Refusal } from "../../flows/request/refusal.ts";
import { describeInvisibleInText } from "../../unicode/invisible.ts";
import type { Modal } from "../blocks/block.ts";
import { describeNoWindow, messages, refusals } from "../blocks/messages.ts";
import { denial, inability, reasonBlock } from "../forms/reason-form.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parseCardMetadata, parseStepMetadata } from "../payloads/metadata.ts";
import {
  type Press,
  parsePress,
  parseSubmission,
  type Submission,
} from "../payloads/parse-payload.ts";
import { deciding } from "../request-views/checking.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { toMessage } from "../slack/send-directly.ts";
import { openView } from "../slack/show-view.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import { withTimeout } from "../slack/with-timeout.ts";
import { recordClick } from "./decide.ts";

/** Deny and "I can't" ask for a reason first. */
export function registerReasons(app: App, parts: BotParts): void {
  app.action(actions.deny, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request, digest } = parseCardMetadata(press.value);
    await askReason(parts, press, { request, kind: "deny", view: denial(request, digest) });
  });
  app.action(actions.reportRefused, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request, step } = parseStepMetadata(press.value);
    await askReason(parts, press, {
      request,
      kind: "report-refused",
      view: inability(request, step),
    });
  });
  app.view(modals.deny, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const { request, digest } = parseCardMetadata(submission.metadata);
    const command = { kind: "deny", digest, reason: readReason(submission) } as const;
    await ack(await recordReason(parts, submission, { request, command }));
  });
  app.view(modals.reportRefused, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const { request, step } = parseStepMetadata(submission.metadata);
    const command = { kind: "report-refused", step, why: readReason(submission) } as const;
    await ack(await recordReason(parts, submission, { request, command }));
  });
}

/** What is wrong with a reason, in words. */
export function checkReason(reason: string): string | undefined {
  return reason === "" ? messages.needsReason : describeInvisibleInText(reason);
}

export function readReason({ inputs }: Submission): string {
  return (inputs.get(reasonBlock)?.value ?? "").trim();
}

interface WithReason {
  readonly request: RequestId;
  readonly command: Command;
  /** Nothing may be typed, too. */
  readonly isOptional?: true;
}

/** Writes a click down with what was typed for it; what is not to be read is said at its field, and nothing is written. */
export async function recordReason(
  parts: BotParts,
  submission: Submission,
  { request, command, isOptional }: WithReason,
): Promise<ViewResponseAction> {
  const reason = readReason(submission);
  const problem = isOptional === true && reason === "" ? undefined : checkReason(reason);
  if (problem !== undefined)
    return { response_action: "errors", errors: { [reasonBlock]: problem } };
  const { id, by, viewId } = submission;
  await recordClick(parts, { id, by, request, command, answerTo: { kind: "view", viewId } });
  return { response_action: "update", view: deciding(request) };
}

interface Question {
  readonly request: RequestId;
  readonly kind: Exclude<CommandKind, "open">;
  readonly view: Modal;
}

/** Milliseconds for the look at who it is; the trigger lives 3,000. */
const lookMs = 1800;

/** Somebody who may not is told so before they type. When Slack is slow, the click itself decides. */
export async function askReason(
  parts: BotParts,
  press: Press,
  { request, kind, view }: Question,
): Promise<void> {
  const beganAt = performance.now();
  const refusal = await withTimeout(lookMs, findRefusal(parts, { by: press.by, request, kind }));
  if (refusal !== undefined) return tellPresser(parts, press, refusals[refusal]);
  const spentMs = performance.now() - beganAt;
  const opened = await openView(parts, { trigger: press.triggerId, spentMs }, view);
  if (opened.ok) return;
  await tellPresser(parts, press, describeNoWindow(opened.error, messages.pressAgain));
}

async function findRefusal(
  { deps, directory }: BotParts,
  {
    by,
    request: id,
    kind,
  }: { readonly by: PersonId; readonly request: RequestId; readonly kind: Question["kind"] },
): Promise<Refusal | undefined> {
  const request = await deps.store.find(id);
  const tenant = request && findTenant(deps, request.draft.tenant);
  if (request === undefined) return "no-such-request";
  if (tenant === undefined) return "tenant-gone";
  const { store, delegations } = deps;
  const sources = { directory, delegations, store, now: deps.now() };
  const may =
    kind === "approve" || isForParts(request, kind)
      ? await mayApprove(sources, { by, request, tenant })
      : await authorize(sources, {
          command: kind,
          by,
          request: await withCalled(sources, request),
          tenant,
        });
  return may.ok || may.error === "cannot-tell-who-you-are" ? undefined : may.error;
}

/** Says something to whoever pressed a button of a message, in private. */
export async function tellPresser(
  parts: BotParts,
  { responseUrl }: Press,
  words: string,
): Promise<void> {
  if (responseUrl !== undefined) await tellPrivately(parts, responseUrl, toMessage(words));
}
