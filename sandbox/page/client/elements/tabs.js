import { h } from "preact";
import { useRef } from "preact/hooks";

/**
 * The names of panels of which one is shown. Each tab has `name`, `label` and `note`.
 * @see W3C ARIA Authoring Practices Guide, Tabs Pattern
 */
export function Tabs({ label, tabs, shown, show }) {
  const list = useRef();

  function move(event, index) {
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const at = (next + tabs.length) % tabs.length;
    show(tabs[at].name);
    list.current.children[at].focus();
  }

  return h(
    "div",
    { id: "tabs", class: "tabs", role: "tablist", "aria-label": label, ref: list },
    tabs.map(({ name, label: title, note }, index) =>
      h(
        "button",
        {
          id: `tab-${name}`,
          type: "button",
          role: "tab",
          "aria-controls": `panel-${name}`,
          "aria-selected": String(name === shown),
          tabindex: name === shown ? 0 : -1,
          onclick: () => show(name),
          onkeydown: (event) => move(event, index),
        },
        title,
        h("span", { class: "note" }, note === "" ? "" : ` ${note}`),
      ),
    ),
  );
}

/** What a tab shows, drawn by `draw`. One that nobody sees stays as it was until it is shown. */
export function Panel({ name, isShown, draw }) {
  const drawn = useRef(null);
  if (isShown) drawn.current = draw();
  const about = {
    id: `panel-${name}`,
    role: "tabpanel",
    "aria-labelledby": `tab-${name}`,
    tabindex: 0,
    hidden: !isShown,
  };
  return h("div", about, drawn.current);
}
