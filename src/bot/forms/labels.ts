import type { Field } from "../../flows/request/raw-draft.ts";
import { tell, timestamp } from "./change-fields.ts";
import { clientFields } from "./client-form.ts";
import { createFields } from "./form.ts";
import { endSegmentFields, segmentFields } from "./segments-form.ts";
import { settingsFields } from "./settings-form.ts";

const labels: Readonly<Record<Field, string>> = {
  tenant: "Tenant",
  ...createFields.labels,
  ...clientFields.labels,
  ...segmentFields.labels,
  ...endSegmentFields.labels,
  ...settingsFields.labels,
  ...tell.labels,
  ...timestamp.labels,
};

/** What a refusal is about: a field of the form, or something that no form asks for. */
export function isField(name: string): name is Field {
  return Object.hasOwn(labels, name);
}

/** A field as the form labels it. */
export function describeField(field: Field): string {
  return labels[field];
}
