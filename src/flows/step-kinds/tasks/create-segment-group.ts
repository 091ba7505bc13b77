import { listSegments } from "../../model/segments.ts";
import { segmentGroupOf, segmentsOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { segmentGroupType } from "../../tasks/segment-task.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";
import { truncate } from "../../text/truncate.ts";

/**
 * The group is of the segment-based type, which opens its segments only.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday", step 8
 */
export const createSegmentGroup: TaskKind<"create-segment-group"> = {
  name: "create-segment-group",
  title: "the segment-based group",
  describe: (draft) =>
    `Make the segment-based group ${segmentGroupOf(draft)} with access to the segments ${truncate(listSegments(segmentsOf(draft)).join(", "), 300)}`,
  takesEffect: false,
  hands: "page",
  shows: ({ groupName, isInactive }) => ({
    kind: "group",
    groupName,
    isActive: isInactive !== true,
  }),
  inWords: (task) => ({
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
  }),
};
