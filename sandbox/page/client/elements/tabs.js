import { byId, el } from "./dom.js";

const tabs = [
  ["tenant", "Tenant"],
  ["hand", "By hand"],
  ["vault", "Vault"],
  ["wire", "Wire"],
  ["switches", "Switches"],
  ["bot", "Bot"],
];

/**
 * Panels of which one is shown; `shown` is told when another is.
 * @see W3C ARIA Authoring Practices Guide, Tabs Pattern
 */
export function createTabs(shown) {
  const notes = new Map();
  const buttons = tabs.map(([name, label], index) => {
    const note = el("span", { class: "note" });
    notes.set(name, note);
    return el(
      "button",
      {
        id: `tab-${name}`,
        type: "button",
        role: "tab",
        "aria-controls": `panel-${name}`,
        onclick: () => choose(index),
        onkeydown: (event) => move(event, index),
      },
      label,
      note,
    );
  });

  function choose(chosen) {
    tabs.forEach(([name], index) => {
      buttons[index].setAttribute("aria-selected", String(index === chosen));
      buttons[index].tabIndex = index === chosen ? 0 : -1;
      byId(`panel-${name}`).hidden = index !== chosen;
    });
    shown();
  }

  function move(event, index) {
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusOn((next + tabs.length) % tabs.length);
  }

  function focusOn(next) {
    choose(next);
    buttons[next].focus();
  }

  byId("tabs").append(...buttons);
  choose(0);
  return {
    show: (name) => {
      choose(tabs.findIndex(([other]) => other === name));
      buttons.find(({ id }) => id === `tab-${name}`)?.focus();
    },
    note: (name, text) => {
      notes.get(name).textContent = text === "" ? "" : ` ${text}`;
    },
  };
}
