import { groupToActivate, type Segments } from "../model/segments.ts";
import { truncate } from "../text/truncate.ts";
import { type Account, accountOf, type Draft } from "./draft.ts";

/** The account that a request is about; without one nothing of it is known. */
export function asked(draft: Draft): Partial<Account> {
  return accountOf(draft) ?? {};
}

/** The account's name, short enough for a sentence. */
export function userOf(draft: Draft): string {
  return truncate(asked(draft).userName ?? "", 100);
}

/** The name of the account's group, short enough for a sentence. */
export function groupOf(draft: Draft): string {
  return truncate(asked(draft).groupName ?? "", 150);
}

/** The group that a request activates, or else the account's. */
export function activatedGroupOf(draft: Draft): string {
  return truncate(groupToActivate({ groupName: "", ...asked(draft) }), 150);
}

/** The name of the integration system, short enough for a sentence. */
export function systemOf(draft: Draft): string {
  return truncate(asked(draft).system?.name ?? "", 150);
}

/** The name of the API client, short enough for a sentence. */
export function clientOf(draft: Draft): string {
  return truncate(asked(draft).client?.name ?? "", 150);
}

/** The name of the segment-based group, short enough for a sentence. */
export function segmentGroupOf(draft: Draft): string {
  return truncate(asked(draft).segmented?.groupName ?? "", 150);
}

/** What the access is segmented by. */
export function segmentsOf(draft: Draft): Segments {
  return asked(draft).segmented?.segments ?? none;
}

const none: Segments = { kind: "existing", names: [] };
