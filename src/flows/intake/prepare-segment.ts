import { err, ok, type Result } from "../../result.ts";
import { listBypassingGroups } from "../inventory/bypassing-groups.ts";
import { findGroupHolder } from "../inventory/changed-groups.ts";
import {
  type GroupsAndPermissions,
  readGroupsAndPermissions,
} from "../inventory/groups-and-permissions.ts";
import { describeSegments } from "../model/describe-segments.ts";
import type { Fault } from "../model/fault.ts";
import { toPermissions } from "../model/group-permissions.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import {
  bothOf,
  common,
  listPermissions,
  type Permission,
  type Permissions,
  without,
} from "../model/permissions.ts";
import type { RawSegment } from "../model/raw-segments.ts";
import { isSameValue } from "../model/same-value.ts";
import type { BypassingGroups, MissingSegments, SegmentedAccess } from "../model/segments.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import { findThing, isOfTopics } from "../ports/find-learning.ts";
import type { Account, SegmentDraft } from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import type { FieldProblems, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkFreeGroupName } from "./check-tenant.ts";
import type { MadeEdit } from "./edit-made.ts";
import { type ParsedSegments, parseSegments } from "./parse-segments.ts";
import { findHeld, type Held, isAsBefore } from "./prepare-permissions.ts";
import { refuseFields } from "./refuse-fields.ts";

type Checked<Value> = Result<Value, TenantCheck>;

/**
 * Access of an account by segments: what is asked for, what its group held of it, what has to be made, and
 * who else reaches the same. Changes nothing.
 */
export async function prepareSegment(
  ground: DraftSources,
  raw: RawSegment,
  tenant: Tenant,
): Promise<Checked<SegmentDraft>> {
  const asked = parseSegments(raw, tenant);
  if (!asked.ok) return refuseFields(asked.error);
  const held = await findHeld(ground, tenant, raw);
  if (!held.ok) return held;
  const { account, before, seenIn } = held.value;
  const why =
    findWhyNot(held.value) ?? (isAsBefore(raw, held.value) ? undefined : describeChanged(raw));
  if (why !== undefined) return refuseFields({ userName: why });
  const free = await checkName(ground, asked.value, tenant);
  if (!free.ok) return free;
  const missing = await findMissing(ground, asked.value);
  if (!missing.ok) return missing;
  const seen = await readGroupsAndPermissions(ground.workday);
  if (!seen.ok) return fault(seen.error);
  const moved = common(before, asked.value.permissions);
  return ok({
    ...account,
    kind: "segment",
    tenant: tenant.name,
    permissions: without(before, moved),
    segmented: { ...asked.value, moved },
    seenIn,
    missing: missing.value,
    otherWays: toOtherWays(seen.value, account, asked.value),
    ...parseJustification(raw),
  });
}

async function checkName(
  { store, workday }: DraftSources,
  { groupName }: ParsedSegments,
  tenant: Tenant,
): Promise<Checked<void>> {
  const holder = await findGroupHolder(store, { tenant: tenant.name, groupName });
  if (holder !== undefined) return refuseFields({ segmentGroup: holder });
  const taken = await checkFreeGroupName(workday, { groupName }, { tenant, field: "segmentGroup" });
  if (!taken.ok) return fault(taken.error);
  return Object.keys(taken.value).length === 0 ? ok(undefined) : refuseFields(taken.value);
}

/** Accounts whose access cannot be parted, in words. */
function findWhyNot({ account, others }: Held): string | undefined {
  const { userName, segmented, groupName } = account;
  if (segmented !== undefined) {
    return `${userName} has access by segments already, with the group ${segmented.groupName}. \`/workday-isu segments ${userName}\` ends that; then ask for others.`;
  }
  return existingGroupOf(account) === undefined && others.length === 0
    ? undefined
    : `The group ${groupName} of ${userName} is not this account's alone: others would get the same access. Give the account a group of its own first.`;
}

function describeChanged({ groupName, userName }: RawSegment): string {
  return `What ${groupName} may do has changed since this form was opened. Nothing was asked for. Type /workday-isu segments ${userName} again.`;
}

/** What is not there yet; a segment of this ID with other topics is a problem. */
async function findMissing(
  { learning }: DraftSources,
  { segments }: ParsedSegments,
): Promise<Checked<MissingSegments>> {
  if (segments.kind === "existing") return ok({ names: [] });
  const things = await learning.list(segments.kind === "topics" ? "topic" : "category");
  if (!things.ok) return fault(things.error);
  const names = segments.names.filter((name) => findThing(things.value, name) === undefined);
  if (segments.kind === "categories") return ok({ names });
  const { segment } = segments;
  const known = await learning.listSegments();
  if (!known.ok) return fault(known.error);
  const there = findThing(known.value, segment);
  if (there === undefined) return ok({ names, segment });
  const wids = segments.names.flatMap((name) => findThing(things.value, name)?.wid ?? []);
  return isOfTopics(there, wids) && names.length === 0
    ? ok({ names })
    : refuseFields({
        segmentId: `There is a topic security segment ${there.name} of other topics. Type another ID: this one is not changed.`,
      });
}

