import type { App } from "@slack/bolt";
import type { RequestId } from "../../flows/model/ids.ts";
import type { Command } from "../../flows/request/click.ts";
import { isConfirmed } from "../../flows/request/confirm-tenant.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";
import { messages } from "../blocks/messages.ts";
import { tenantNameBlock } from "../blocks/production.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { type CardMetadata, parseCardMetadata } from "../payloads/metadata.ts";
import { parsePress, parseSubmission, type Submission } from "../payloads/parse-payload.ts";
import { approvalConfirmation } from "../request-views/approval-confirmation.ts";
import { deciding } from "../request-views/checking.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { recordClick, toClick } from "./decide.ts";
import { askReason } from "./reasons.ts";

/**
 * Approve counts at once, but for a production tenant, whose name has to be typed first. A card that is not
 * the current one asks nothing: the decision refuses it, and says why.
 */
export function registerApproval(app: App, parts: BotParts): void {
  app.action(actions.approve, async ({ ack, body, action }) => {
    const press = parsePress(body, action);
    const card = parseCardMetadata(press.value);
    const view = await findConfirmation(parts, card);
    if (view === undefined) {
      await recordClick(parts, toClick(press, { request: card.request, command: toCommand(card) }));
      return ack();
    }
    await ack();
    return askReason(parts, press, { request: card.request, kind: "approve", view });
  });
  app.view(modals.approve, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const card = parseCardMetadata(submission.metadata);
    const { id, by, viewId } = submission;
    const tenantTyped = readTenantName(submission);
    const tenant = await findTenantOf(parts, card.request);
    if (tenant !== undefined && !isConfirmed(tenant, tenantTyped)) return ack(needsTenantName);
    const command = { ...toCommand(card), tenantTyped };
    const answerTo = { kind: "view", viewId } as const;
    await recordClick(parts, { id, by, request: card.request, command, answerTo });
    return ack({ response_action: "update", view: deciding(card.request) });
  });
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
  if (request?.phase.kind !== "waiting-for-approval" || tenant?.production !== true)
    return undefined;
  const { asked } = request.phase;
  return asked.digest === digest ? approvalConfirmation(request, asked, tenant) : undefined;
}
