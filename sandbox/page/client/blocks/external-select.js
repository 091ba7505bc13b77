import { h } from "preact";
import { useState } from "preact/hooks";
import { Combobox } from "../elements/combobox.js";

/** A list that the bot answers while one types. What is typed and not chosen goes with the focus. */
export function ExternalSelect({ element, about, held, changed, suggest }) {
  const least = element.min_query_length ?? 3;
  const [text, setText] = useState(held?.selected_option?.text.text ?? "");

  async function offer(query) {
    const typed = query === text ? "" : query;
    return typed.length < least ? [] : (await suggest(typed)).map(toSuggestion);
  }
  function choose({ label, value }, field) {
    setText(label);
    field.value = label;
    void changed(value);
  }

  return h(Combobox, {
    input: {
      ...about,
      placeholder: element.placeholder?.text ?? "Type to search",
      defaultValue: text,
      onblur: ({ currentTarget }) => {
        currentTarget.value = text;
      },
      onfocus: ({ currentTarget }) => currentTarget.select(),
    },
    opensAtOnce: least === 0,
    offer,
    choose,
  });
}

/** An option of Slack's as a suggestion. */
export function toSuggestion({ text, description, value }) {
  return { label: text.text, note: description?.text, value };
}
