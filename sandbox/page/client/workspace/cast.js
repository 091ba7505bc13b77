import { h } from "preact";
import { be } from "../actions.js";

/** Who the visitor may be. */
export function Cast({ state, person }) {
  return [
    h("legend", {}, "You are"),
    state.cast.map(({ id, name, role }) =>
      h(
        "label",
        { key: id },
        h("input", {
          type: "radio",
          name: "person",
          checked: id === person,
          value: id,
          onchange: () => be(id),
        }),
        h("span", {}, h("b", {}, name), " ", h("small", {}, role)),
      ),
    ),
  ];
}
