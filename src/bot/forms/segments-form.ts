import type { RawEndSegments, RawSegment } from "../../flows/model/raw-segments.ts";
import { type Block, type Modal, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { accountForm } from "./account-form.ts";
import { keepDomains, permittedDomains } from "./domain-fields.ts";
import { listFields } from "./field.ts";
import type { FormContent } from "./form-content.ts";
import { formPage, pageButtons } from "./pages.ts";
import {
  isRestored,
  keepSegments,
  segmentGroup,
  segmentKind,
  segmentNames,
  segmentPart,
} from "./segment-fields.ts";
import { keepWhy, why, whyBlock } from "./why-fields.ts";

const parts = [segmentPart] as const;

/** The fields of both pages, in the order of the windows. */
export const segmentFields = listFields(
  formPage({
    page: "first",
    fields: listFields(segmentKind)
      .and(segmentNames)
      .and(segmentGroup)
      .and(permittedDomains)
      .and(why),
    isIn: (inputs) => inputs.has(whyBlock),
    keep: (before: RawSegment) => ({
      ...keepSegments(before),
      ...keepDomains(before),
      ...keepWhy(before),
    }),
  }),
)
  .and(segmentPart)
  .and(pageButtons(parts));

export const endSegmentFields = listFields(isRestored).and(why);

/** Asks by what an account's access is segmented, and what it may do there. */
export function segmentsForm(asked: FormContent<RawSegment>): Modal {
  const { problems = {} } = asked;
  return accountForm(asked, {
    callback: modals.segments,
    about: introduce(asked),
    parts,
    show: (page) => segmentFields.show({ ...asked, page }, problems),
  });
}

function introduce({ tenant, raw, problems = {} }: FormContent<RawSegment>): Block[] {
  const asAsked = raw.seenIn === "report" ? "" : " Below is as asked for last: no report shows it.";
  return [
    section(
      `*Tenant:* ${escape(tenant.label)}\n*Account:* ${code(raw.userName)}, *security group:* ${code(raw.groupName)}\nA new group opens what you choose in some segments only; the account's group loses it.${asAsked}`,
    ),
    ...productionBanner(tenant),
    ...problemOf("userName", problems),
  ];
}

/** Asks what becomes of what an account may do in its segments. */
export function endSegmentsForm(asked: FormContent<RawEndSegments>): Modal {
  const { tenant, raw, problems = {} } = asked;
  return accountForm(asked, {
    callback: modals.segments,
    about: [
      section(
        `*The end of the segments of ${code(raw.userName)}* in ${escape(tenant.label)}. Its segment-based group loses its permissions and is closed. An approver has to agree. To ask for other segments, end these first.`,
      ),
      ...productionBanner(tenant),
      ...problemOf("userName", problems),
    ],
    show: () => endSegmentFields.show({ raw }, problems),
  });
}
