import { seenIn } from "../../flows/model/pending.ts";
import type { Event } from "../../flows/request/event.ts";
import { count } from "../../flows/text/count.ts";
import { mention } from "../blocks/mrkdwn.ts";

/** By whose approval an activation follows, in `mrkdwn`. */
export function describeFollowed({
  approvers,
  pending,
}: Extract<Event, { kind: "approval-followed" }>): string {
  const people = approvers.map(mention).join(", ");
  const changes = count(seenIn(pending).length, "change");
  return `The activation follows from the approval of the plan by ${people}: exactly what was approved is pending (${changes}), made by the plan's own hands, and everything else that can be seen is as asked.`;
}
