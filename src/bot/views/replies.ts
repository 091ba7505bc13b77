import { approversOf } from "../../flows/approvers.ts";
import type { Event, Recorded } from "../../flows/event.ts";
import type { Request } from "../../flows/request.ts";
import type { Tenant } from "../../flows/tenant.ts";
import type { VerificationItem } from "../../flows/verification.ts";
import { sayOthersChange, wholeApproval } from "./approval-card.ts";
import { type Block, type Message, paginate, plainSections, section } from "./block.ts";
import { sayPeople } from "./people.ts";
import { showAllPermissions } from "./permissions.ts";
import { sayEvent } from "./story.ts";
import { wholeTask } from "./task-card.ts";
import { listItems } from "./verification.ts";

/**
 * What the thread tells of one event: usually one message; several where a list is long, because the
 * thread is where every list stands in full. Nothing for what the next event says again.
 */
export function toReplies(
  recorded: Recorded,
  request: Request,
  tenant: Tenant,
): readonly Message[] {
  const { event } = recorded;
  if (event.kind === "step-begun") return [];
  const text = sayEvent(event);
  const blocks = [section(text), ...detail(recorded, request, tenant)];
  return paginate(blocks).map((page) => ({ text, blocks: page }));
}

function detail({ event }: Recorded, request: Request, tenant: Tenant): Block[] {
  if (event.kind === "opened") {
    return [
      ...plainSections(["Reason:", ...event.draft.reason.split("\n")]),
      ...showAllPermissions(event.draft.permissions),
    ];
  }
  if (event.kind === "handed-over") {
    return [
      section(`For ${sayPeople(tenant.doers)}: press Done in the message above when it is done.`),
      ...wholeTask(request, event.step, tenant),
    ];
  }
  if (event.kind === "approval-asked") {
    return [
      section(`For ${sayPeople(tenant.approvers)}: the buttons are in the message above.`),
      ...wholeApproval(request.draft, event),
    ];
  }
  if (event.kind === "reminded") {
    return [section(`For ${sayPeople(approversOf(request, tenant))}.`)];
  }
  if (event.kind === "escalated" && tenant.escalation !== undefined) {
    return [section(`For ${sayPeople(tenant.escalation.approvers)}.`)];
  }
  if (event.kind === "approval-voided") {
    return [
      ...plainSections(list("Pending by now:", event.difference.added.map(sayOthersChange))),
      ...plainSections(list("Pending no more:", event.difference.gone.map(sayOthersChange))),
    ];
  }
  return plainSections(listItems(itemsOf(event)));
}

/** Every item of a comparison stands in the thread. */
function itemsOf(event: Event): readonly VerificationItem[] {
  if (event.kind === "drifted") return event.items;
  return event.kind === "step-finished" ? (event.facts.verification?.items ?? []) : [];
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}
