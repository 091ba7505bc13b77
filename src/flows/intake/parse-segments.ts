import { err, ok, type Result } from "../../result.ts";
import { describeInvisible } from "../../unicode/invisible.ts";
import { securityConfigurationDomain } from "../model/group-settings.ts";
import { isSameName } from "../model/names.ts";
import { listPermissions, type Permissions } from "../model/permissions.ts";
import type { RawSegment } from "../model/raw-segments.ts";
import type { SegmentedAccess, Segments } from "../model/segments.ts";
import type { FieldProblems } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { splitLines } from "../text/split-lines.ts";
import { checkGroupName, checkWhy } from "./parse-draft.ts";
import { parsePermissions } from "./parse-permissions.ts";

/** Milder than any tenant: a longer list is a mistake. */
const mostNames = 20;
const mostContent = 50;
const longestName = 150;

/** What the form asks for; what the account's group held before is added once the tenant was looked at. */
export type ParsedSegments = Omit<SegmentedAccess, "moved">;

/**
 * Checks what was typed for access by segments by every rule that needs no Workday, each problem on its
 * field.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday", step 8
 */
export function parseSegments(
  raw: RawSegment,
  tenant: Tenant,
): Result<ParsedSegments, FieldProblems> {
  const segments = toSegments(raw);
  const content = splitLines(raw.content);
  const groupName = raw.segmentGroup.trim();
  const permissions = parsePermissions(raw, tenant);
  const problems: FieldProblems = {
    ...checkSegments(segments),
    ...checkContent(content, segments),
    ...checkGroup(groupName, raw, tenant),
    ...(permissions.ok ? checkInactive(raw, permissions.value) : permissions.error),
    ...checkWhy(raw),
  };
  if (!permissions.ok || Object.keys(problems).length > 0) return err(problems);
  return ok({
    segments,
    groupName,
    permissions: permissions.value,
    content,
    ...(raw.segmentInactive && { isInactive: true }),
  });
}

function toSegments({ segmentKind: kind, segmentNames, segmentId }: RawSegment): Segments {
  const names = splitLines(segmentNames);
  return kind === "topics" ? { kind, names, segment: segmentId.trim() } : { kind, names };
}

function checkSegments(segments: Segments): FieldProblems {
  const names = checkNames(segments.names, mostNames) ?? checkTypes(segments);
  const segment = segments.kind === "topics" ? checkSegment(segments.segment) : undefined;
  return {
    ...(names !== undefined && { segmentNames: names }),
    ...(segment !== undefined && { segmentId: segment }),
  };
}

function checkNames(names: readonly string[], most: number): string | undefined {
  if (names.length === 0) return "Name at least one, each on a line of its own.";
  if (names.length > most) return `Name ${most} at most.`;
  const invisible = describeInvisible(...names);
  if (invisible !== undefined) return invisible;
  return names.some(({ length }) => length > longestName)
    ? `One on each line, ${longestName} characters at most.`
    : undefined;
}

/** Of Workday's own segments the type stands before the dash; of others only Workday knows it. */
function checkTypes({ kind, names }: Segments): string | undefined {
  if (kind !== "existing") return undefined;
  const own = names.filter((name) => /^job application\s*[-–—]/i.test(name));
  return own.length === 0 || own.length === names.length
    ? undefined
    : `A segment-based group takes segments of one type only, and ${own[0]} is of another than the rest. Ask for a group for each type.`;
}

function checkSegment(segment: string): string | undefined {
  if (segment === "")
    return "Type an ID for the topic security segment: the group is given access to it.";
  const isLong = segment.length > longestName;
  return (
    describeInvisible(segment) ?? (isLong ? `Use ${longestName} characters at most.` : undefined)
  );
}

function checkContent(content: readonly string[], { kind }: Segments): FieldProblems {
  if (content.length === 0) return {};
  if (kind === "existing") {
    return {
      content:
        "Learning content is marked with topics or categories only. Choose one of them, or leave this empty.",
    };
  }
  const problem = checkNames(content, mostContent);
  return problem === undefined ? {} : { content: problem };
}

function checkGroup(name: string, { groupName: own }: RawSegment, tenant: Tenant): FieldProblems {
  const problem = isSameName(name, own)
    ? "This is the account's own group, which is of another kind. Type another name: the request makes a new group."
    : checkGroupName(name, tenant);
  return problem === undefined ? {} : { segmentGroup: problem };
}

/** The one of the three rules that the form can know; Workday checks the other two. */
function checkInactive({ segmentInactive }: RawSegment, permissions: Permissions): FieldProblems {
  const holds = listPermissions(permissions).some(({ domain }) =>
    isSameName(domain, securityConfigurationDomain),
  );
  return segmentInactive && holds
    ? {
        segmentInactive: `A group with permission to the domain ${securityConfigurationDomain} cannot be inactive. Take the domain out, or leave this unchecked.`,
      }
    : {};
}
