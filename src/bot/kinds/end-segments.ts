import { checkWhy } from "../../flows/intake/parse-draft.ts";
import { type RawEndSegments, toRawEnd } from "../../flows/model/raw-segments.ts";
import type { EndSegmentsDraft } from "../../flows/request/draft.ts";
import type { Entered, EnteredFields } from "../forms/field.ts";
import { endSegmentFields, endSegmentsForm } from "../forms/segments-form.ts";
import { modals } from "../payloads/action-ids.ts";
import type { KindInSlack } from "./kind.ts";

/** It shares the window of access by segments. */
export const endSegments: KindInSlack<RawEndSegments, EndSegmentsDraft> = {
  form: endSegmentsForm,
  goesOn: { modal: modals.segments, read },
  toRawAgain: toRawEnd,
};

function read(kept: RawEndSegments, entered: Entered): EnteredFields {
  const raw = { ...kept, ...endSegmentFields.read(entered) };
  return { raw, check: () => checkWhy(raw) };
}
