import type { Account, AccountDraft, SegmentDraft } from "./draft.ts";
import { listPermissions, type Permission, type Permissions } from "./permissions.ts";
import type { OtherWays, SegmentedAccess, Segments } from "./segments.ts";

/** A list with its title, for a plan, a card and a thread. */
export interface SegmentList {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What an access is segmented by, in a few words. */
export function saySegments(segments: Segments): string {
  const names = segments.names.join(", ");
  switch (segments.kind) {
    case "topics":
      return `the learning topics ${names} (topic security segment ${segments.segment})`;
    case "categories":
      return `the learning security categories ${names}`;
    case "existing":
      return `the segments ${names}`;
  }
}

/** What is asked for by segments, and what an approver has to know of it. Empty for every other request. */
export function listSegmentRequest(draft: AccountDraft): readonly SegmentList[] {
  if (draft.kind === "end-segments") {
    return [
      list("Open in no segment any more", draft.segmented.permissions),
      list(`Back to the group ${draft.groupName}, for everything`, draft.restored),
      sayEverything(draft),
    ];
  }
  if (draft.kind !== "segment") return [];
  const { segmented } = draft;
  return [
    list(`Open in ${saySegments(segmented.segments)} only`, segmented.permissions),
    list(`Taken away from the group ${draft.groupName}, which opens everything`, segmented.moved),
    sayEverything(draft),
    ...listMissing(draft),
    ...listContent(segmented),
    ...advise(draft),
  ];
}

function sayEverything({ groupName, permissions }: AccountDraft): SegmentList {
  return list(`Open for everything afterwards, by the group ${groupName}`, permissions);
}

function listMissing({ missing: { names, segment } }: SegmentDraft): readonly SegmentList[] {
  const lines = [
    ...names,
    ...(segment === undefined ? [] : [`${segment} (topic security segment)`]),
  ];
  return lines.length === 0 ? [] : [{ title: `Made in Learning (${lines.length})`, lines }];
}

function listContent({ content }: SegmentedAccess): readonly SegmentList[] {
  return content.length === 0
    ? [
        {
          title:
            "No learning content is marked by this request: what carries none of these is not reached.",
          lines: [],
        },
      ]
    : [
        {
          title: `Learning content that is marked (${content.length}). It counts at once for groups that open these already:`,
          lines: content,
        },
      ];
}

/** What the guide says about reaching everything all the same. */
function advise({ userName, otherWays }: SegmentDraft): readonly SegmentList[] {
  return [
    ...sayWays(userName, otherWays),
    {
      title:
        "Whoever reaches a domain by a group that is segment-based and by one that is not, reaches every segment. An aggregation group may include one of those: no report tells, so look at the aggregation groups on these policies in Workday.",
      lines: [],
    },
  ];
}

function sayWays(userName: string, ways: OtherWays): readonly SegmentList[] {
  if (ways.kind === "cannot-see") {
    return [
      {
        title:
          "The bot cannot see which other groups are on these policies. Look at them in Workday before you approve.",
        lines: [],
      },
    ];
  }
  const within = ways.groups.filter(({ hasAccount }) => hasAccount);
  const others = ways.groups.filter(({ hasAccount }) => !hasAccount);
  return [
    ...(within.length === 0
      ? []
      : [
          {
            title: `WARNING: ${userName} is in other groups that may do some of the same, so it may reach every segment all the same (${within.length}). Take it out of them:`,
            lines: within.map(({ groupName }) => groupName),
          },
        ]),
    ...(others.length === 0
      ? []
      : [
          {
            title: `Other groups on these policies: their members are not restricted by this (${others.length}):`,
            lines: others.map(({ groupName }) => groupName),
          },
        ]),
  ];
}

/** Of every other request: what of the account is behind segments, and what reaches it without. */
export function listSegmented(draft: AccountDraft): readonly SegmentList[] {
  const { segmented } = draft;
  if (segmented === undefined || draft.kind === "segment" || draft.kind === "end-segments") {
    return [];
  }
  const title = `By the group ${segmented.groupName}, in ${saySegments(segmented.segments)} only`;
  return [list(title, segmented.permissions), ...warnOfBoth(draft, segmented)];
}

/** The same domain by both groups: then the segments restrict nothing. */
function warnOfBoth(
  { groupName, permissions }: Account,
  { permissions: inSegments }: SegmentedAccess,
): readonly SegmentList[] {
  const own = listPermissions(permissions).map(sayPermission);
  const both = listPermissions(inSegments).map(sayPermission);
  const lines = both.filter((one) => own.includes(one));
  return lines.length === 0
    ? []
    : [
        {
          title: `WARNING: the group ${groupName} is not segment-based and may do the same, so every segment is reached (${lines.length}):`,
          lines,
        },
      ];
}

function list(title: string, permissions: Permissions): SegmentList {
  const lines = listPermissions(permissions).map(sayPermission);
  return { title: `${title} (${lines.length}):`, lines };
}

function sayPermission({ access, domain }: Permission): string {
  return `${access}: ${domain}`;
}
