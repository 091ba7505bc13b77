import { bothOf, type Permissions } from "./permissions.ts";

/**
 * What a segment-based security group opens. Segments of two types are never in one group.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday", step 8
 */
export type Segments =
  /** Learning topics, behind one topic security segment of this ID. */
  | { readonly kind: "topics"; readonly names: readonly string[]; readonly segment: string }
  /** Learning security categories. */
  | { readonly kind: "categories"; readonly names: readonly string[] }
  /** Security segments that the tenant has, such as Workday's own. */
  | { readonly kind: "existing"; readonly names: readonly string[] };

/** What an account may do in some segments only, by a group of its own kind beside its group. */
export interface SegmentedAccess {
  readonly segments: Segments;
  /** The segment-based group: whoever is in the account's group may do this in its segments. */
  readonly groupName: string;
  readonly permissions: Permissions;
  /** What of it the account's group held for everything before. */
  readonly moved: Permissions;
  /** Learning content that the topics or categories are added to, by its title. */
  readonly content: readonly string[];
  /** It is made inactive. Absent: no. */
  readonly isInactive?: true;
}

/** What has to be made before there is such access. */
export interface MissingSegments {
  /** Topics or categories. */
  readonly names: readonly string[];
  /** The topic security segment; absent: none is missing. */
  readonly segment?: string;
}

/** Another group whose members may do some of the same, and for every segment as far as anybody sees. */
export interface BypassingGroup {
  readonly groupName: string;
  /** The account is in it too: then the segments restrict nothing. */
  readonly hasAccount: boolean;
}

/** Other groups on the same policies, where the tenant has reports of them. */
export type BypassingGroups =
  | { readonly kind: "seen"; readonly groups: readonly BypassingGroup[] }
  | { readonly kind: "cannot-see" };

/** What of an account is behind segments. */
export interface Segmented {
  /** Absent: nothing. */
  readonly segmented?: SegmentedAccess;
}

/** The names for the prompt *Access to Segments*. */
export function listSegments(segments: Segments): readonly string[] {
  return segments.kind === "topics" ? [segments.segment] : segments.names;
}

/** Every group through which the account holds something. */
export function groupsOf({
  groupName,
  segmented,
}: Segmented & { readonly groupName: string }): readonly string[] {
  return segmented === undefined ? [groupName] : [groupName, segmented.groupName];
}

/** Everything that the account may do, in segments or for everything. */
export function heldBy({
  permissions,
  segmented,
}: Segmented & { readonly permissions: Permissions }): Permissions {
  return segmented === undefined ? permissions : bothOf(permissions, segmented.permissions);
}

/** The inactive group that a request activates. */
export function groupToActivate({
  groupName,
  segmented,
  isOfSegments,
}: Segmented & { readonly groupName: string; readonly isOfSegments?: true }): string {
  return isOfSegments === true && segmented !== undefined ? segmented.groupName : groupName;
}
