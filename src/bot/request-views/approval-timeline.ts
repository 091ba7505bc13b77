import type { PersonId } from "../../flows/model/ids.ts";
import type { ApprovalAsked } from "../../flows/request/approval-asked.ts";
import type { Event, Lapsed } from "../../flows/request/event.ts";
import { type CredentialId, shortName } from "../../flows/request/passkey.ts";
import { count } from "../../flows/text/count.ts";
import { describeChangedSince } from "../../flows/wording/describe-approval.ts";
import { code, mention, moment } from "../blocks/mrkdwn.ts";
import { mentionBoth } from "../blocks/people.ts";
import { quoteNote } from "../review/notes.ts";
import { describeFollowed } from "./follows-plan.ts";

const kinds = [
  "approval-asked",
  "approved",
  "approval-followed",
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
export function describeApprovalEvent(event: ApprovalEvent): string {
  switch (event.kind) {
    case "approval-asked":
      return `${describeAsked(event.asked)} asked for, until ${moment(event.asked.expiresAt)}.`;
    case "approved":
      return `${mentionBoth(event)} approved it${describeCredential(event.credential)}${event.note === undefined ? "." : `, with a note: ${quoteNote(event.note)}`}`;
    case "approval-followed":
      return describeFollowed(event);
    case "reminded":
      return `A reminder: this request still waits for approval, until ${moment(event.expiresAt)}. The buttons are in the message above.`;
    case "escalated":
      return `Nobody has decided for so long that more people may: until ${moment(event.expiresAt)}, with the buttons in the message above.`;
    case "approval-voided":
      if (event.isOutdated === true) return outdated;
      return `${describeChangedSince(event)} since it was shown (${count(event.difference.added.length, "change")} more, ${event.difference.gone.length} fewer). Nothing was approved: please review again.`;
    case "approval-lapsed":
      return `${describeWhyLapsed(event)} Nothing was approved: please review again.`;
  }
}

const emergency = "⚠️ *EMERGENCY:* outside of the change windows, this roll back waits for none. ";

/** Which passkey proved an approval, where one did. */
export function describeCredential(credential: CredentialId | undefined): string {
  return credential === undefined ? "" : ` with the passkey ${code(shortName(credential))}`;
}
const outdated =
  "Somebody activated or rolled back in the tenant since this was shown. Nothing was approved, and nothing is rolled back.";

/** How many people are waited for. */
export function describeApprovers(needed: number): string {
  return needed === 1 ? "an approver" : `${needed} approvers`;
}

function describeAsked({ needed, isEmergency, parts = [] }: ApprovalAsked): string {
  const what = parts.length > 1 ? " on each part" : "";
  const who =
    needed === 1
      ? `An approver's decision${what} is`
      : `The decision of ${needed} approvers${what} is`;
  return isEmergency === true ? `${emergency}${who}` : who;
}

function describeWhyLapsed({
  people,
  isTooOld,
}: Extract<Event, { kind: "approval-lapsed" }>): string {
  if (isTooOld === true) return "It was approved longer ago than an approval counts.";
  return people.length === 0 ? moreNeeded : people.map(describeLapsed).join(" ");
}

const moreNeeded = "More approvers are needed by now than have approved.";

const noMember: ReadonlySet<Lapsed["why"]> = new Set(["guest", "bot", "deactivated", "foreign"]);

function describeLapsed(lapsed: Lapsed): string {
  const { person, why } = lapsed;
  if (why === "no-passkey") {
    return `${mention(person)} approved it, without a passkey that counts by now.`;
  }
  if (why === "has-a-hand") return `${mentionBoth({ by: person, ...lapsed })} ${withHand}`;
  if (lapsed.for !== undefined) return describeOver(person, lapsed.for);
  return noMember.has(why)
    ? `${mention(person)} approved it, and is no full member of this workspace any more.`
    : `${mention(person)} approved it, and may not approve it any more.`;
}

const withHand =
  "approved it. By now they have a hand in what goes live, such as another request, or a change that their Workday account made.";

/** The delegation is over, or one of the two may not approve any more. */
function describeOver(person: PersonId, absent: PersonId): string {
  return `${mention(person)} approved it for ${mention(absent)}, and may not decide it for them any more.`;
}
