import { combobox } from "../elements/combobox.js";
import { el } from "../elements/dom.js";

/** A list that the bot answers while one types. */
export function externalSelect(element, attributes, held, { changed, suggest }) {
  const chosen = held?.selected_option?.text.text ?? "";
  const least = element.min_query_length ?? 3;
  let text = chosen;
  const input = el("input", {
    ...attributes,
    type: "text",
    placeholder: element.placeholder?.text ?? "Type to search",
    "data-opens-at-once": String(least === 0),
    value: chosen,
    onblur: () => {
      input.value = text;
    },
    onfocus: () => input.select(),
  });
  return combobox({
    input,
    offer: async (query) => {
      const typed = query === text ? "" : query;
      if (typed.length < least) return [];
      const options = await suggest(typed);
      return options.map(({ text: name, description, value }) => ({
        label: name.text,
        note: description?.text,
        value,
      }));
    },
    choose: ({ label, value }) => {
      text = label;
      input.value = label;
      changed(value);
    },
  });
}
