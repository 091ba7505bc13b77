import type { types } from "@slack/bolt";
import type { Field, FieldProblems } from "../../flows/request/raw-draft.ts";
import { actions } from "../payloads/action-ids.ts";
import { type Block, plain, plainContext } from "./block.ts";
import { packLines } from "./slack-limits.ts";
/** Most characters that Slack lets a person type into one field. */
export const inputLimit = 3000;

export interface TextField {
  readonly field: Field;
  readonly label: string;
  readonly hint?: string;
  /** In the empty field, as an example: gone once something is typed. */
  readonly placeholder?: string;
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
 * `listIn` joins them again.
 */
export function listField(spec: TextField, problems: FieldProblems): Block[] {
  const [first = "", ...further] = packLines(spec.value.split("\n"), inputLimit);
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
    ...(spec.placeholder !== undefined && { placeholder: plain(spec.placeholder, 150) }),
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

export interface SearchField {
  readonly block: string;
  readonly label: string;
  readonly hint?: string;
  /** What Slack asks the bot for options by. */
  readonly action: string;
  readonly chosen: readonly types.PlainTextOption[];
  readonly most: number;
}

/** A list to choose several from, which answers as one types and can be opened to browse. */
export function searchField({ block, label, hint, action, chosen, most }: SearchField): Block {
  return {
    type: "input",
    block_id: block,
    optional: true,
    label: plain(label, 2000),
    ...(hint !== undefined && { hint: plain(hint, 2000) }),
    element: {
      type: "multi_external_select",
      action_id: action,
      min_query_length: 0,
      max_selected_items: most,
      placeholder: plain("Type to search", 150),
      ...(chosen.length > 0 && { initial_options: [...chosen] }),
    },
  };
}

export function problemOf(field: Field, problems: FieldProblems): Block[] {
  const problem = problems[field];
  return problem === undefined ? [] : [plainContext(`Problem: ${problem}`)];
}

interface Choice {
  readonly field: Field;
  readonly label: string;
  readonly hint: string;
  /** Words by value; one of them is chosen. */
  readonly words: Readonly<Record<string, string>>;
  readonly value: string;
}

/** One of several. */
export function choiceField({ field, label, hint, words, value: chosen }: Choice): Block {
  const options = Object.entries(words).map(
    ([value, text]): types.PlainTextOption => ({ text: plain(text, 75), value }),
  );
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: "input",
    block_id: field,
    label: plain(label, 2000),
    hint: plain(hint, 2000),
    element: {
      type: "static_select",
      action_id: actions.input,
      options,
      ...(initial && { initial_option: initial }),
    },
  };
}

interface Checkbox {
  /** The block's id. */
  readonly field: string;
  readonly label: string;
  readonly hint: string;
  /** What stands beside the box. */
  readonly text: string;
  readonly isChecked: boolean;
}

/** A box that may be checked. */
export function checkboxField({ field, label, hint, text, isChecked }: Checkbox): Block {
  const option: types.PlainTextOption = { text: plain(text, 75), value: "yes" };
  return {
    type: "input",
    block_id: field,
    optional: true,
    label: plain(label, 2000),
    hint: plain(hint, 2000),
    element: {
      type: "checkboxes",
      action_id: actions.input,
      options: [option],
      ...(isChecked ? { initial_options: [option] } : {}),
    },
  };
}
