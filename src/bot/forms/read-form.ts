import type { FieldProblems, Raw, RawDraft } from "../../flows/request/raw-draft.ts";
import { listUndecided } from "../../flows/tenant/recipe-choices.ts";
import type { FormMetadata } from "../payloads/metadata.ts";
import type { Entered } from "./field.ts";
import { createFields } from "./form.ts";
import { isField } from "./labels.ts";
import type { EnteredInPages } from "./pages.ts";
import { choicePrefixes } from "./recipe-choices.ts";

/** What the form of a new integration user holds, as it was typed; of a page that it does not show, what was before. */
export function readForm(
  inputs: Entered["inputs"],
  { tenant, recipe }: FormMetadata,
  { catalogue, before }: Omit<EnteredInPages, "inputs">,
): { readonly raw: RawDraft; readonly problems: FieldProblems } {
  const entered = { inputs, catalogue, before };
  return {
    problems: createFields.findProblems?.(entered) ?? {},
    raw: { kind: "create", tenant, recipe, ...createFields.read(entered) },
  };
}

/** Problems by the block that shows them. Slack refuses errors on blocks that are no inputs. */
export function toErrors(
  { tenant, open, ...problems }: FieldProblems,
  raw?: Raw,
): Record<string, string> {
  const { choices } = raw !== undefined && "choices" in raw ? raw : {};
  const [undecided] = choices === undefined ? [] : listUndecided(choices);
  return {
    ...problems,
    ...(tenant === undefined ? {} : { userName: tenant }),
    ...(open === undefined || undecided === undefined
      ? {}
      : { [`${choicePrefixes.open}${undecided}`]: open }),
  };
}

/** What is wrong by field, of what was told by block. */
export function problemsByField(errors: Readonly<Record<string, string>>): FieldProblems {
  const problems = Object.entries(errors).map(
    ([block, words]) => [block.startsWith(choicePrefixes.open) ? "open" : block, words] as const,
  );
  return Object.fromEntries(problems.filter(([field]) => isField(field)));
}
