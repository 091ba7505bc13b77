import { h } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

const closed = { options: [], active: -1 };

/**
 * A text field with a list of suggestions below it. `offer` answers what is typed with options of `label`, `note` and
 * `value`; `choose` takes one, with the field. What the field holds is the browser's.
 * @see W3C ARIA Authoring Practices Guide, Combobox Pattern
 */
export function Combobox({ input, offer, choose, opensAtOnce = false }) {
  const id = useId();
  const field = useRef();
  const list = useRef();
  const asked = useRef(0);
  const [{ options, active }, show] = useState(closed);
  const isOpen = options.length > 0;
  useLayoutEffect(() => {
    list.current.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  async function look() {
    asked.current += 1;
    const mine = asked.current;
    const offered = await offer(field.current.value);
    if (mine !== asked.current) return;
    show(document.activeElement === field.current ? { options: offered, active: -1 } : closed);
  }
  function close() {
    asked.current += 1;
    show(closed);
  }
  function take(index) {
    close();
    choose(options[index], field.current);
  }
  function move(step) {
    show({ options, active: (active + step + options.length) % options.length });
  }

  const keys = {
    ArrowDown: () => (isOpen ? move(1) : void look()),
    ArrowUp: () => move(active < 0 ? 0 : -1),
    Enter: () => take(active),
    Tab: () => take(active),
    Escape: close,
  };
  /** Enter, Tab and Escape mean what they always mean while no suggestion is shown or picked. */
  function isMine(key) {
    if (key === "ArrowDown") return true;
    if (!isOpen) return false;
    return key === "ArrowUp" || key === "Escape" || active >= 0;
  }

  function onkeydown(event) {
    const act = keys[event.key];
    if (act === undefined || !isMine(event.key)) return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
    act();
  }
  function onfocus(event) {
    input.onfocus?.(event);
    if (opensAtOnce) void look();
  }
  function onblur(event) {
    input.onblur?.(event);
    close();
  }

  return h(
    "div",
    { class: "combobox" },
    h("input", {
      ...input,
      ref: field,
      type: "text",
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": String(isOpen),
      "aria-controls": id,
      "aria-activedescendant": active < 0 ? undefined : `${id}-${active}`,
      oninput: () => void look(),
      onfocus,
      onblur,
      onkeydown,
    }),
    h(
      "ul",
      { id, class: "suggestions", role: "listbox", hidden: !isOpen, ref: list },
      options.map((option, index) =>
        h(Suggestion, {
          ...option,
          id: `${id}-${index}`,
          isActive: index === active,
          take: () => take(index),
        }),
      ),
    ),
  );
}

function Suggestion({ id, label, note, isActive, take }) {
  /** Before the field loses the focus. */
  function onpointerdown(event) {
    event.preventDefault();
    take();
  }
  return h(
    "li",
    { id, role: "option", "aria-selected": String(isActive), onpointerdown },
    h("span", {}, label),
    note !== undefined && h("small", {}, note),
  );
}
