import { h } from "preact";
import { useHeld } from "../elements/held.js";

/** One of a list, or one of the people. */
export function Select({ element, about, held, changed, desk }) {
  const [value, choose] = useHeld(
    held?.selected_option?.value ?? held?.selected_user ?? element.initial_option?.value ?? "",
  );
  function onchange({ currentTarget }) {
    choose(currentTarget.value);
    void changed(currentTarget.value);
  }
  const placeholder = element.placeholder?.text ?? "Choose one";
  return h(
    "select",
    { ...about, value, onchange },
    h("option", { value: "", disabled: true, hidden: true }, placeholder),
    optionNodes(element, desk, [value]),
  );
}

export function MultiSelect({ element, about, held, changed, desk }) {
  const options = held?.selected_options ?? [];
  const [values, choose] = useHeld(held?.selected_users ?? options.map(({ value }) => value));
  function onchange({ currentTarget }) {
    const next = [...currentTarget.selectedOptions].map(({ value }) => value);
    choose(next);
    void changed(next);
  }
  return h("select", { ...about, multiple: true, onchange }, optionNodes(element, desk, values));
}

function optionNodes({ type = "", options, option_groups: groups = [] }, desk, chosen) {
  if (type.endsWith("users_select")) {
    return desk.people.map(({ id, name }) => optionNode(name, id, chosen));
  }
  if (options !== undefined) {
    return options.map(({ text, value }) => optionNode(text.text, value, chosen));
  }
  return groups.map((group) =>
    h("optgroup", { label: group.label.text }, optionNodes(group, desk, chosen)),
  );
}

function optionNode(text, value, chosen) {
  return h("option", { key: value, value, selected: chosen.includes(value) }, text);
}
