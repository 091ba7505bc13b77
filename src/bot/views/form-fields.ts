import type { types } from "@slack/bolt";
import type { Field, FieldProblems } from "../../flows/draft.ts";
import { actions } from "../action-ids.ts";
import { type Block, plain, plainContext } from "./block.ts";
import { splitLines } from "./limit.ts";

/** Most characters that Slack lets a person type into one field. */
export const inputLimit = 3000;

export interface TextField {
  readonly field: Field;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isOptional?: boolean;
  readonly isMultiline?: boolean;
  readonly most?: number;
}

/** A text field, with the problem of it right below. */
export function textField(spec: TextField, problems: FieldProblems): Block[] {
  return [textInput(spec, spec.field), ...problemOf(spec.field, problems)];
}

/**
 * A list that may be longer than one field holds: then it goes on in further fields, and
 * `readForm` joins them again.
 */
export function listField(spec: TextField, problems: FieldProblems): Block[] {
  const [first = "", ...further] = splitLines(spec.value.split("\n"), inputLimit);
  return [
    textInput({ ...spec, value: first }, spec.field),
    ...problemOf(spec.field, problems),
    ...further.map((value, index) => continued(spec, value, index)),
  ];
}

function continued(spec: TextField, value: string, index: number): Block {
  const label = `${spec.label}, continued`;
  return textInput({ ...spec, label, value }, `${spec.field}-${index + 2}`);
}

function textInput(spec: TextField, blockId: string): Block {
  const most = spec.most ?? inputLimit;
  const value = spec.value.slice(0, most);
  const element: types.PlainTextInput = {
    type: "plain_text_input",
    action_id: actions.input,
    max_length: most,
    ...(spec.isMultiline === true ? { multiline: true } : {}),
    ...(value === "" ? {} : { initial_value: value }),
  };
  return {
    type: "input",
    block_id: blockId,
    optional: spec.isOptional ?? false,
    label: plain(spec.label, 2000),
    ...(spec.hint === undefined ? {} : { hint: plain(spec.hint, 2000) }),
    element,
  };
}

export function problemOf(field: Field, problems: FieldProblems): Block[] {
  const problem = problems[field];
  return problem === undefined ? [] : [plainContext(`Problem: ${problem}`)];
}
