import { el } from "../elements/dom.js";

/** Text, numbers and addresses, on one line or on several. */
export function textField(element, attributes, held, { changed }) {
  const { multiline = false, max_length: most, placeholder } = element;
  const value = held?.value ?? "";
  const field = el(multiline ? "textarea" : "input", {
    ...attributes,
    ...(multiline ? { rows: rowsFor(value) } : { type: "text" }),
    inputmode: element.type === "number_input" ? "decimal" : undefined,
    maxlength: most ?? 3000,
    placeholder: placeholder?.text,
    spellcheck: "false",
    oninput: () => changed(field.value),
    value,
  });
  return field;
}

/** A day, chosen from the browser's own calendar. */
export function dayField(_element, attributes, held, { changed }) {
  const field = el("input", {
    ...attributes,
    type: "date",
    onchange: () => changed(field.value),
    value: held?.selected_date ?? "",
  });
  return field;
}

function rowsFor(value) {
  return Math.min(8, Math.max(2, value.split("\n").length));
}
