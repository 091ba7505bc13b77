import { parseSegments } from "../../flows/intake/parse-segments.ts";
import { listPermissions } from "../../flows/model/permissions.ts";
import { type RawSegment, toRawSegment } from "../../flows/model/raw-segments.ts";
import type { SegmentDraft } from "../../flows/request/draft.ts";
import type { Entered, EnteredFields } from "../forms/field.ts";
import { findMisspelt } from "../forms/misspelt-domains.ts";
import { segmentFields, segmentsForm } from "../forms/segments-form.ts";
import { modals } from "../payloads/action-ids.ts";
import type { KindInSlack } from "./kind.ts";

export const segment: KindInSlack<RawSegment, SegmentDraft> = {
  form: segmentsForm,
  goesOn: { modal: modals.segments, read },
  toRawAgain: toRawSegment,
};

function read(kept: RawSegment, entered: Entered): EnteredFields {
  const onPage = { ...entered, before: kept };
  const problems = segmentFields.findProblems?.(onPage);
  const { otherDomains: _typed, ...known } = kept;
  const raw: RawSegment = { ...known, ...segmentFields.read(onPage) };
  const { catalogue, inTenant = [] } = entered;
  const also = [...listPermissions(kept.before).map(({ domain }) => domain), ...inTenant];
  const misspelt = findMisspelt(raw, { catalogue, also });
  return {
    raw,
    check: (tenant) => {
      const parsed = parseSegments(raw, tenant);
      return { ...misspelt, ...(parsed.ok ? {} : parsed.error), ...problems };
    },
  };
}
