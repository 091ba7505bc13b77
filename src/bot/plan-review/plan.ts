import type { App } from "@slack/bolt";
import type { PersonId, RequestId } from "../../flows/model/ids.ts";
import { isConfirmed } from "../../flows/request/confirm-tenant.ts";
import { err, ok, type Result } from "../../result.ts";
import { messages } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import { needsTenantName, readTenantName } from "../decisions/approve.ts";
import { recordClick } from "../decisions/decide.ts";
import { isChecked } from "../forms/read-inputs.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parseRequestMetadata } from "../payloads/metadata.ts";
import { parsePress, parseSubmission } from "../payloads/parse-payload.ts";
import { editing, opening } from "../request-views/checking.ts";
import { namesMeantBlock } from "../request-views/mixed-names.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { updateView } from "../slack/show-view.ts";
import { formAgain, type Submitted, showPlan } from "./show-plan.ts";

/** The plan: open it, go back to the form, or look at the tenant again. */
export function registerPlan(app: App, parts: BotParts): void {
  app.view(modals.plan, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const { id, by, viewId, metadata } = submission;
    const { request } = parseRequestMetadata(metadata);
    const tenantTyped = readTenantName(submission);
    const areNamesMeant = isChecked(submission.inputs.get(namesMeantBlock));
    if (!(await isNamed(parts, request, tenantTyped))) return ack(needsTenantName);
    const confirmed = {
      ...(tenantTyped !== "" && { tenantTyped }),
      ...(areNamesMeant && { areNamesMeant }),
    };
    const edits = (await parts.deps.store.findDraft(request))?.edits;
    await recordClick(parts, {
      id,
      by,
      answerTo: { kind: "view", viewId },
      ...(edits === undefined
        ? { request, command: { kind: "open", ...confirmed } }
        : { request: edits.request, command: { kind: "edit", draft: request, ...confirmed } }),
    });
    return ack({
      response_action: "update",
      view: edits === undefined ? opening(request) : editing(edits.request),
    });
  });
  app.action(actions.changeDraft, async ({ ack, body, action }) => {
    await ack();
    await withDraft(parts, { body, action }, (viewId, typed) =>
      updateView(parts, { id: viewId }, formAgain(parts, typed)),
    );
  });
  app.action(actions.checkAgain, async ({ ack, body, action }) => {
    await ack();
    await withDraft(parts, { body, action }, (viewId, typed) => showPlan(parts, viewId, typed));
  });
}

/** Whether a production tenant's name was typed. Where nobody knows the draft any more, the decision says so. */
async function isNamed({ deps }: BotParts, id: RequestId, tenantTyped: string): Promise<boolean> {
  const kept = await deps.store.findDraft(id);
  const tenant = kept && findTenant(deps, kept.raw.tenant);
  return tenant === undefined || isConfirmed(tenant, tenantTyped);
}

async function withDraft(
  parts: BotParts,
  { body, action }: { readonly body: unknown; readonly action: unknown },
  act: (viewId: string, typed: Submitted) => Promise<void>,
): Promise<void> {
  const press = parsePress(body, action);
  if (press.view === undefined) throw new Error("A form's button was pressed outside its window");
  const typed = await findTyped(parts, parseRequestMetadata(press.value).request, press.by);
  if (typed.ok) await act(press.view.id, typed.value);
  else await updateView(parts, press.view, notice(typed.error));
}

/** What somebody typed before, or in words why they cannot go on with it. */
async function findTyped(
  { deps }: BotParts,
  id: RequestId,
  by: PersonId,
): Promise<Result<Submitted, string>> {
  const kept = await deps.store.findDraft(id);
  if (kept === undefined) return err(messages.noDraft);
  if (kept.by !== by) return err(messages.notYours);
  const tenant = findTenant(deps, kept.raw.tenant);
  return tenant === undefined ? err(messages.noTenant) : ok({ id, tenant, raw: kept.raw });
}
