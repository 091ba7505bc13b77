import { h } from "preact";

/** A part of a panel that can be folded; whether it is, the browser keeps. */
export function part(title, { count, isOpen = true }, ...children) {
  return h(
    "details",
    { key: title, class: "part", open: isOpen },
    h(
      "summary",
      {},
      h("h3", {}, title),
      count !== undefined && h("span", { class: "count" }, String(count)),
    ),
    children,
  );
}

/**
 * A table. A phone shows each row from top to bottom, with the column's name before each cell; the roles are said, since a
 * browser forgets them with the form.
 */
export function table(caption, columns, rows) {
  if (rows.length === 0) return h("p", { class: "empty" }, "None.");
  const heads = columns.map((name) => h("th", { role: "columnheader", scope: "col" }, name));
  return h(
    "div",
    { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
    h(
      "table",
      { role: "table" },
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)),
      h(
        "tbody",
        { role: "rowgroup" },
        rows.map((cells) => rowOf(columns, cells)),
      ),
    ),
  );
}

function rowOf(columns, cells) {
  return h(
    "tr",
    { role: "row" },
    cells.map((cell, at) => h("td", { role: "cell", "data-column": columns[at] }, cell)),
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
  return h("span", { class: `mark ${kind}` }, words);
}
