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
import {
  content,
  isRestored,
  segmentGroup,
  segmentId,
  segmentInactive,
  segmentKind,
  segmentNames,
} from "./segment-fields.ts";
import { why } from "./why-fields.ts";

/** The fields, in the order of the window. */
export const segmentFields = listFields(segmentKind)
  .and(segmentNames)
  .and(segmentId)
  .and(content)
  .and(segmentGroup)
  .and(segmentInactive)
  .and(permittedDomains)
  .and(why);

export const endSegmentFields = listFields(isRestored).and(why);

/** Asks by what an account's access is segmented, and what it may do there. */
export function segmentsForm(asked: FormContent<RawSegment>): Modal {
  const { raw, problems = {} } = asked;
  return accountForm(modals.segments, asked, [
    ...introduce(asked),
    ...segmentFields.show({ raw }, problems),
  ]);
}

function introduce({ tenant, raw, problems = {} }: FormContent<RawSegment>): Block[] {
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
