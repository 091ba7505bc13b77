import { kindOf } from "../../flows/kinds/kinds.ts";
import type { PersonId } from "../../flows/model/ids.ts";
import { countPermissions } from "../../flows/request/count-permissions.ts";
import { accountOf, type Draft } from "../../flows/request/draft.ts";
import type { ApprovalWait } from "../../flows/request/phase.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Modal, plain, plainAlert, plainSection, section } from "../blocks/block.ts";
import { code, mention } from "../blocks/mrkdwn.ts";
import { askTenantName, productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { noteField } from "../review/note-field.ts";
import { warnBefore } from "./approval-card.ts";
import { windowsBeforeApproval } from "./windows.ts";

/**
 * Asks an approver for a note, and in a production tenant to type its name, below what the approval would do.
 */
export function approvalConfirmation(
  request: Request,
  wait: Pick<ApprovalWait, "asked" | "given">,
  tenant: Tenant,
): Modal {
  const { asked } = wait;
  const { id, draft, askedBy } = request;
  return {
    type: "modal",
    callback_id: modals.approve,
    private_metadata: serializeMetadata({ request: id, digest: asked.digest }),
    title: plain(`Approve ${id}`, 24),
    submit: plain(asked.follows === true ? "Approve and activate" : "Approve", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...productionBanner(tenant),
      section(describeFacts(draft, askedBy)),
      plainSection(`Reason: ${truncate(draft.reason, 1000)}`),
      plainAlert("warning", warnBefore(request, tenant, wait)),
      ...windowsBeforeApproval(tenant, asked),
      noteField,
      ...askTenantName(tenant),
    ],
  };
}

function describeFacts(draft: Draft, askedBy: PersonId): string {
  const account = accountOf(draft);
  const facts =
    account === undefined
      ? [`*${kindOf(draft).title}*`]
      : [
          ...(kindOf(draft).makes === "account" ? [] : [`*${kindOf(draft).title}*`]),
          `*Account:* ${code(truncate(account.userName, 100))}`,
          `*Security group:* ${code(truncate(account.groupName, 150))} with ${countPermissions(draft)}`,
        ];
  return [...facts, `*Asked by:* ${mention(askedBy)}`].join("\n");
}
