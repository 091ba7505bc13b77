import { kindOf } from "../../flows/kinds/kinds.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import type { RawEndSegments, RawSegment } from "../../flows/model/raw-segments.ts";
import type { Segments } from "../../flows/model/segments.ts";
import type { FieldProblems } from "../../flows/request/draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, type Modal, plain, plainSection, section } from "../blocks/block.ts";
import { askWhy, choiceField, problemOf, textField } from "../blocks/form-fields.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { askDomains } from "./domain-fields.ts";
import { askInactive } from "./group-fields.ts";

interface Content<Raw> {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly raw: Raw;
  readonly problems?: FieldProblems;
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}

/** What the form calls its own fields. */
export const segmentFieldsInWords = {
  segmentKind: "Segmented by",
  segmentNames: "Their names",
  segmentId: "ID of the topic security segment",
  content: "Learning content to mark",
  segmentGroup: "Name of the new segment-based group",
  segmentInactive: "Inactive",
  isRestored: "What the account may do in the segments",
} as const;

const kinds: Readonly<Record<Segments["kind"], string>> = {
  topics: "Learning topics",
  categories: "Learning security categories",
  existing: "Segments that the tenant has already",
};

/** Asks by what an account's access is segmented, and what it may do there. */
export function segmentsForm(content: Content<RawSegment>): Modal {
  const { raw, problems = {} } = content;
  return frame(content, [
    ...introduce(content),
    choiceField({
      field: "segmentKind",
      label: segmentFieldsInWords.segmentKind,
      hint: "One group takes segments of one type only. Topics and categories that are not there yet are made.",
      words: kinds,
      value: raw.segmentKind,
    }),
    ...askSegments(raw, problems),
    ...askGroup(raw, problems),
    ...askDomains(raw, problems),
    ...askWhy(raw, problems),
  ]);
}

function introduce({ tenant, raw, problems = {} }: Content<RawSegment>): Block[] {
  const where =
    raw.seenIn === "report"
      ? "as the tenant's report shows it now"
      : "as it was asked for last, since the tenant has no report of it";
  return [
    section(
      `*Tenant:* ${escape(tenant.label)}\n*Account:* ${code(raw.userName)}, *security group:* ${code(raw.groupName)}\nA segment-based group beside it opens what you choose in some segments only. What the group of the account may do of it (${where}) is taken away by the same activation, since it would open everything.`,
    ),
    ...productionBanner(tenant),
    ...problemOf("userName", problems),
  ];
}

function askSegments(raw: RawSegment, problems: FieldProblems): Block[] {
  return [
    ...textField(
      {
        field: "segmentNames",
        label: segmentFieldsInWords.segmentNames,
        hint: "One on each line, such as a learning topic. Workday's own segments are named like “Job Application – External”.",
        value: raw.segmentNames,
        isMultiline: true,
      },
      problems,
    ),
    ...textField(
      {
        field: "segmentId",
        label: segmentFieldsInWords.segmentId,
        hint: "Only for topics: the group is given access to this segment of them.",
        value: raw.segmentId,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
    ...textField(
      {
        field: "content",
        label: segmentFieldsInWords.content,
        hint: "Titles of learning content that is marked with the topics or categories, one on each line. Leave it empty where it is marked already, or later.",
        value: raw.content,
        isOptional: true,
        isMultiline: true,
      },
      problems,
    ),
  ];
}

function askGroup(raw: RawSegment, problems: FieldProblems): Block[] {
  return [
    ...textField(
      {
        field: "segmentGroup",
        label: segmentFieldsInWords.segmentGroup,
        value: raw.segmentGroup,
        most: 300,
      },
      problems,
    ),
    ...askInactive("segmentInactive", raw.segmentInactive, problems),
  ];
}

const restored: Readonly<Record<string, string>> = {
  restored: "Give back to its group what that held before, for everything",
  taken: "Take it away",
};

/** Asks what becomes of what an account may do in its segments. */
export function endSegmentsForm(content: Content<RawEndSegments>): Modal {
  const { tenant, raw, problems = {} } = content;
  return frame(content, [
    section(
      `*The end of the segments of ${code(raw.userName)}* in ${escape(tenant.label)}. Its segment-based group loses its permissions and is closed. An approver has to agree. To ask for other segments, end these first.`,
    ),
    ...productionBanner(tenant),
    ...problemOf("userName", problems),
    choiceField({
      field: "isRestored",
      label: segmentFieldsInWords.isRestored,
      hint: "What was granted in the segments only, and never to its group, is taken away in any case.",
      words: restored,
      value: raw.isRestored ? "restored" : "taken",
    }),
    ...askWhy(raw, problems),
  ]);
}

function frame(
  { id, tenant, raw, banner }: Content<RawSegment | RawEndSegments>,
  blocks: readonly Block[],
): Modal {
  return {
    type: "modal",
    callback_id: modals.segments,
    private_metadata: serializeMetadata({ id, tenant: tenant.name, recipe: "" }),
    title: plain(kindOf(raw).title, 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...(banner === undefined ? [] : [plainSection(`${banner} What you typed is still here.`)]),
      ...blocks,
    ],
  };
}
