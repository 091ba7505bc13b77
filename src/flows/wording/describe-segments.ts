import { isAboutSegments } from "../kinds/facts.ts";
import { describeSegments } from "../model/describe-segments.ts";
import { listPermissions, type Permission, type Permissions } from "../model/permissions.ts";
import type { BypassingGroups, SegmentedAccess } from "../model/segments.ts";
import type { TitledList } from "../model/titled-list.ts";
import type { Account, AccountDraft, SegmentDraft } from "../request/draft.ts";

/** What is asked for by segments, and what an approver has to know of it. Empty for every other request. */
export function listSegmentRequest(draft: AccountDraft): readonly TitledList[] {
  if ("restored" in draft) {
    return [
      ...listMoved(
        { title: "Open in no segment any more", permissions: draft.segmented.permissions },
        {
          title: `Back to the group ${draft.groupName}, for everything`,
          permissions: draft.restored,
        },
      ),
      describeEverything(draft),
    ];
  }
  if (!("missing" in draft)) return [];
  const { segmented } = draft;
  return [
    ...listMoved(
      {
        title: `Open in ${describeSegments(segmented.segments)} only`,
        permissions: segmented.permissions,
      },
      {
        title: `Taken away from the group ${draft.groupName}, which opens everything`,
        permissions: segmented.moved,
      },
    ),
    describeEverything(draft),
    ...listMissing(draft),
    ...listContent(segmented),
    ...advise(draft),
  ];
}

interface Moved {
  readonly title: string;
  readonly permissions: Permissions;
}

/** What comes and what goes: the same permissions are listed once. */
function listMoved(one: Moved, other: Moved): readonly TitledList[] {
  const [first, second] = [list(one.title, one.permissions), list(other.title, other.permissions)];
  if (first.lines.length === 0 || first.lines.join("\n") !== second.lines.join("\n")) {
    return [first, second];
  }
  const title = `${one.title} (${first.lines.length}). ${other.title}:`;
  return [{ title, lines: first.lines }];
}

function describeEverything({ groupName, permissions }: AccountDraft): TitledList {
  return list(`Open for everything afterwards, by the group ${groupName}`, permissions);
}

function listMissing({ missing: { names, segment } }: SegmentDraft): readonly TitledList[] {
  const lines = [
    ...names,
    ...(segment === undefined ? [] : [`${segment} (topic security segment)`]),
  ];
  return lines.length === 0 ? [] : [{ title: `Made in Learning (${lines.length})`, lines }];
}

function listContent({ content }: SegmentedAccess): readonly TitledList[] {
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
function advise({ userName, otherWays }: SegmentDraft): readonly TitledList[] {
  return [
    ...describeWays(userName, otherWays),
    {
      title:
        "A group that is not segment-based opens every segment. No report shows aggregation groups: look for them on these policies in Workday.",
      lines: [],
    },
  ];
}

function describeWays(userName: string, ways: BypassingGroups): readonly TitledList[] {
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
            title: `WARNING: by other groups ${userName} may reach every segment (${within.length}). Take it out of them:`,
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
export function listSegmented(draft: AccountDraft): readonly TitledList[] {
  const { segmented } = draft;
  if (segmented === undefined || isAboutSegments(draft)) return [];
  const title = `By the group ${segmented.groupName}, in ${describeSegments(segmented.segments)} only`;
  return [list(title, segmented.permissions), ...warnOfBoth(draft, segmented)];
}

/** Domains that the account's own group may use as well: there the segments restrict nothing. */
function warnOfBoth(
  { groupName, permissions }: Account,
  { permissions: inSegments }: SegmentedAccess,
): readonly TitledList[] {
  const own = listPermissions(permissions).map(describePermission);
  const both = listPermissions(inSegments).map(describePermission);
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

function list(title: string, permissions: Permissions): TitledList {
  const lines = listPermissions(permissions).map(describePermission);
  return { title: `${title} (${lines.length}):`, lines };
}

function describePermission({ access, domain }: Permission): string {
  return `${access}: ${domain}`;
}
