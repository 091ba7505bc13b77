import { h } from "preact";
import { useState } from "preact/hooks";
import { button } from "../elements/button.js";
import { Combobox } from "../elements/combobox.js";
import { toSuggestion } from "./external-select.js";

/** Several of a list that the bot answers while one types: the chosen ones stand above, each with its way out. */
export function ExternalMultiSelect({ element, about, held, changed, suggest }) {
  const least = element.min_query_length ?? 3;
  const most = element.max_selected_items ?? Number.POSITIVE_INFINITY;
  const [chosen, setChosen] = useState((held?.selected_options ?? []).map(toSuggestion));

  function keep(next) {
    setChosen(next);
    void changed(next.map(({ value }) => value));
  }
  function takeOut(value, { currentTarget }) {
    currentTarget.closest(".multi").querySelector("input").focus();
    keep(chosen.filter((one) => one.value !== value));
  }
  async function offer(query) {
    if (query.length < least || chosen.length >= most) return [];
    const taken = new Set(chosen.map(({ value }) => value));
    const options = await suggest(query);
    return options.map(toSuggestion).filter(({ value }) => !taken.has(value));
  }
  function choose(option, field) {
    field.value = "";
    keep([...chosen, option]);
  }

  return h(
    "div",
    { class: "multi" },
    h(
      "ul",
      { class: "chosen", hidden: chosen.length === 0 },
      chosen.map(({ label, value }) =>
        h(
          "li",
          { key: value },
          h("span", {}, label),
          button("×", (event) => takeOut(value, event), {
            class: "",
            "aria-label": `Take out ${label}`,
          }),
        ),
      ),
    ),
    h(Combobox, {
      input: {
        ...about,
        placeholder: element.placeholder?.text ?? "Type to search",
        onblur: ({ currentTarget }) => {
          currentTarget.value = "";
        },
      },
      opensAtOnce: least === 0,
      offer,
      choose,
    }),
  );
}
