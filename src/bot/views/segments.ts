import type { Account, AccountDraft } from "../../flows/draft.ts";
import {
  listSegmented,
  listSegmentRequest,
  type SegmentList,
  saySegments,
} from "../../flows/say-segments.ts";
import type { SegmentTask } from "../../flows/segment-task.ts";
import { listSegments, type Segments } from "../../flows/segments.ts";
import { type Block, plainSection, plainSections } from "./block.ts";
import { cut, cutLines } from "./limit.ts";

type SegmentStep = SegmentTask["name"] | "make-segments";

/** The steps of access by segments, each as one plain sentence. */
export function saySegmentSteps({ segmented }: Partial<Account>): Record<SegmentStep, string> {
  const group = cut(segmented?.groupName ?? "", 150);
  const { segments } = segmented ?? { segments: none };
  const names = cut(segments.names.join(", "), 300);
  const opened = cut(listSegments(segments).join(", "), 300);
  return {
    "make-segments": `See that there are ${cut(saySegments(segments), 400)}: what is missing is made`,
    "create-segment-group": `Make the segment-based group ${group} with access to the segments ${opened}`,
    "grant-in-segments": `Add permissions to the group ${group}, pending until they are activated`,
    "revoke-in-segments": `Take the permissions away from the group ${group}, pending until that is activated`,
    "close-segment-group": `Take the account's group out of the group ${group}, and inactivate that`,
    "add-segments-to-content": `Mark the learning content with ${names}`,
  };
}

const none: Segments = { kind: "existing", names: [] };

/** Whether a request is about segments: then its lists say what the account may do. */
export function isAboutSegments({ kind }: AccountDraft): boolean {
  return kind === "segment" || kind === "end-segments";
}

/** Every list of what an account may do in segments only, in full. */
export function showAllSegments(account: AccountDraft): Block[] {
  return listAll(account).flatMap(({ title, lines }) => plainSections([title, ...lines]));
}

/** What of an account is, or is asked to be, open in segments only: lists of `most` characters at the most. */
export function showSegments(account: AccountDraft, most: number): Block[] {
  return listAll(account).map(({ title, lines }) =>
    plainSection(
      `${title}\n${cutLines(lines, most, "all of them stand in the request's thread")}`.trimEnd(),
    ),
  );
}

function listAll(account: AccountDraft): readonly SegmentList[] {
  return [...listSegmentRequest(account), ...listSegmented(account)];
}
