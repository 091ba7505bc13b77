import { el } from "./dom.js";

/** Whether each folded part is open, by its name: it stays so when the content changes. */
const folds = new Map();

/** A part of a panel that can be folded. */
export function part(title, { count, isOpen = true }, ...children) {
  const details = el(
    "details",
    {
      class: "part",
      open: folds.get(title) ?? isOpen,
      ontoggle: () => {
        if (details.isConnected) folds.set(title, details.open);
      },
    },
    el(
      "summary",
      { "data-key": `part-${title}` },
      el("h3", {}, title),
      count !== undefined && el("span", { class: "count" }, String(count)),
    ),
    children,
  );
  return details;
}

/**
 * A table. A phone shows each row from top to bottom, with the column's name before each cell; the roles are said, since a
 * browser forgets them with the form.
 */
export function table(caption, columns, rows) {
  if (rows.length === 0) return el("p", { class: "empty" }, "None.");
  const heads = columns.map((name) => el("th", { role: "columnheader", scope: "col" }, name));
  return el(
    "div",
    { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
    el(
      "table",
      { role: "table" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads)),
      el(
        "tbody",
        { role: "rowgroup" },
        rows.map((cells) => rowOf(columns, cells)),
      ),
    ),
  );
}

function rowOf(columns, cells) {
  return el(
    "tr",
    { role: "row" },
    cells.map((cell, at) => el("td", { role: "cell", "data-column": columns[at] }, cell)),
  );
}

export function clock(ms) {
  return new Date(ms).toLocaleTimeString("en-GB", { timeStyle: "medium" });
}

export function day(ms) {
  return new Date(ms).toLocaleDateString("en-GB", { dateStyle: "medium" });
}

/** A state in words, with a mark beside it for the eye. */
export function mark(kind, words) {
  return el("span", { class: `mark ${kind}` }, words);
}
