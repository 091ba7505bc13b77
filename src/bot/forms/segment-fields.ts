import {
  proposeSegmentId,
  type RawEndSegments,
  type RawSegment,
} from "../../flows/model/raw-segments.ts";
import type { Segments } from "../../flows/model/segments.ts";
import { choiceField, textField } from "../blocks/form-fields.ts";
import { actions } from "../payloads/action-ids.ts";
import { textIn } from "../payloads/parse-payload.ts";
import { type FieldOf, listFields } from "./field.ts";
import { askInactive } from "./group-fields.ts";
import { filledIn, formPage, type PartOfForm } from "./pages.ts";
import { choiceIn, isChecked } from "./read-inputs.ts";

const kinds: Readonly<Record<Segments["kind"], string>> = {
  topics: "Learning topics",
  categories: "Learning security categories",
  existing: "Segments that the tenant has already",
};

export const segmentKind: FieldOf<RawSegment, "segmentKind"> = {
  labels: { segmentKind: "Segmented by" },
  show: ({ raw }) => [
    choiceField({
      field: "segmentKind",
      label: segmentKind.labels.segmentKind,
      hint: "Missing topics and categories are made.",
      words: kinds,
      value: raw.segmentKind,
    }),
  ],
  read: ({ inputs }) => {
    const chosen = choiceIn(inputs, "segmentKind");
    return { segmentKind: chosen === "categories" || chosen === "existing" ? chosen : "topics" };
  },
};

export const segmentNames: FieldOf<RawSegment, "segmentNames"> = {
  labels: { segmentNames: "Their names, one on each line" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "segmentNames",
        label: segmentNames.labels.segmentNames,
        placeholder: "Such as “Compliance”",
        value: raw.segmentNames,
        isMultiline: true,
      },
      problems,
    ),
  read: ({ inputs }) => ({ segmentNames: textIn(inputs, "segmentNames") }),
};

const segmentId: FieldOf<RawSegment, "segmentId"> = {
  labels: { segmentId: "ID of the topic security segment" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "segmentId",
        label: segmentId.labels.segmentId,
        hint: "Only for topics: the group gets access to it.",
        value: raw.segmentId,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
  read: ({ inputs }) => ({ segmentId: textIn(inputs, "segmentId") }),
};

const content: FieldOf<RawSegment, "content"> = {
  labels: { content: "Learning content to mark" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "content",
        label: content.labels.content,
        hint: "Titles, one on each line. Leave it empty where it is marked already, or later.",
        value: raw.content,
        isOptional: true,
        isMultiline: true,
      },
      problems,
    ),
  read: ({ inputs }) => ({ content: textIn(inputs, "content") }),
};

export const segmentGroup: FieldOf<RawSegment, "segmentGroup"> = {
  labels: { segmentGroup: "Name of the new segment-based group" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "segmentGroup",
        label: segmentGroup.labels.segmentGroup,
        value: raw.segmentGroup,
        most: 300,
      },
      problems,
    ),
  read: ({ inputs }) => ({ segmentGroup: textIn(inputs, "segmentGroup") }),
};

const segmentInactive: FieldOf<RawSegment, "segmentInactive"> = {
  labels: { segmentInactive: "Inactive" },
  show: ({ raw }, problems) => askInactive("segmentInactive", raw.segmentInactive, problems),
  read: ({ inputs }) => ({ segmentInactive: isChecked(inputs.get("segmentInactive")) }),
};

export function keepSegments({
  segmentKind: kind,
  segmentNames: names,
  segmentGroup: group,
}: RawSegment): Pick<RawSegment, "segmentKind" | "segmentNames" | "segmentGroup"> {
  return { segmentKind: kind, segmentNames: names, segmentGroup: group };
}

/** What the bot proposes for most: which segment of topics, what to mark, and whether the group is inactive first. */
export const segmentPart = {
  ...formPage({
    page: "segments",
    fields: listFields(segmentId).and(content).and(segmentInactive),
    isIn: (inputs) => inputs.has("segmentInactive"),
    keep: ({
      segmentId: id,
      content: titles,
      segmentInactive: isInactive,
    }: Pick<RawSegment, "segmentId" | "content" | "segmentInactive">) => ({
      segmentId: id,
      content: titles,
      segmentInactive: isInactive,
    }),
  }),
  id: actions.moreSettings,
  title: "More settings",
  describe: ({ raw }) => {
    const isProposed = ["", proposeSegmentId(raw.userName)].includes(raw.segmentId.trim());
    return isProposed && raw.content === "" && !raw.segmentInactive ? undefined : filledIn;
  },
} as const satisfies PartOfForm<{ readonly raw: RawSegment }>;

const restored: Readonly<Record<string, string>> = {
  restored: "Give back to its group what that held before, for everything",
  taken: "Take it away",
};

export const isRestored: FieldOf<RawEndSegments, "isRestored"> = {
  labels: { isRestored: "What the account may do in the segments" },
  show: ({ raw }) => [
    choiceField({
      field: "isRestored",
      label: isRestored.labels.isRestored,
      hint: "What was granted in the segments only, and never to its group, is taken away in any case.",
      words: restored,
      value: raw.isRestored ? "restored" : "taken",
    }),
  ],
  read: ({ inputs }) => ({ isRestored: choiceIn(inputs, "isRestored") !== "taken" }),
};
