import { el, refresh } from "../elements/dom.js";

/** The name of the tenant that is looked at: one for all panels. */
let chosen;

/** The tenant that is looked at, the first one unless somebody chose another. */
export function shownTenant({ tenants }) {
  return tenants.find(({ name }) => name === chosen) ?? tenants[0];
}

/** Which tenant is looked at, and acted in: a choice in each of the panels. */
export function renderChoice(container, state, again) {
  refresh(container, JSON.stringify(choiceLines(state)), () =>
    choiceNode(container.parentNode.id, state, again),
  );
}

/** What the choice depends on. */
export function choiceLines(state) {
  const { name: shown } = shownTenant(state);
  return state.tenants.map(({ name, label, pending: { length } }) => {
    const note = length === 0 ? name : `${name}, ${length} pending`;
    return { name, label, note, isShown: name === shown };
  });
}

export function choiceNode(panel, state, again) {
  return el(
    "fieldset",
    { class: "tenants" },
    el("legend", { class: "unseen" }, "Workday tenant"),
    choiceLines(state).map(({ name, label, note, isShown }) =>
      el(
        "label",
        {},
        el("input", {
          type: "radio",
          name: `tenant-of-${panel}`,
          "data-key": `tenant-${name}`,
          checked: isShown,
          value: name,
          onchange: () => {
            chosen = name;
            again();
          },
        }),
        el("b", {}, label),
        " ",
        el("small", {}, note),
      ),
    ),
  );
}
