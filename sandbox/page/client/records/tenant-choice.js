import { el, refresh } from "../elements/dom.js";

/** The name of the tenant that is looked at: one for all panels. */
let chosen;

/** The tenant that is looked at, the first one unless somebody chose another. */
export function shownTenant({ tenants }) {
  return tenants.find(({ name }) => name === chosen) ?? tenants[0];
}

/** Which tenant is looked at, and acted in: a choice in each of the panels. */
export function renderChoice(container, state, again) {
  const { name: shown } = shownTenant(state);
  const lines = state.tenants.map(({ name, label, pending: { length } }) => {
    const note = length === 0 ? name : `${name}, ${length} pending`;
    return { name, label, note, isShown: name === shown };
  });
  refresh(container, JSON.stringify(lines), () =>
    choiceNode(container.parentNode.id, lines, choose),
  );

  function choose(name) {
    chosen = name;
    again();
  }
}

function choiceNode(panel, lines, choose) {
  return el(
    "fieldset",
    { class: "tenants" },
    el("legend", { class: "unseen" }, "Workday tenant"),
    lines.map(({ name, label, note, isShown }) =>
      el(
        "label",
        {},
        el("input", {
          type: "radio",
          name: `tenant-of-${panel}`,
          "data-key": `tenant-${name}`,
          checked: isShown,
          value: name,
          onchange: () => choose(name),
        }),
        el("b", {}, label),
        " ",
        el("small", {}, note),
      ),
    ),
  );
}
