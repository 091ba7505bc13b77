import { el } from "../elements/dom.js";
import { textNodes } from "./mrkdwn.js";

/** Checkboxes and radio buttons. */
export function boxes(element, { id, ...about }, held, { changed, desk }) {
  const isMany = element.type === "checkboxes";
  const chosen = new Set(
    [...(held?.selected_options ?? []), held?.selected_option]
      .filter((option) => option !== undefined && option !== null)
      .map(({ value }) => value),
  );
  const group = el("div", { class: "boxes" });
  function read() {
    const values = [...group.querySelectorAll("input:checked")].map(({ value }) => value);
    changed(isMany ? values : (values[0] ?? ""));
  }
  const nodes = element.options.map(({ text, value, description }, index) =>
    el(
      "label",
      {},
      el("input", {
        "aria-invalid": about["aria-invalid"],
        type: isMany ? "checkbox" : "radio",
        name: id,
        "data-key": `${id}-${index}`,
        checked: chosen.has(value),
        value,
        onchange: read,
      }),
      el(
        "span",
        {},
        textNodes(text, desk.names),
        description && el("small", {}, textNodes(description, desk.names)),
      ),
    ),
  );
  group.append(...nodes);
  return group;
}
