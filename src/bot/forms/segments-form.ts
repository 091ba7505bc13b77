import type { RawEndSegments, RawSegment } from "../../flows/model/raw-segments.ts";
import { type Block, type Modal, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { accountForm } from "./account-form.ts";
import { permittedDomains } from "./domain-fields.ts";
import { listFields } from "./field.ts";
import type { FormContent } from "./form-content.ts";
import { segmentButton } from "./parts.ts";
import {
  isRestored,
  segmentGroup,
  segmentKind,
  segmentNames,
  segmentPart,
} from "./segment-fields.ts";
import { why } from "./why-fields.ts";

/** The fields, in the order of the window. */
export const segmentFields = listFields(segmentKind)
  .and(segmentNames)
  .and(segmentGroup)
  .and(permittedDomains)
  .and(segmentPart)
  .and(why)
  .and(segmentButton);

export const endSegmentFields = listFields(isRestored).and(why);

/** Asks by what an account's access is segmented, and what it may do there. */
export function segmentsForm(asked: FormContent<RawSegment>): Modal {
  const { problems = {} } = asked;
  return accountForm(modals.segments, asked, [
    ...introduce(asked),
    ...segmentFields.show(asked, problems),
  ]);
}

function introduce({ tenant, raw, problems = {} }: FormContent<RawSegment>): Block[] {
  const asAsked =
    raw.seenIn === "report"
      ? ""
      : " The tenant has no report of what it holds: this goes by what was asked for last.";
  return [
    section(
      `*Tenant:* ${escape(tenant.label)}\n*Account:* ${code(raw.userName)}, *security group:* ${code(raw.groupName)}\nWhat you choose is opened in some segments only, by a group of its own. The account's group loses it with the same activation.${asAsked}`,
    ),
    ...productionBanner(tenant),
    ...problemOf("userName", problems),
  ];
}

/** Asks what becomes of what an account may do in its segments. */
export function endSegmentsForm(asked: FormContent<RawEndSegments>): Modal {
  const { tenant, raw, problems = {} } = asked;
  return accountForm(modals.segments, asked, [
    section(
      `*The end of the segments of ${code(raw.userName)}* in ${escape(tenant.label)}. Its segment-based group loses its permissions and is closed. An approver has to agree. To ask for other segments, end these first.`,
    ),
    ...productionBanner(tenant),
    ...problemOf("userName", problems),
    ...endSegmentFields.show({ raw }, problems),
  ]);
}
