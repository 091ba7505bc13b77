import { parseSegments } from "../../flows/intake/parse-segments.ts";
import type { RawSegment } from "../../flows/model/raw-segments.ts";
import type { Entered, EnteredFields } from "../forms/field.ts";
import { segmentFields, segmentsForm } from "../forms/segments-form.ts";
import { modals } from "../payloads/action-ids.ts";
import type { KindInSlack } from "./kind.ts";

export const segment: KindInSlack<RawSegment> = {
  form: segmentsForm,
  goesOn: { modal: modals.segments, read },
};

function read({ otherDomains: _before, ...kept }: RawSegment, entered: Entered): EnteredFields {
  const problems = segmentFields.findProblems?.(entered);
  const raw: RawSegment = { ...kept, ...segmentFields.read(entered) };
  return {
    raw,
    check: (tenant) => {
      const parsed = parseSegments(raw, tenant);
      return { ...(parsed.ok ? {} : parsed.error), ...problems };
    },
  };
}
