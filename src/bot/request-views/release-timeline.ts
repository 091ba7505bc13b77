import type { ReleaseEvent } from "../../flows/request/release-event.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { describeGiven } from "./approval-card.ts";

/** What happens where requests of a tenant go live together, in `mrkdwn`. */
export function describeReleaseEvent(event: ReleaseEvent): string {
  switch (event.kind) {
    case "release-awaited":
      return `It waits for ${event.for.length === 0 ? "other requests of the tenant" : name(event.for)}.`;
    case "release-joined":
      return `It goes live with the release ${event.release}.`;
    case "gathered":
      return `The release is of ${event.members.length} by now: ${name(event.members)}.`;
    case "released":
      return `It was activated with the release ${event.release}, approved by ${describeGiven(event.given)}.`;
  }
}

function name(ids: readonly string[]): string {
  return truncate(ids.join(", "), 700);
}
