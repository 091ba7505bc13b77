import { el } from "../elements/dom.js";

/** One of a list, or one of the people. */
export function select(element, attributes, held, { changed, desk }) {
  const current =
    held?.selected_option?.value ?? held?.selected_user ?? element.initial_option?.value ?? "";
  const choices =
    element.type === "users_select"
      ? desk.people.map(({ id, name }) => optionNode(name, id, current))
      : optionNodes(element, current);
  const empty = el("option", { value: "", disabled: true, hidden: true }, placeholderOf(element));
  const node = el("select", { ...attributes, onchange: () => changed(node.value) }, empty, choices);
  node.value = current;
  return node;
}

export function multiSelect(element, attributes, held, { changed, desk }) {
  const current = held?.selected_users ?? (held?.selected_options ?? []).map(({ value }) => value);
  const choices =
    element.type === "multi_users_select"
      ? desk.people.map(({ id, name }) => optionNode(name, id, current))
      : optionNodes(element, current);
  const node = el(
    "select",
    {
      ...attributes,
      multiple: true,
      onchange: () => changed([...node.selectedOptions].map(({ value }) => value)),
    },
    choices,
  );
  return node;
}

function optionNodes({ options, option_groups: groups = [] }, current) {
  if (options !== undefined) {
    return options.map(({ text, value }) => optionNode(text.text, value, current));
  }
  return groups.map((group) =>
    el("optgroup", { label: group.label.text }, optionNodes(group, current)),
  );
}

function optionNode(text, value, current) {
  const isChosen = Array.isArray(current) ? current.includes(value) : current === value;
  return el("option", { value, selected: isChosen }, text);
}

function placeholderOf({ placeholder }) {
  return placeholder?.text ?? "Choose one";
}
