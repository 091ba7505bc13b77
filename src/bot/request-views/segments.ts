import type { TitledList } from "../../flows/model/titled-list.ts";
import type { AccountDraft } from "../../flows/request/draft.ts";
import { listSegmented, listSegmentRequest } from "../../flows/wording/describe-segments.ts";
import { type Block, plainSection, plainSections } from "../blocks/block.ts";
import { cutLines } from "../blocks/slack-limits.ts";

/** Every list of what an account may do in segments only, in full. */
export function showAllSegments(account: AccountDraft): Block[] {
  return listAll(account).flatMap(({ title, lines }) => plainSections([title, ...lines]));
}

/** What of an account is, or is asked to be, open in segments only: lists of `most` characters at the most. */
export function showSegments(account: AccountDraft, most: number): Block[] {
  return listAll(account).map(({ title, lines }) =>
    plainSection(
      `${title}\n${cutLines(lines, most, "all of them are in the request's thread")}`.trimEnd(),
    ),
  );
}

function listAll(account: AccountDraft): readonly TitledList[] {
  return [...listSegmentRequest(account), ...listSegmented(account)];
}
