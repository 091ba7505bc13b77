import { combobox } from "../elements/combobox.js";
import { el } from "../elements/dom.js";

/** Several of a list that the bot answers while one types: the chosen ones stand above, each with its way out. */
export function externalMultiSelect(element, attributes, held, { changed, suggest }) {
  const least = element.min_query_length ?? 3;
  const most = element.max_selected_items ?? Number.POSITIVE_INFINITY;
  let chosen = (held?.selected_options ?? []).map(({ text, value }) => ({
    label: text.text,
    value,
  }));
  const list = el("ul", { class: "chosen" });
  const input = el("input", {
    ...attributes,
    type: "text",
    placeholder: element.placeholder?.text ?? "Type to search",
    "data-opens-at-once": String(least === 0),
    onblur: () => {
      input.value = "";
    },
  });

  function keep(next) {
    chosen = next;
    show();
    changed(chosen.map(({ value }) => value));
  }
  function show() {
    list.replaceChildren(...chosen.map(chip));
    list.hidden = chosen.length === 0;
  }
  function chip({ label, value }) {
    return el(
      "li",
      {},
      el("span", {}, label),
      el(
        "button",
        {
          type: "button",
          "aria-label": `Take out ${label}`,
          onclick: () => {
            keep(chosen.filter((one) => one.value !== value));
            input.focus();
          },
        },
        "×",
      ),
    );
  }

  show();
  const search = combobox({
    input,
    offer: async (query) => {
      if (query.length < least || chosen.length >= most) return [];
      const taken = new Set(chosen.map(({ value }) => value));
      const options = await suggest(query);
      return options
        .filter(({ value }) => !taken.has(value))
        .map(({ text, description, value }) => ({
          label: text.text,
          note: description?.text,
          value,
        }));
    },
    choose: ({ label, value }) => {
      input.value = "";
      keep([...chosen, { label, value }]);
    },
  });
  return el("div", { class: "multi" }, list, search);
}
