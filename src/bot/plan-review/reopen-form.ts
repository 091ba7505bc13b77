import type { App } from "@slack/bolt";
import { checkCommand } from "../../flows/authorization/access.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { FieldProblems, Raw } from "../../flows/request/raw-draft.ts";
import type { Modal } from "../blocks/block.ts";
import { messages, refusals } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import { isField } from "../forms/labels.ts";
import { toPage } from "../forms/pages.ts";
import { problemsByField, readForm } from "../forms/read-form.ts";
import { readKept, toRawAgain } from "../kinds/kinds.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { type FormMetadata, parseFormMetadata } from "../payloads/metadata.ts";
import { type Press, parseEntered, parsePress } from "../payloads/parse-payload.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { updateView } from "../slack/show-view.ts";
import { type FormOrigin, registerFormOf } from "./open-form.ts";
import { formAgain } from "./show-plan.ts";
import { findBefore, toEntered } from "./typed-before.ts";

const turns = [
  actions.moreSettings,
  actions.groupSettings,
  actions.processSettings,
  actions.choicesOfGuide,
];

/** Another page of the form, and the form of a request that has ended, to ask once more. */
export function registerAskAgain(app: App, parts: BotParts): void {
  for (const id of turns) {
    app.action(id, async ({ ack, body, action }) => {
      await ack();
      await turnPage(parts, body, parsePress(body, action));
    });
  }
  registerFormOf(app, parts, { id: actions.askAgain, fill: (asked) => prefill(parts, asked) });
}

/** The form again, on the page that the button leads to. What was typed is kept first, so that nothing of it is lost. */
async function turnPage(parts: BotParts, body: unknown, press: Press): Promise<void> {
  const { viewId, ...entered } = parseEntered(body);
  await updateView(parts, { id: viewId }, await toForm(parts, entered, press));
}

async function toForm(
  parts: BotParts,
  { metadata, ...entered }: Omit<ReturnType<typeof parseEntered>, "viewId">,
  press: Press,
): Promise<Modal> {
  const { deps } = parts;
  const carried = parseFormMetadata(metadata);
  const { id } = carried;
  const tenant = findTenant(deps, carried.tenant);
  if (tenant === undefined) return notice(messages.noTenant);
  const kept = await deps.store.findDraft(id);
  if (kept !== undefined && kept.by !== press.by) return notice(messages.notYours);
  const raw = readTyped(parts, { ...entered, carried }, kept?.raw);
  if (raw === undefined) return notice(messages.noDraft);
  await deps.store.keepDraft(id, { by: press.by, raw });
  const { problems = {}, banner } = carried;
  const page = toPage(press.value);
  const told = banner === undefined ? { problems: problemsByField(problems) } : { banner };
  return formAgain(parts, { id, tenant, raw }, { page, ...told });
}

/** What stands in the window; `undefined` where it goes on from a draft that is not kept any more. */
function readTyped(
  parts: BotParts,
  {
    modal,
    inputs,
    carried,
  }: Pick<ReturnType<typeof parseEntered>, "modal" | "inputs"> & {
    readonly carried: FormMetadata;
  },
  kept: Raw | undefined,
): Raw | undefined {
  const { catalogue } = parts.deps;
  if (modal !== modals.form) return readKept(modal, kept, toEntered(parts, inputs, carried))?.raw;
  const before = findBefore(parts, carried, kept);
  return readForm(inputs, carried, { catalogue, before }).raw;
}

/** A form of its own, filled with what was asked, with Workday's refusal below the field it is about. */
async function prefill(parts: BotParts, { by, request, tenant }: FormOrigin): Promise<Modal> {
  const { deps, directory } = parts;
  const may = await checkCommand(directory, "open", { by, tenant });
  if (!may.ok) return notice(refusals[may.error]);
  const problems = findProblem(await deps.store.readStory(request.id));
  const { draft, notes } = await deps.proposeFreeNames(request, tenant);
  const raw = toRawAgain(draft);
  if (raw === undefined) return notice(refusals["no-such-request"]);
  const typed = { id: deps.newRequestId(), tenant, raw };
  // It may open on a page that shows only a part of it.
  await deps.store.keepDraft(typed.id, { by, raw });
  const hasProblems = Object.keys(problems).length > 0 || notes.length === 0;
  return formAgain(parts, typed, hasProblems ? { problems } : { banner: notes.join(" ") });
}

function findProblem(story: readonly Recorded[]): FieldProblems {
  for (const { event } of story.toReversed()) {
    if (event.kind !== "step-failed" || event.field === undefined) continue;
    return isField(event.field) ? { [event.field]: event.words } : {};
  }
  return {};
}
