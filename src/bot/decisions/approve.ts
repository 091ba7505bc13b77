import type { App } from "@slack/bolt";
import type { RequestId } from "../../flows/model/ids.ts";
import type { Command } from "../../flows/request/click.ts";
import { isConfirmed } from "../../flows/request/confirm-tenant.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";
import { messages, refusals } from "../blocks/messages.ts";
import { tenantNameBlock } from "../blocks/production.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { type CardMetadata, parseCardMetadata } from "../payloads/metadata.ts";
import { parsePress, parseSubmission, type Submission } from "../payloads/parse-payload.ts";
import { approvalConfirmation } from "../request-views/approval-confirmation.ts";
import { deciding } from "../request-views/checking.ts";
import { checkNote, noteBlock, readNote } from "../review/note-field.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { recordClick, toClick } from "./decide.ts";
import { askReason, tellPresser } from "./reasons.ts";

/**
 * Approve counts at once, but for a production tenant, whose name has to be typed first. With a note, it is typed in the
 * same window. A card that is not the current one asks nothing: the decision refuses it, and says why.
 */
export function registerApproval(app: App, parts: BotParts): void {
  app.action(actions.approve, async ({ ack, body, action }) => {
    const press = parsePress(body, action);
    const card = parseCardMetadata(press.value);
    const tenant = await findTenantOf(parts, card.request);
    const view = tenant?.production === true ? await findConfirmation(parts, card) : undefined;
    if (view === undefined) {
      await recordClick(parts, toClick(press, { request: card.request, command: toCommand(card) }));
      return ack();
    }
    await ack();
    return askReason(parts, press, { request: card.request, kind: "approve", view });
  });
  app.action(actions.approveWithNote, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const card = parseCardMetadata(press.value);
    const view = await findConfirmation(parts, card);
    return view === undefined
      ? tellPresser(parts, press, refusals["outdated-card"])
      : askReason(parts, press, { request: card.request, kind: "approve", view });
  });
  app.view(modals.approve, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const { request } = parseCardMetadata(submission.metadata);
    const errors = await findErrors(parts, submission);
    if (errors !== undefined) return ack({ response_action: "errors", errors });
    await sendApproval(parts, submission);
    return ack({ response_action: "update", view: deciding(request) });
  });
}

/** What is wrong in the window, by its field. */
async function findErrors(
  parts: BotParts,
  submission: Submission,
): Promise<Record<string, string> | undefined> {
  const { request } = parseCardMetadata(submission.metadata);
  const tenant = await findTenantOf(parts, request);
  if (tenant !== undefined && !isConfirmed(tenant, findTenantName(submission)))
    return needsTenantName.errors;
  const problem = checkNote(readNote(submission));
  return problem === undefined ? undefined : { [noteBlock]: problem };
}

async function sendApproval(parts: BotParts, submission: Submission): Promise<void> {
  const { id, by, viewId, metadata } = submission;
  const card = parseCardMetadata(metadata);
  const tenantTyped = findTenantName(submission);
  const command = {
    ...toCommand(card),
    ...(tenantTyped !== undefined && { tenantTyped }),
    ...readNote(submission),
  };
  const answerTo = { kind: "view", viewId } as const;
  await recordClick(parts, { id, by, request: card.request, command, answerTo });
}

/** The error on the one field; everything else stays as it was typed. */
export const needsTenantName = {
  response_action: "errors" as const,
  errors: { [tenantNameBlock]: messages.needsTenantName },
};

/** As it was typed, with every blank: it is compared letter for letter. */
export function readTenantName({ inputs }: Submission): string {
  return inputs.get(tenantNameBlock)?.value ?? "";
}

/** Absent where the window did not ask for it. */
function findTenantName({ inputs }: Submission): string | undefined {
  return inputs.has(tenantNameBlock) ? (inputs.get(tenantNameBlock)?.value ?? "") : undefined;
}

function toCommand({ digest }: CardMetadata): Extract<Command, { kind: "approve" }> {
  return { kind: "approve", digest };
}

async function findTenantOf({ deps }: BotParts, id: RequestId): Promise<Tenant | undefined> {
  const request = await deps.store.find(id);
  return request && findTenant(deps, request.draft.tenant);
}

async function findConfirmation(
  { deps }: BotParts,
  { request: id, digest }: CardMetadata,
): Promise<Modal | undefined> {
  const request = await deps.store.find(id);
  const tenant = request && findTenant(deps, request.draft.tenant);
  if (request?.phase.kind !== "waiting-for-approval" || tenant === undefined) return undefined;
  const { phase } = request;
  return phase.asked.digest === digest ? approvalConfirmation(request, phase, tenant) : undefined;
}
