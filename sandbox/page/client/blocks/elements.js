import { h } from "preact";
import { useState } from "preact/hooks";
import { button } from "../elements/button.js";
import { Boxes } from "./boxes.js";
import { confirmed } from "./confirm.js";
import { ExternalMultiSelect } from "./external-multi-select.js";
import { ExternalSelect } from "./external-select.js";
import { Overflow } from "./overflow.js";
import { MultiSelect, Select } from "./selects.js";
import { DayField, TextField } from "./text-field.js";

/**
 * Elements of Block Kit that a person can use. `desk` has `key` (a prefix for names), `names`, `values` (held
 * by block and action id), `errors` (by block id), and what happens: `press(actionId)`,
 * `change(block, element, value)`, `suggest(block, query)`.
 */

/** A label, its element, its hint and its error. */
export function inputNode(block, desk) {
  const id = idOf(block, block.element, desk);
  const error = desk.errors[block.block_id];
  const described = [
    block.hint === undefined ? undefined : `${id}-hint`,
    error === undefined ? undefined : `${id}-error`,
  ].filter((name) => name !== undefined);
  const about = {
    "aria-describedby": described.length === 0 ? undefined : described.join(" "),
    "aria-invalid": error === undefined ? undefined : "true",
    "aria-required": block.optional === true ? undefined : "true",
  };
  const label = [
    block.label.text,
    block.optional === true ? h("span", { class: "optional" }, " (optional)") : undefined,
  ];
  const isGroup = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const notes = [
    block.hint && h("p", { id: `${id}-hint`, class: "input-hint" }, block.hint.text),
    error && h("p", { id: `${id}-error`, class: "input-error" }, h("b", {}, "Error: "), error),
  ];
  const element = elementNode(block.element, block, desk, about);
  if (isGroup) {
    return h(
      "fieldset",
      { key: id, class: "input", ...about },
      h("legend", {}, label),
      element,
      notes,
    );
  }
  return h("div", { key: id, class: "input" }, h("label", { for: id }, label), element, notes);
}

const kinds = {
  button: Button,
  plain_text_input: TextField,
  number_input: TextField,
  url_text_input: TextField,
  static_select: Select,
  users_select: Select,
  datepicker: DayField,
  multi_static_select: MultiSelect,
  multi_users_select: MultiSelect,
  external_select: ExternalSelect,
  multi_external_select: ExternalMultiSelect,
  checkboxes: Boxes,
  radio_buttons: Boxes,
  overflow: Overflow,
};

export function elementNode(element, block, desk, about = {}) {
  const id = idOf(block, element, desk);
  const kind = kinds[element.type];
  if (kind === undefined) return h("p", { class: "unknown" }, `This page has no ${element.type}.`);
  return h(kind, {
    key: id,
    element,
    about: { ...about, id },
    held: desk.values[block.block_id]?.[element.action_id],
    changed: (value) => desk.change(block, element, value),
    suggest: (query) => desk.suggest(block, query),
    desk,
  });
}

function idOf(block, element, desk) {
  return `${desk.key}-${block.block_id}-${element.action_id}`;
}

function Button({ element, desk }) {
  const { text, style = "", url, confirm, action_id: actionId } = element;
  const [isBusy, setBusy] = useState(false);
  async function press() {
    if (!(await confirmed(confirm, desk.names))) return;
    setBusy(true);
    if (url !== undefined) window.open(url, "_blank", "noopener,noreferrer");
    await desk.press(actionId);
    setBusy(false);
  }
  return button(text.text, press, {
    class: `button ${style}`,
    "aria-busy": isBusy ? "true" : undefined,
    "aria-label": element.accessibility_label,
  });
}
