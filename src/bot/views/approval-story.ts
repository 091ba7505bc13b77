import type { Event, Lapsed } from "../../flows/event.ts";
import type { PersonRefusal } from "../../flows/refusal.ts";
import { mention, moment } from "../escape.ts";
import { count } from "./steps.ts";

const kinds = [
  "approval-asked",
  "approved",
  "approval-voided",
  "approval-lapsed",
  "reminded",
  "escalated",
] as const;

type ApprovalEvent = Extract<Event, { kind: (typeof kinds)[number] }>;

export function isOfApproval(event: Event): event is ApprovalEvent {
  return kinds.some((kind) => kind === event.kind);
}

/** What happens between the question and the activation, in `mrkdwn`. */
export function sayApprovalEvent(event: ApprovalEvent): string {
  switch (event.kind) {
    case "approval-asked":
      return `${sayAsked(event.asked.needed)} asked for, until ${moment(event.asked.expiresAt)}.`;
    case "approved":
      return `${mention(event.by)} approved it.`;
    case "reminded":
      return `A reminder: this request still waits for approval, until ${moment(event.expiresAt)}. The buttons are in the message above.`;
    case "escalated":
      return `Nobody has decided for so long that more people may: until ${moment(event.expiresAt)}, with the buttons in the message above.`;
    case "approval-voided":
      return `What is pending in the tenant has changed since it was shown (${count(event.difference.added.length, "change")} more, ${event.difference.gone.length} fewer), so the approval counts for nothing and is asked for again.`;
    case "approval-lapsed":
      return `${event.people.length === 0 ? moreNeeded : event.people.map(sayLapsed).join(" ")} So the approval counts for nothing and is asked for again.`;
  }
}

/** How many people are waited for. */
export function sayApprovers(needed: number): string {
  return needed === 1 ? "an approver" : `${needed} approvers`;
}

function sayAsked(needed: number): string {
  return needed === 1 ? "An approver's decision is" : `The decision of ${needed} approvers is`;
}

const moreNeeded = "The bot's configuration asks for more approvers by now.";

const noMember: ReadonlySet<PersonRefusal> = new Set(["guest", "bot", "deactivated", "foreign"]);

function sayLapsed({ person, why }: Lapsed): string {
  return noMember.has(why)
    ? `${mention(person)} approved it, and is no full member of this workspace any more.`
    : `${mention(person)} approved it, and may not approve it any more.`;
}
