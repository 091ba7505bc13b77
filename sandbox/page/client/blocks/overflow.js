import { el } from "../elements/dom.js";
import { confirmed } from "./confirm.js";

/**
 * Slack's overflow menu: a button with three dots that opens a list of what it can send. It keeps nothing.
 * @see WAI-ARIA Authoring Practices, Menu Button
 */
export function overflow(element, attributes, _held, { changed, desk }) {
  const button = el(
    "button",
    {
      ...attributes,
      type: "button",
      class: "button overflow",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      onclick: open,
      onkeydown: (event) => {
        if (event.key !== "ArrowDown") return;
        event.preventDefault();
        open();
      },
    },
    "⋯",
  );

  function open() {
    const entries = element.options.map((option) => entry(option, choose));
    const menu = el(
      "div",
      { class: "menu", role: "menu", "aria-label": "More actions", popover: "auto" },
      entries,
    );
    /** The page may have drawn the message again meanwhile: the button of now has the same key. */
    function opener() {
      return [...document.querySelectorAll("[data-key]")].find(
        ({ dataset }) => dataset.key === button.dataset.key,
      );
    }
    menu.addEventListener("keydown", (event) => move(event, entries, menu));
    menu.addEventListener("toggle", ({ newState }) => {
      if (newState === "open") return;
      opener()?.setAttribute("aria-expanded", "false");
      if (menu.contains(document.activeElement)) opener()?.focus();
      menu.remove();
    });
    document.body.append(menu);
    menu.showPopover();
    place(menu, button);
    button.setAttribute("aria-expanded", "true");
    entries[0].focus();

    async function choose(value) {
      opener()?.focus();
      menu.hidePopover();
      if (await confirmed(element.confirm, desk.names)) await changed(value);
    }
  }

  return button;
}

function entry({ text, value }, choose) {
  return el(
    "button",
    { type: "button", role: "menuitem", tabindex: "-1", onclick: () => choose(value) },
    text.text,
  );
}

/** Below its button, and never beyond the page. */
function place(menu, button) {
  const { left, bottom, top } = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const isBelow = bottom + height <= window.innerHeight;
  menu.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
  menu.style.top = `${Math.max(4, isBelow ? bottom + 2 : top - height - 2)}px`;
}

/** Up and down go round, Home and End to the ends, Tab and Escape close it. */
function move(event, entries, menu) {
  const at = entries.indexOf(document.activeElement);
  const next = {
    ArrowDown: (at + 1) % entries.length,
    ArrowUp: (at - 1 + entries.length) % entries.length,
    Home: 0,
    End: entries.length - 1,
  }[event.key];
  if (next !== undefined) entries[next].focus();
  else if (event.key === "Tab" || event.key === "Escape") menu.hidePopover();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
