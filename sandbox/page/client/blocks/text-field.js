import { h } from "preact";

/** Text, numbers and addresses, on one line or on several. What is typed is the browser's. */
export function TextField({ element, about, held, changed }) {
  const { multiline = false, max_length: most, placeholder } = element;
  const value = held?.value ?? "";
  return h(multiline ? "textarea" : "input", {
    ...about,
    ...(multiline ? { rows: rowsFor(value) } : { type: "text" }),
    inputmode: element.type === "number_input" ? "decimal" : undefined,
    maxlength: most ?? 3000,
    placeholder: placeholder?.text,
    spellcheck: false,
    oninput: ({ currentTarget }) => void changed(currentTarget.value),
    defaultValue: value,
  });
}

/** A day, chosen from the browser's own calendar. */
export function DayField({ about, held, changed }) {
  return h("input", {
    ...about,
    type: "date",
    onchange: ({ currentTarget }) => void changed(currentTarget.value),
    defaultValue: held?.selected_date ?? "",
  });
}

function rowsFor(value) {
  return Math.min(8, Math.max(2, value.split("\n").length));
}