/** Who else may do the same, and for every segment as far as anybody sees. */
function toOtherWays(
  seen: GroupsAndPermissions | undefined,
  { userName, groupName }: Account,
  { permissions, groupName: segmentGroup }: ParsedSegments,
): BypassingGroups {
  if (seen === undefined) return { kind: "cannot-see" };
  const ways = listBypassingGroups(
    { userName, permissions, own: [groupName, segmentGroup] },
    { groups: seen.groups, held: seen.permissions },
  );
  return { kind: "seen", groups: ways };
}

/**
 * The same group of the same segments, which may do something else in them. What moves there is told from what the account's
 * own group held at first, which the draft tells: the tenant shows what it holds in the midst of the request. Who else
 * reaches what is asked for now is looked at anew.
 */
export async function editMadeSegment(
  ground: DraftSources,
  made: MadeEdit<"segment">,
): Promise<Checked<SegmentDraft>> {
  const { draft, raw, tenant } = made;
  const asked = parseSegments(raw, tenant);
  if (!asked.ok) return refuseFields(asked.error);
  const problems = refuseMade(made, asked.value);
  if (Object.keys(problems).length > 0) return refuseFields(problems);
  const seen = await readGroupsAndPermissions(ground.workday);
  if (!seen.ok) return fault(seen.error);
  const { permissions, content } = asked.value;
  const atFirst = bothOf(draft.permissions, draft.segmented.moved);
  const moved = common(atFirst, permissions);
  const changed = describeChangedSince(seen.value, draft, {
    beyond: without(permissions, atFirst),
    moves: without(moved, draft.segmented.moved),
  });
  if (changed !== undefined) return refuseFields({ userName: changed });
  const { ticket: _ticket, ...stays } = draft;
  return ok({
    ...stays,
    permissions: without(atFirst, moved),
    segmented: { ...draft.segmented, permissions, moved, content },
    otherWays: toOtherWays(seen.value, draft, asked.value),
    ...parseJustification(raw),
  });
}

interface NowAsked {
  /** What the account's own group could not do at first. */
  readonly beyond: Permissions;
  /** What it could, and what only the edit moves. */
  readonly moves: Permissions;
}

/**
 * What of this somebody else gave to the account's own group since it was asked for, or took from it: moved, it would be
 * given back as if the group had held it all along. Known only where the tenant showed it at first, too.
 */
function describeChangedSince(
  seen: GroupsAndPermissions | undefined,
  { groupName, seenIn }: SegmentDraft,
  { beyond, moves }: NowAsked,
): string | undefined {
  if (seen === undefined || seenIn !== "report") return undefined;
  const active = toPermissions(seen.permissions, groupName, "active");
  const gained = listPermissions(common(beyond, active));
  if (gained.length > 0)
    return `By now ${groupName} may do ${tellLines(gained)} for everything, and could not when this was asked for. ${askAnew}`;
  const lost = listPermissions(without(moves, active));
  if (lost.length > 0)
    return `By now ${groupName} may not do ${tellLines(lost)} any more, and could when this was asked for. ${askAnew}`;
  return undefined;
}

function tellLines(permissions: readonly Permission[]): string {
  return permissions.map(({ access, domain }) => `${access}: ${domain}`).join(", ");
}

const askAnew = "Nothing was changed. Withdraw the request, and ask again.";

/** What was typed differently about what stays, each at its field. */
function refuseMade(
  { draft, done }: MadeEdit<"segment">,
  { segments, groupName, isInactive, content }: ParsedSegments,
): FieldProblems {
  const { segmented: made } = draft;
  const isMarked = done.includes("add-segments-to-content");
  return {
    ...refuseSegments(made, segments),
    ...(groupName !== made.groupName && {
      segmentGroup: `The request makes the group ${made.groupName}, and no service renames one. ${withdraw}`,
    }),
    ...(isInactive !== made.isInactive && {
      segmentInactive: `The group ${made.groupName} is made ${made.isInactive ? "inactive" : "active"} by this request. ${withdraw}`,
    }),
    ...(isMarked &&
      !isSameValue(content, made.content) && {
        content: `It may be marked by now, and nothing tells which marks it had before, so these stay: ${made.content.join(", ")}. ${withdraw}`,
      }),
  };
}

function refuseSegments(
  { segments: made }: SegmentedAccess,
  asked: ParsedSegments["segments"],
): FieldProblems {
  if (isSameValue(made, asked)) return {};
  const areSame = made.kind === asked.kind && isSameValue(made.names, asked.names);
  const why = `By now the request goes by ${describeSegments(made)}: nothing takes back what is made of them. ${withdraw}`;
  return areSame ? { segmentId: why } : { segmentNames: why };
}

const withdraw = "Put this back as it was; or withdraw the request, and ask again.";

function fault(error: Fault): Checked<never> {
  return err({ kind: "fault", fault: error });
}
