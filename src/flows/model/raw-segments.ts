import {
  bothOf,
  type HeldSource,
  isNone,
  type Permissions,
  pick,
  writeDomains,
} from "./permissions.ts";
import type { Segmented, Segments } from "./segments.ts";

/** What the form of access by segments sends. */
export interface RawSegment {
  readonly kind: "segment";
  readonly tenant: string;
  readonly userName: string;
  /** The account's own group, and what it held when the form opened. */
  readonly groupName: string;
  readonly before: Permissions;
  readonly seenIn: HeldSource;
  readonly segmentKind: Segments["kind"];
  /** One a line. */
  readonly segmentNames: string;
  /** The ID of the topic security segment. */
  readonly segmentId: string;
  /** One a line. */
  readonly content: string;
  readonly segmentGroup: string;
  readonly segmentInactive: boolean;
  /** What the account may do in these segments: one domain a line. */
  readonly domains: Readonly<Record<keyof Permissions, string>>;
  readonly otherDomains?: string;
  readonly reason: string;
  readonly ticket: string;
}

/** What the form of their end sends. */
export interface RawEndSegments {
  readonly kind: "end-segments";
  readonly tenant: string;
  readonly userName: string;
  /** Whether the account's own group gets back what it held before. */
  readonly isRestored: boolean;
  readonly reason: string;
  readonly ticket: string;
}

/**
 * The form as it opens, for what a group holds: what it may do in Learning is offered to be restricted. Of an
 * account that has segments already, the form of their end.
 */
export function toRawSegments(
  tenant: string,
  {
    account: { userName, groupName, segmented },
    before,
    seenIn,
  }: {
    readonly account: Segmented & Pick<RawSegment, "userName" | "groupName">;
    readonly before: Permissions;
    readonly seenIn: HeldSource;
  },
): RawSegment | RawEndSegments {
  const why = { reason: "", ticket: "" };
  if (segmented !== undefined) {
    return { kind: "end-segments", tenant, userName, isRestored: true, ...why };
  }
  return {
    kind: "segment",
    tenant,
    userName,
    groupName,
    before,
    seenIn,
    segmentKind: "topics",
    segmentNames: "",
    segmentId: proposeSegmentId(userName),
    content: "",
    segmentGroup: `${groupName} segments`,
    segmentInactive: false,
    domains: writeDomains(pick(before, (domain) => /learning/i.test(domain))),
    ...why,
  };
}

/** The ID of an account's topic security segment, where nobody types another. */
export function proposeSegmentId(userName: string): string {
  return `${userName} topics`;
}

interface Asked {
  readonly tenant: string;
  readonly userName: string;
  readonly reason: string;
  readonly ticket?: string;
}

/** The form as it would be filled in for what is asked: the account's own group held what stays to it and what moves. */
export function toRawSegment({
  tenant,
  userName,
  groupName,
  permissions,
  segmented: { segments, groupName: segmentGroup, ...access },
  seenIn,
  reason,
  ticket = "",
}: Asked &
  Required<Segmented> &
  Pick<RawSegment, "groupName" | "seenIn"> & { readonly permissions: Permissions }): RawSegment {
  return {
    kind: "segment",
    tenant,
    userName,
    groupName,
    before: bothOf(permissions, access.moved),
    seenIn,
    segmentKind: segments.kind,
    segmentNames: segments.names.join("\n"),
    segmentId: segments.kind === "topics" ? segments.segment : "",
    content: access.content.join("\n"),
    segmentGroup,
    segmentInactive: access.isInactive === true,
    domains: writeDomains(access.permissions),
    reason,
    ticket,
  };
}

/** The form of their end, for what the account's own group gets back. */
export function toRawEnd({
  tenant,
  userName,
  restored,
  reason,
  ticket = "",
}: Asked & { readonly restored: Permissions }): RawEndSegments {
  return { kind: "end-segments", tenant, userName, isRestored: !isNone(restored), reason, ticket };
}
