import { h } from "preact";
import { useHeld } from "../elements/held.js";
import { textNodes } from "./mrkdwn.js";

/** Checkboxes and radio buttons. */
export function Boxes({ element, about: { id, ...about }, held, changed, desk }) {
  const isMany = element.type === "checkboxes";
  const options = [...(held?.selected_options ?? []), held?.selected_option];
  const [chosen, choose] = useHeld(options.flatMap((option) => option?.value ?? []));

  function toggle({ currentTarget: { checked, value } }) {
    const others = isMany ? chosen.filter((other) => other !== value) : [];
    const next = checked ? [...others, value] : others;
    choose(next);
    void changed(isMany ? next : (next[0] ?? ""));
  }

  return h(
    "div",
    { class: "boxes" },
    element.options.map(({ text, value, description }) =>
      h(
        "label",
        { key: value },
        h("input", {
          "aria-invalid": about["aria-invalid"],
          type: isMany ? "checkbox" : "radio",
          name: id,
          checked: chosen.includes(value),
          value,
          onchange: toggle,
        }),
        h(
          "span",
          {},
          textNodes(text, desk.names),
          description && h("small", {}, textNodes(description, desk.names)),
        ),
      ),
    ),
  );
}
