import { cut } from "../../flows/cut.ts";
import { accountOf, type Draft } from "../../flows/draft.ts";
import type { ApprovalAsked } from "../../flows/event.ts";
import type { PersonId } from "../../flows/ids.ts";
import type { Request } from "../../flows/request.ts";
import { sayEffect } from "../../flows/say-effect.ts";
import { countPermissions } from "../../flows/say-step.ts";
import type { Tenant } from "../../flows/tenant.ts";
import { modals } from "../action-ids.ts";
import { write } from "../button-value.ts";
import { code, mention } from "../escape.ts";
import { type Modal, plain, plainSection, section } from "./block.ts";
import { askTenantName, productionBanner } from "./production.ts";
import { titles } from "./subject.ts";
import { windowsBeforeApproval } from "./windows.ts";

/** Asks an approver of a production tenant to type its name, below what the approval would do. */
export function approvalConfirmation(
  request: Request,
  asked: ApprovalAsked,
  tenant: Tenant,
): Modal {
  const { id, draft, askedBy } = request;
  return {
    type: "modal",
    callback_id: modals.approve,
    private_metadata: write({ request: id, digest: asked.digest }),
    title: plain(`Approve ${id}`, 24),
    submit: plain("Approve", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...productionBanner(tenant),
      section(sayFacts(draft, askedBy)),
      plainSection(`Reason: ${cut(draft.reason, 1000)}`),
      plainSection(sayEffect(request, tenant, asked)),
      ...windowsBeforeApproval(tenant, asked.opensAt),
      ...askTenantName(tenant),
    ],
  };
}

function sayFacts(draft: Draft, askedBy: PersonId): string {
  const account = accountOf(draft);
  const facts =
    account === undefined
      ? [`*${titles[draft.kind]}*`]
      : [
          ...(draft.kind === "create" ? [] : [`*${titles[draft.kind]}*`]),
          `*Account:* ${code(cut(account.userName, 100))}`,
          `*Security group:* ${code(cut(account.groupName, 150))} with ${countPermissions(draft)}`,
        ];
  return [...facts, `*Asked by:* ${mention(askedBy)}`].join("\n");
}
