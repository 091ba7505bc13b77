import type { App, ViewResponseAction } from "@slack/bolt";
import { findTicketProblem } from "../../flows/intake/read-ticket.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import type { FieldProblems, Raw } from "../../flows/request/raw-draft.ts";
import { messages } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import type { EnteredFields } from "../forms/field.ts";
import { problemsByField, toErrors } from "../forms/read-form.ts";
import { parseSubmission, type Submission } from "../payloads/parse-payload.ts";
import { checking } from "../request-views/checking.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { withTimeout } from "../slack/with-timeout.ts";
import { formAgain, lookAtTenant, type Submitted, showPlan } from "./show-plan.ts";

/** A form that somebody sends, by what is its own. */
export interface SentForm<Carried extends { readonly id: RequestId }> {
  readonly modal: string;
  /** What the window carries. */
  readonly parse: (metadata: string) => Carried;
  /** What was entered; `undefined` where the form goes on from a draft that is not kept any more. */
  readonly read: (sent: Sent<Carried>) => EnteredFields | undefined;
}

export interface Sent<Carried> {
  readonly submission: Submission;
  readonly carried: Carried;
  /** What is kept of this request, by the same person. */
  readonly kept: Raw | undefined;
}

/** Milliseconds for the look at the tenant. Slack waits 3,000 in all, and an alert is raised from 2,000 on. */
const lookMs = 1200;

/** Listens to a form: what was entered is checked and written down, then the tenant is looked at. */
export function registerSentForm<Carried extends { readonly id: RequestId }>(
  app: App,
  parts: BotParts,
  form: SentForm<Carried>,
): void {
  app.view(form.modal, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const taken = await take(parts, submission, form);
    if (taken.kind === "errors") return ack(await refuse(parts, submission, taken));
    if (taken.kind === "stop") {
      return ack({ response_action: "update", view: notice(taken.words) });
    }
    const look = lookAtTenant(parts, taken);
    const errors = toErrors(await findProblemsSoon(look), taken.raw);
    if (Object.keys(errors).length > 0 && isInWindow(submission, errors)) {
      return ack({ response_action: "errors", errors });
    }
    await ack({ response_action: "update", view: checking(taken.tenant, taken.id) });
    return showPlan(parts, submission.viewId, { ...taken, look });
  });
}

/** What a tenant that answers at once does not take. A look that breaks is told of by whoever waits for it. */
async function findProblemsSoon(look: ReturnType<typeof lookAtTenant>): Promise<FieldProblems> {
  const soon = await withTimeout(
    lookMs,
    look.catch(() => undefined),
  );
  if (soon === undefined || soon.ok || soon.error.kind === "fault") return {};
  return soon.error.problems;
}

/** Slack refuses errors of fields that a window does not have. */
function isInWindow({ inputs }: Submission, errors: Readonly<Record<string, string>>): boolean {
  return Object.keys(errors).every((block) => inputs.has(block));
}

/**
 * A refusal on the fields where the window has all of them; otherwise the form comes again, on the page that has them, and
 * what was typed is kept for its other pages.
 */
async function refuse(
  parts: BotParts,
  submission: Submission,
  { errors, ...typed }: Submitted & { readonly errors: Record<string, string> },
): Promise<ViewResponseAction> {
  if (isInWindow(submission, errors)) return { response_action: "errors", errors };
  await parts.deps.store.keepDraft(typed.id, { by: submission.by, raw: typed.raw });
  const view = formAgain(parts, typed, { problems: problemsByField(errors) });
  return { response_action: "update", view };
}

type Taken =
  | ({ readonly kind: "errors"; readonly errors: Record<string, string> } & Submitted)
  | { readonly kind: "stop"; readonly words: string }
  | ({ readonly kind: "kept" } & Submitted);

/** What is right is written down, so that nothing is lost from here on. */
async function take<Carried extends { readonly id: RequestId }>(
  { deps }: BotParts,
  submission: Submission,
  form: SentForm<Carried>,
): Promise<Taken> {
  const { by } = submission;
  const carried = form.parse(submission.metadata);
  const { id } = carried;
  const kept = await deps.store.findDraft(id);
  if (kept !== undefined && kept.by !== by) return { kind: "stop", words: messages.notYours };
  const entered = form.read({ submission, carried, kept: kept?.raw });
  if (entered === undefined) return { kind: "stop", words: messages.noDraft };
  const { raw, check } = entered;
  const tenant = findTenant(deps, raw.tenant);
  if (tenant === undefined) return { kind: "stop", words: messages.noTenant };
  const errors = { ...check(tenant), ...findTicketProblem(raw, tenant) };
  if (Object.keys(errors).length > 0) return { kind: "errors", errors, id, tenant, raw };
  await deps.store.keepDraft(id, { by, raw });
  return { kind: "kept", id, tenant, raw };
}
