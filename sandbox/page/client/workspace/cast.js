import { el } from "../elements/dom.js";

/** Who the visitor may be. */
export function castNodes({ cast }, person, be) {
  return [
    el("legend", {}, "You are"),
    cast.map(({ id, name, role }) =>
      el(
        "label",
        {},
        el("input", {
          type: "radio",
          name: "person",
          "data-key": `be-${id}`,
          checked: id === person,
          value: id,
          onchange: () => be(id),
        }),
        el("span", {}, el("b", {}, name), " ", el("small", {}, role)),
      ),
    ),
  ];
}
