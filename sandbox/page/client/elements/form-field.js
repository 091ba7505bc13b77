import { el } from "./dom.js";

/** Fields of the page's own forms. */

export function field(prefix, { name, label, options, list, isMultiline, isCheckbox, initial }) {
  const id = `${prefix}-${name}`;
  if (isCheckbox === true) {
    return el(
      "div",
      { class: "input boxes" },
      el("label", {}, el("input", { id, name, type: "checkbox" }), el("span", {}, label)),
    );
  }
  return el("div", { class: "input" }, el("label", { for: id }, label), control());

  function control() {
    if (options !== undefined) {
      return el(
        "select",
        { id, name },
        options.map((value) => el("option", { value }, value)),
      );
    }
    if (isMultiline === true) return el("textarea", { id, name, rows: 2, spellcheck: "false" });
    return el("input", {
      id,
      name,
      type: "text",
      spellcheck: "false",
      autocomplete: "off",
      list: list === undefined ? undefined : `list-${list}`,
      value: initial ?? "",
    });
  }
}

export function listOf(name, values) {
  return el(
    "datalist",
    { id: `list-${name}` },
    values.map((value) => el("option", { value })),
  );
}

/** What the form's named fields hold. */
export function read(form) {
  const named = [...form.elements].filter(({ name }) => name !== "" && name !== undefined);
  return Object.fromEntries(
    named.map(({ name, type, checked, value }) => [name, type === "checkbox" ? checked : value]),
  );
}
