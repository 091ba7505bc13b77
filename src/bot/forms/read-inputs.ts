import type { Field } from "../../flows/request/raw-draft.ts";
import type { Input, Submission } from "../payloads/parse-payload.ts";

type Inputs = Submission["inputs"];

/** The value of the one option that was chosen; empty where there is none. */
export function choiceIn(inputs: Inputs, block: string): string {
  return inputs.get(block)?.selected_option?.value ?? "";
}

export function isChecked(input: Input | undefined): boolean {
  return (input?.selected_options ?? []).length > 0;
}

/** A long list goes on in further fields: `x`, `x-2`, `x-3`. Slack names them in any order. */
export function listIn(inputs: Inputs, field: Field): string {
  const pieces: { readonly at: number; readonly text: string }[] = [];
  for (const [block, { value }] of inputs) {
    const [name, at = "1"] = block.split("-");
    if (name === field && typeof value === "string") pieces.push({ at: Number(at), text: value });
  }
  return pieces
    .toSorted((one, other) => one.at - other.at)
    .map(({ text }) => text)
    .join("\n");
}
