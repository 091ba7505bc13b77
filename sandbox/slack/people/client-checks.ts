import type { Element } from "../blocks/block.ts";
import { placedElements } from "../blocks/placed.ts";
import { isEmpty } from "../blocks/values.ts";
import type { View } from "../shown.ts";

/**
 * What the client says about the inputs before anything is sent, by block id. The words for an
 * empty field are Slack's; the others are ours.
 */
export function clientErrors(view: View): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { blockId, actionId, element, input } of placedElements(view.content.blocks)) {
    if (input === undefined) continue;
    const value = view.values[blockId]?.[actionId];
    if (isEmpty(value) && input.optional === true) continue;
    const problem = isEmpty(value)
      ? "Please complete this required field."
      : textProblem(element, value?.value ?? "");
    if (problem !== undefined) errors[blockId] = problem;
  }
  return errors;
}

function textProblem(element: Element, text: string): string | undefined {
  if (element.type === "plain_text_input") return lengthProblem(element, text);
  if (element.type === "number_input") return numberProblem(element, text);
  if (element.type === "url_text_input" && !URL.canParse(text)) return "Please enter a valid URL.";
  return undefined;
}

function lengthProblem(
  { min_length = 0, max_length = 3000 }: Extract<Element, { type: "plain_text_input" }>,
  { length }: string,
): string | undefined {
  if (length < min_length) return `Please enter at least ${min_length} characters.`;
  if (length > max_length) return `Please enter no more than ${max_length} characters.`;
  return undefined;
}

function numberProblem(
  { min_value, max_value, is_decimal_allowed }: Extract<Element, { type: "number_input" }>,
  text: string,
): string | undefined {
  const allowed = is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!allowed.test(text)) return "Please enter a valid number.";
  const number = Number(text);
  if (number < Number(min_value ?? -Infinity)) return `Please enter ${min_value} or more.`;
  if (number > Number(max_value ?? Infinity)) return `Please enter ${max_value} or less.`;
  return undefined;
}
