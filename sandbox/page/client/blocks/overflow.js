import { Fragment, h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { button } from "../elements/button.js";
import { confirmed } from "./confirm.js";

/**
 * Slack's overflow menu: a button with three dots that opens a list of what it can send. It keeps nothing.
 * @see WAI-ARIA Authoring Practices, Menu Button
 */
export function Overflow({ element, about, changed, desk }) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef();
  const menu = useRef();
  useLayoutEffect(() => {
    if (isOpen) open(menu.current, opener.current);
  }, [isOpen]);

  async function choose(value) {
    opener.current.focus();
    menu.current.hidePopover();
    if (await confirmed(element.confirm, desk.names)) await changed(value);
  }
  function ontoggle({ newState }) {
    if (newState === "open") return;
    if (menu.current.contains(document.activeElement)) opener.current.focus();
    setOpen(false);
  }
  function onkeydown(event) {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setOpen(true);
  }

  const dots = {
    ...about,
    class: "button overflow",
    "aria-label": "More actions",
    "aria-haspopup": "menu",
    "aria-expanded": String(isOpen),
    ref: opener,
    onkeydown,
  };
  const list = {
    class: "menu",
    role: "menu",
    "aria-label": "More actions",
    popover: "auto",
    ref: menu,
    onkeydown: move,
    ontoggle,
  };
  return h(
    Fragment,
    {},
    button("⋯", () => setOpen(true), dots),
    isOpen &&
      h(
        "div",
        list,
        element.options.map(({ text, value }) =>
          button(text.text, () => choose(value), { class: "", role: "menuitem", tabindex: -1 }),
        ),
      ),
  );
}

/** Below its button, and never beyond the page. */
function open(menu, opener) {
  menu.showPopover();
  const { left, bottom, top } = opener.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const isBelow = bottom + height <= window.innerHeight;
  menu.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
  menu.style.top = `${Math.max(4, isBelow ? bottom + 2 : top - height - 2)}px`;
  menu.firstChild.focus();
}

/** Up and down go round, Home and End to the ends, Tab and Escape close it. */
function move(event) {
  const menu = event.currentTarget;
  const entries = [...menu.children];
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
