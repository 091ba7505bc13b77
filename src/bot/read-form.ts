import type { Field, FieldProblems, RawDraft } from "../flows/draft.ts";
import type { Access } from "../flows/permissions.ts";
import type { OfForm } from "./button-value.ts";
import type { Input, Submission } from "./payload.ts";
import { uiSessionsBlock } from "./views/form.ts";
import { sentences } from "./views/words.ts";

/** Stands in the list of systems while it is loading; no id contains a space. */
export const loadingOption = "still loading";

type Inputs = Submission["inputs"];

/** What the form holds, as it was typed. */
export function readForm(
  inputs: Inputs,
  { tenant, recipe }: OfForm,
): { readonly raw: RawDraft; readonly problems: FieldProblems } {
  const chosen = inputs.get("existingSystem")?.selected_option ?? undefined;
  const isLoading = chosen?.value === loadingOption;
  const system =
    chosen === undefined || isLoading
      ? {}
      : { existingSystem: { id: chosen.value, name: chosen.text.text } };
  return {
    problems: isLoading ? { existingSystem: sentences.stillLoading } : {},
    raw: {
      tenant,
      recipe,
      userName: textOf(inputs, "userName"),
      ...system,
      newSystem: textOf(inputs, "newSystem"),
      sessionTimeoutMinutes: textOf(inputs, "sessionTimeoutMinutes"),
      doNotAllowUiSessions: isChecked(inputs.get(uiSessionsBlock)),
      groupName: textOf(inputs, "groupName"),
      domains: {
        Get: listOf(inputs, "Get"),
        Put: listOf(inputs, "Put"),
        View: listOf(inputs, "View"),
        Modify: listOf(inputs, "Modify"),
      },
      reason: textOf(inputs, "reason"),
      ticket: textOf(inputs, "ticket"),
    },
  };
}

function textOf(inputs: Inputs, field: Field): string {
  return inputs.get(field)?.value ?? "";
}

/** A long list goes on in further fields: `Get`, `Get-2`, `Get-3`. Slack names them in any order. */
function listOf(inputs: Inputs, access: Access): string {
  const pieces: { readonly at: number; readonly text: string }[] = [];
  for (const [block, { value }] of inputs) {
    const [name, at = "1"] = block.split("-");
    if (name === access && typeof value === "string") pieces.push({ at: Number(at), text: value });
  }
  return pieces
    .toSorted((one, other) => one.at - other.at)
    .map(({ text }) => text)
    .join("\n");
}

function isChecked(input: Input | undefined): boolean {
  return (input?.selected_options ?? []).length > 0;
}

/** Problems by the block that shows them. Slack refuses errors on blocks that are no inputs. */
export function toErrors({ tenant, ...problems }: FieldProblems): Record<string, string> {
  return { ...problems, ...(tenant === undefined ? {} : { userName: tenant }) };
}
