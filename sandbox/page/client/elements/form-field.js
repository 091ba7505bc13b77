import { h } from "preact";

/** Fields of the page's own forms. */

export function field(prefix, { name, label, options, list, isMultiline, isCheckbox, initial }) {
  const id = `${prefix}-${name}`;
  if (isCheckbox === true) {
    return h(
      "div",
      { key: id, class: "input boxes" },
      h("label", {}, h("input", { id, name, type: "checkbox" }), h("span", {}, label)),
    );
  }
  return h("div", { key: id, class: "input" }, h("label", { for: id }, label), control());

  function control() {
    if (options !== undefined) {
      return h(
        "select",
        { id, name },
        options.map((value) => h("option", { value }, value)),
      );
    }
    if (isMultiline === true) return h("textarea", { id, name, rows: 2, spellcheck: false });
    return h("input", {
      id,
      name,
      type: "text",
      spellcheck: false,
      autocomplete: "off",
      list: list === undefined ? undefined : `list-${list}`,
      defaultValue: initial ?? "",
    });
  }
}

export function listOf(name, values) {
  return h(
    "datalist",
    { key: name, id: `list-${name}` },
    values.map((value) => h("option", { value })),
  );
}

/** What the form's named fields hold. */
export function read(form) {
  const named = [...form.elements].filter(({ name }) => name !== "" && name !== undefined);
  return Object.fromEntries(
    named.map(({ name, type, checked, value }) => [name, type === "checkbox" ? checked : value]),
  );
}
