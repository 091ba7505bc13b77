import { segmentGroupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const closeSegmentGroup: TaskKind<"close-segment-group"> = {
  name: "close-segment-group",
  title: "closing the segment-based group",
  describe: (draft) =>
    `Take the account's group out of the group ${segmentGroupOf(draft)}, and inactivate that`,
  takesEffect: false,
  hands: "page",
  shows: ({ groupName }) => ({ kind: "group", groupName, isActive: false }),
  inWords: (task) => ({
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
  }),
};
