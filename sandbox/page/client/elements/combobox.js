import { el } from "./dom.js";

let count = 0;

/**
 * A text field with a list of suggestions below it.
 * @param {{ input: HTMLInputElement, offer: (text: string) => Promise<{ label: string, note?: string, value: unknown }[]>, choose: (option: { label: string, value: unknown }) => void }} parts
 * @see W3C ARIA Authoring Practices Guide, Combobox Pattern
 */
export function combobox({ input, offer, choose }) {
  count += 1;
  const id = `suggestions-${count}`;
  const list = el("ul", { id, class: "suggestions", role: "listbox", hidden: true });
  const box = el("div", { class: "combobox" }, input, list);
  let options = [];
  let active = -1;
  let asked = 0;
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
  })) {
    input.setAttribute(name, value);
  }

  async function look() {
    asked += 1;
    const mine = asked;
    const offered = await offer(input.value);
    if (mine !== asked) return;
    options = offered;
    show(options.length > 0 && document.activeElement === input);
  }
  function show(isOpen) {
    active = -1;
    list.replaceChildren(...options.map(optionNode));
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    input.removeAttribute("aria-activedescendant");
  }
  function optionNode({ label, note }, index) {
    return el(
      "li",
      {
        id: `${id}-${index}`,
        role: "option",
        "aria-selected": "false",
        onpointerdown: (event) => {
          event.preventDefault();
          take(index);
        },
      },
      el("span", {}, label),
      note === undefined ? undefined : el("small", {}, note),
    );
  }
  function move(step) {
    if (list.hidden) return;
    active = (active + step + options.length) % options.length;
    [...list.children].forEach((child, index) => {
      child.setAttribute("aria-selected", String(index === active));
    });
    list.children[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `${id}-${active}`);
  }
  function take(index) {
    const option = options[index];
    asked += 1;
    show(false);
    choose(option);
  }

  const keys = {
    ArrowDown: () => (list.hidden ? void look() : move(1)),
    ArrowUp: () => move(-1),
    Enter: () => take(active),
    Tab: () => take(active),
    Escape: () => show(false),
  };
  /** Enter, Tab and Escape mean what they always mean while no suggestion is shown or picked. */
  function isMine(key) {
    if (key === "ArrowDown") return true;
    if (list.hidden) return false;
    return key === "ArrowUp" || key === "Escape" || active >= 0;
  }

  input.addEventListener("input", () => void look());
  input.addEventListener("focus", () => {
    if (input.dataset.opensAtOnce === "true") void look();
  });
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (act === undefined || !isMine(event.key)) return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
    act();
  });
  return box;
}
