import type { App } from "@slack/bolt";
import { checkCommand } from "../../flows/authorization/access.ts";
import { plainGroup } from "../../flows/model/group-settings.ts";
import type { PersonId, RequestId } from "../../flows/model/ids.ts";
import { plainSignOn } from "../../flows/model/sign-on.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { FieldProblems, RawDraft } from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";
import { messages, refusals } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import { isField } from "../forms/labels.ts";
import { readForm } from "../forms/read-form.ts";
import { toRawAgain } from "../kinds/kinds.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseFormMetadata, parseRequestMetadata } from "../payloads/metadata.ts";
import { parseEntered, parsePress, windowOf } from "../payloads/parse-payload.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { openWindow, updateView } from "../slack/show-view.ts";
import { formAgain } from "./show-plan.ts";

/** The form with more settings, and the form of a request that has ended, to ask once more. */
export function registerAskAgain(app: App, parts: BotParts): void {
  app.action(actions.moreSettings, async ({ ack, body }) => {
    await ack();
    await askMore(parts, body, (raw, tenant) => {
      const exemptFromPasswordExpiry = tenant.exemptFromPasswordExpiry === true;
      return { ...raw, signOn: raw.signOn ?? { ...plainSignOn, exemptFromPasswordExpiry } };
    });
  });
  app.action(actions.groupSettings, async ({ ack, body }) => {
    await ack();
    await askMore(parts, body, (raw) => ({ ...raw, group: raw.group ?? plainGroup }));
  });
  app.action(actions.askAgain, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { by, value } = press;
    const { request } = parseRequestMetadata(value);
    const call = { ...press, ...windowOf(press) };
    const again = { id: actions.askAgain, value };
    await openWindow(parts, { call, again, otherwise: messages.pressAgain }, () =>
      prefill(parts, by, request),
    );
  });
}

/** The form again with more fields. Nothing that was typed is lost. */
async function askMore(
  parts: BotParts,
  body: unknown,
  more: (raw: RawDraft, tenant: Tenant) => RawDraft,
): Promise<void> {
  const { viewId, metadata, inputs } = parseEntered(body);
  const carried = parseFormMetadata(metadata);
  const { raw } = readForm(inputs, carried, parts.deps.catalogue);
  const tenant = findTenant(parts.deps, carried.tenant);
  const view =
    tenant === undefined
      ? notice(messages.noTenant)
      : formAgain(parts, { id: carried.id, tenant, raw: more(raw, tenant) });
  await updateView(parts, { id: viewId }, view);
}

/** A form of its own, filled with what was asked, with Workday's refusal below the field it is about. */
async function prefill(parts: BotParts, by: PersonId, id: RequestId): Promise<Modal> {
  const { deps, directory } = parts;
  const request = await deps.store.find(id);
  const tenant = request && findTenant(deps, request.draft.tenant);
  const raw = request && toRawAgain(request.draft);
  if (request === undefined || raw === undefined) return notice(refusals["no-such-request"]);
  if (tenant === undefined) return notice(refusals["tenant-gone"]);
  const may = await checkCommand(directory, "open", { by, tenant });
  if (!may.ok) return notice(refusals[may.error]);
  const problems = findProblem(await deps.store.readStory(id));
  const { notes, ...again } = await deps.proposeNames({ request, raw, tenant });
  const typed = { id: deps.newRequestId(), tenant, ...again };
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
