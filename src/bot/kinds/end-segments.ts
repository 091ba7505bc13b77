import type { RawEndSegments } from "../../flows/model/raw-segments.ts";
import { endSegmentsForm } from "../forms/segments-form.ts";
import type { KindInSlack } from "./kind.ts";

export const endSegments: KindInSlack<RawEndSegments> = { form: endSegmentsForm };
