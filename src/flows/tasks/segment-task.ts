import type { Permissions } from "../model/permissions.ts";
import type { Segments } from "../model/segments.ts";
import { describeGrant, describeRevoke } from "./describe-permissions.ts";
import type { TaskInWords } from "./task-in-words.ts";

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
      readonly name: "grant-in-segments" | "revoke-in-segments";
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

const securityConfiguration = "Security Configuration (functional area System)";

/** The type of a segment-based group, as Workday's task offers it. */
export const segmentGroupType = "Segment-Based Security Group";

/**
 * Says a task in Workday's words. How learning content is edited, and its fields, is a guess.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday", step 8
 */
// oxlint-disable-next-line max-lines-per-function -- one arm for each task
export function describeSegmentTask(task: SegmentTask): TaskInWords {
  switch (task.name) {
    case "create-segment-group":
      return {
        title: "Create Security Group",
        steps: [
          "Choose the type, type the name, press OK. On the page that follows fill the other fields, press OK, then Done.",
        ],
        fields: [
          { field: "Type of Tenanted Security Group", value: segmentGroupType },
          { field: "Name", value: task.groupName },
          { field: "Security Groups", value: task.securityGroups.join("\n") },
          { field: "Access to Segments", value: task.segments.join("\n") },
          ...(task.isInactive === true ? [{ field: "Inactive", value: "checked" }] : []),
        ],
        needs: [securityConfiguration],
      };
    case "grant-in-segments":
      return describeGrant(task);
    case "revoke-in-segments":
      return describeRevoke(task);
    case "close-segment-group":
      return {
        title: "Edit Security Group",
        steps: [
          "Take these out of Security Groups first: a group that another one includes cannot be inactivated. Then check Inactive, press OK, then Done.",
        ],
        fields: [
          { field: "Name", value: task.groupName },
          { field: "Security Groups (remove)", value: task.securityGroups.join("\n") },
          { field: "Inactive", value: "checked" },
        ],
        needs: [securityConfiguration],
      };
    case "add-segments-to-content":
      return {
        title: "Edit the learning content",
        steps: [
          "Open each learning content by its title, add what stands below, press OK, then Done.",
        ],
        fields: [
          { field: "Learning content", value: task.content.join("\n") },
          { field: contentFields[task.kind], value: task.names.join("\n") },
        ],
        needs: learningNeeds,
      };
  }
}

const learningNeeds = [
  "Manage: Learning Content",
  "Learning Segment Setup (functional area System)",
];

const contentFields = {
  topics: "Topics",
  categories: "Security Categories",
} as const;
