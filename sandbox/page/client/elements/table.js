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

/** A table; a narrow screen scrolls it sideways. */
export function table(caption, columns, rows) {
  if (rows.length === 0) return el("p", { class: "empty" }, "None.");
  return el(
    "div",
    { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
    el(
      "table",
      {},
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          columns.map((name) => el("th", { scope: "col" }, name)),
        ),
      ),
      el(
        "tbody",
        {},
        rows.map((cells) =>
          el(
            "tr",
            {},
            cells.map((cell) => el("td", {}, cell)),
          ),
        ),
      ),
    ),
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
