import { segmentsOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { truncate } from "../../text/truncate.ts";

/**
 * How learning content is edited, and its fields, is a guess.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday", step 8
 */
export const addSegmentsToContent: TaskKind<"add-segments-to-content"> = {
  name: "add-segments-to-content",
  title: "marking the learning content",
  describe: (draft) =>
    `Mark the learning content with ${truncate(segmentsOf(draft).names.join(", "), 300)}`,
  takesEffect: true,
  hands: "page",
  inWords: (task) => ({
    title: "Edit the learning content",
    steps: ["Open each learning content by its title, add what stands below, press OK, then Done."],
    fields: [
      { field: "Learning content", value: task.content.join("\n") },
      { field: contentFields[task.kind], value: task.names.join("\n") },
    ],
    needs: learningNeeds,
  }),
};

const learningNeeds = [
  "Manage: Learning Content",
  "Learning Segment Setup (functional area System)",
];

const contentFields = {
  topics: "Topics",
  categories: "Security Categories",
} as const;
