import { el } from "../elements/dom.js";
import { boxes } from "./boxes.js";
import { confirmed } from "./confirm.js";
import { externalMultiSelect } from "./external-multi-select.js";
import { externalSelect } from "./external-select.js";
import { overflow } from "./overflow.js";
import { multiSelect, select } from "./selects.js";
import { dayField, textField } from "./text-field.js";

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
    block.optional === true ? el("span", { class: "optional" }, " (optional)") : undefined,
  ];
  const isGroup = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const notes = [
    block.hint && el("p", { id: `${id}-hint`, class: "input-hint" }, block.hint.text),
    error && el("p", { id: `${id}-error`, class: "input-error" }, el("b", {}, "Error: "), error),
  ];
  const element = elementNode(block.element, block, desk, about);
  if (isGroup) {
    return el("fieldset", { class: "input", ...about }, el("legend", {}, label), element, notes);
  }
  return el("div", { class: "input" }, el("label", { for: id }, label), element, notes);
}

const kinds = {
  plain_text_input: textField,
  number_input: textField,
  url_text_input: textField,
  static_select: select,
  users_select: select,
  datepicker: dayField,
  multi_static_select: multiSelect,
  multi_users_select: multiSelect,
  external_select: externalSelect,
  multi_external_select: externalMultiSelect,
  checkboxes: boxes,
  radio_buttons: boxes,
  overflow,
};

export function elementNode(element, block, desk, about = {}) {
  const id = idOf(block, element, desk);
  if (element.type === "button") return button(element, desk, { "data-key": id });
  const draw = kinds[element.type];
  if (draw === undefined) return el("p", { class: "unknown" }, `This page has no ${element.type}.`);
  const held = desk.values[block.block_id]?.[element.action_id];
  return draw(element, { ...about, id, "data-key": id }, held, {
    changed: (value) => desk.change(block, element, value),
    suggest: (query) => desk.suggest(block, query),
    desk,
  });
}

function idOf(block, element, desk) {
  return `${desk.key}-${block.block_id}-${element.action_id}`;
}

function button(element, desk, attributes) {
  const { text, style = "", url, confirm, action_id: actionId } = element;
  async function press(event) {
    const { currentTarget } = event;
    if (!(await confirmed(confirm, desk.names))) return;
    currentTarget.setAttribute("aria-busy", "true");
    if (url !== undefined) window.open(url, "_blank", "noopener,noreferrer");
    await desk.press(actionId);
    currentTarget.removeAttribute("aria-busy");
  }
  return el(
    "button",
    {
      ...attributes,
      type: "button",
      class: `button ${style}`,
      "aria-label": element.accessibility_label,
      onclick: press,
    },
    text.text,
  );
}
