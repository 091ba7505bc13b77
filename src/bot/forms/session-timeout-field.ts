import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { textField } from "../blocks/form-fields.ts";
import { textIn } from "../payloads/parse-payload.ts";
import type { FieldOf } from "./field.ts";

interface Known {
  readonly tenant: Pick<Tenant, "maxSessionTimeoutMinutes">;
  /** The account is there: what is left empty stays. */
  readonly isThere?: true;
}

const name = "sessionTimeoutMinutes";
const label = "Session timeout in minutes";

/** By which a window shows that it asks for it. */
export const sessionTimeoutBlock = name;

export const sessionTimeout: FieldOf<RawDraft, typeof name, typeof name, Known> = {
  labels: { [name]: label },
  show: ({ raw, tenant: { maxSessionTimeoutMinutes: most }, isThere }, problems) =>
    textField(
      {
        field: name,
        label,
        hint: `Empty: ${isThere ? "it stays as it is" : "the tenant's default"}. 0, or 6 to ${most}.`,
        value: raw[name],
        isOptional: true,
        most: 20,
      },
      problems,
    ),
  read: ({ inputs }) => ({ [name]: textIn(inputs, name) }),
};

export function keepSessionTimeout({
  [name]: kept,
}: Pick<RawDraft, typeof name>): Pick<RawDraft, typeof name> {
  return { [name]: kept };
}

/** Whether it is what the form began with. */
export function isTimeoutAsBegun(
  { [name]: typed }: Pick<RawDraft, typeof name>,
  { [name]: begun }: Pick<Recipe, typeof name> = {},
): boolean {
  return typed.trim() === String(begun ?? "");
}
