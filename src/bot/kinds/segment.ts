import type { RawSegment } from "../../flows/model/raw-segments.ts";
import { segmentsForm } from "../forms/segments-form.ts";
import type { KindInSlack } from "./kind.ts";

export const segment: KindInSlack<RawSegment> = { form: segmentsForm };
