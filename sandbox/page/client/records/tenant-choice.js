import { h } from "preact";
import { useId } from "preact/hooks";
import { change } from "../page.js";

/** The tenant that is looked at, the first one unless somebody chose another. */
export function shownTenant({ state: { tenants }, tenant }) {
  return tenants.find(({ name }) => name === tenant) ?? tenants[0];
}

/** Which tenant is looked at, and acted in: a choice in each of the panels. */
export function TenantChoice(page) {
  const group = useId();
  const shown = shownTenant(page);
  return h(
    "fieldset",
    { class: "tenants" },
    h("legend", { class: "unseen" }, "Workday tenant"),
    page.state.tenants.map(({ name, label, pending: { length } }) =>
      h(
        "label",
        { key: name },
        h("input", {
          type: "radio",
          name: group,
          checked: name === shown.name,
          value: name,
          onchange: () => change({ tenant: name }),
        }),
        h("b", {}, label),
        " ",
        h("small", {}, length === 0 ? name : `${name}, ${length} pending`),
      ),
    ),
  );
}
