import type { Permissions } from "../model/permissions.ts";
import type { Segments } from "../model/segments.ts";

/** A task about access to segments. None of them has a public web service. */
export type SegmentTask =
  | {
      readonly name: "create-segment-group";
      readonly groupName: string;
      /** Whose members get what the group may do. */
      readonly securityGroups: readonly string[];
      /** As the prompt *Access to Segments* names them, all of one type. */
      readonly segments: readonly string[];
      /** Absent: active. */
      readonly isInactive?: true;
    }
  | {
      readonly name: "grant-in-segments";
      readonly groupName: string;
      readonly permissions: Permissions;
    }
  | {
      readonly name: "revoke-in-segments";
      readonly groupName: string;
      readonly permissions: Permissions;
    }
  /** Takes its security groups out and inactivates it: one that another includes cannot be inactivated. */
  | {
      readonly name: "close-segment-group";
      readonly groupName: string;
      readonly securityGroups: readonly string[];
    }
  | {
      readonly name: "add-segments-to-content";
      readonly kind: ContentSegments["kind"];
      readonly names: readonly string[];
      readonly content: readonly string[];
    };

/** What learning content can be marked with. */
export type ContentSegments = Exclude<Segments, { kind: "existing" }>;

/** Each of them, for schemas. */
export const segmentTaskNames = [
  "create-segment-group",
  "grant-in-segments",
  "revoke-in-segments",
  "close-segment-group",
  "add-segments-to-content",
] as const satisfies readonly SegmentTask["name"][];

const names: ReadonlySet<string> = new Set(segmentTaskNames);

export function isSegmentTask(task: { readonly name: string }): task is SegmentTask {
  return names.has(task.name);
}

/** The type of a segment-based group, as Workday's task offers it. */
export const segmentGroupType = "Segment-Based Security Group";
