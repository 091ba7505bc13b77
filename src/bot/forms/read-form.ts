import type { FieldProblems, RawDraft } from "../../flows/request/raw-draft.ts";
import { listUndecided } from "../../flows/tenant/recipe-choices.ts";
import type { FormMetadata } from "../payloads/metadata.ts";
import type { Entered } from "./field.ts";
import { createFields } from "./form.ts";
import { choicePrefixes } from "./recipe-choices.ts";

/** What the form of a new integration user holds, as it was typed. */
export function readForm(
  inputs: Entered["inputs"],
  { tenant, recipe }: FormMetadata,
  catalogue: Entered["catalogue"],
): { readonly raw: RawDraft; readonly problems: FieldProblems } {
  const entered = { inputs, catalogue };
  return {
    problems: createFields.findProblems?.(entered) ?? {},
    raw: { kind: "create", tenant, recipe, ...createFields.read(entered) },
  };
}

/** Problems by the block that shows them. Slack refuses errors on blocks that are no inputs. */
export function toErrors(
  { tenant, open, ...problems }: FieldProblems,
  { choices }: Pick<RawDraft, "choices"> = {},
): Record<string, string> {
  const [undecided] = choices === undefined ? [] : listUndecided(choices);
  return {
    ...problems,
    ...(tenant === undefined ? {} : { userName: tenant }),
    ...(open === undefined || undecided === undefined
      ? {}
      : { [`${choicePrefixes.open}${undecided}`]: open }),
  };
}
