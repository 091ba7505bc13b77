import { h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { actions } from "../actions.js";
import { blockNodes } from "../blocks/blocks.js";
import { button } from "../elements/button.js";
import { createEntries } from "./entries.js";
import { namesOf } from "./names.js";

/**
 * The window that the bot opened for one person. What is typed stays here until it is submitted or a button is
 * pressed, as in Slack's own client. The rest of the page stays usable; the conversation behind does not.
 */
export function ModalLayer({ state }) {
  const view = state.slack.views.at(-1);
  const isOpen = view !== undefined;
  const entries = useRef();
  if (!isOpen) entries.current = createEntries();
  entries.current ??= createEntries();
  useLayoutEffect(() => (isOpen ? listen() : undefined), [isOpen]);
  return h(
    "div",
    { id: "modal", class: "modal-layer", hidden: !isOpen },
    isOpen && h(Modal, { key: view.id, view, state, entries: entries.current }),
  );
}

/** Listens to the keyboard while a window is open; afterwards the focus is where one types. */
function listen() {
  document.addEventListener("keydown", closeByKey);
  return () => {
    document.removeEventListener("keydown", closeByKey);
    document.getElementById("message-box")?.focus();
  };
}

/** Escape closes it wherever the focus is; a list or a question that is open closes itself with the key. */
function closeByKey(event) {
  const isTaken = event.defaultPrevented || document.querySelector("dialog[open]") !== null;
  if (event.key === "Escape" && !isTaken) void actions.close(false);
}

function Modal({ view, state, entries }) {
  const [trouble, setTrouble] = useState("");
  const [isBusy, setBusy] = useState(false);
  const dialog = useFocus([view.hash, JSON.stringify(view.errors), trouble]);

  function tell(outcome) {
    setTrouble(outcome.kind === "trouble" ? outcome.message : "");
    return outcome;
  }
  async function onsubmit(event) {
    event.preventDefault();
    if (view.content.submit === undefined || isBusy) return;
    setBusy(true);
    const outcome = tell(await actions.submit({ values: entries.valuesFor(view) }));
    if (outcome.kind !== "trouble") entries.clear();
    setBusy(false);
  }

  const about = { role: "dialog", tabindex: -1, "aria-labelledby": "modal-title" };
  return h(
    "div",
    { class: "modal", ...about, ref: dialog },
    h(
      "form",
      { novalidate: true, onsubmit },
      headNode(view, state.slack.views.length),
      h(
        "div",
        { class: "modal-body", "data-view": view.id },
        trouble !== "" && h("p", { class: "trouble", role: "alert" }, trouble),
        blockNodes(view.content.blocks, toDesk({ view, state, entries, tell })),
      ),
      footNode(view, isBusy),
    ),
  );
}

function headNode({ content }, depth) {
  const about = { class: "cross", "aria-label": "Close everything" };
  return h(
    "div",
    { class: "modal-head" },
    h("h2", { id: "modal-title" }, content.title.text),
    depth > 1 && h("small", {}, `window ${depth} of ${depth}`),
    button("×", () => actions.close(true), about),
  );
}

function footNode({ content: { close, submit } }, isBusy) {
  const send = {
    type: "submit",
    class: "button primary",
    "aria-busy": isBusy ? "true" : undefined,
  };
  return h(
    "div",
    { class: "modal-foot" },
    button(close?.text ?? "Cancel", () => actions.close(false)),
    submit !== undefined && h("button", send, submit.text),
  );
}

/**
 * Puts the focus, after each change of one of these, on what is wrong; where it is outside or went with what had it,
 * on what has just come, such as the fields behind *More settings*, else on the first field.
 */
function useFocus(changes) {
  const dialog = useRef();
  const known = useRef([]);
  useLayoutEffect(() => {
    const node = dialog.current;
    const fields = [...node.querySelectorAll("form input, form textarea, form select")];
    const fresh = fields.find((field) => !known.current.includes(field));
    known.current = fields;
    const wrong = node.querySelector("[aria-invalid=true]:not(fieldset)");
    // A window that had no field before has the focus itself.
    const isInside = node !== document.activeElement && node.contains(document.activeElement);
    if (wrong !== null) wrong.focus();
    else if (!isInside) (fresh ?? fields[0] ?? node).focus();
  }, changes);
  return dialog;
}

function toDesk({ view, state, entries, tell }) {
  const where = { kind: "view" };
  return {
    key: view.id,
    names: namesOf(state),
    people: state.slack.people,
    values: entries.heldIn(view),
    errors: view.errors,
    press: async (pressed) => {
      tell(await actions.press({ where, button: pressed, values: entries.valuesFor(view) }));
    },
    change: async (block, element, value) => {
      if (block.type !== "input") {
        tell(await actions.choose({ where, actionId: element.action_id, value }));
      } else if (block.dispatch_action === true || isExternal(element)) {
        tell(await actions.enter({ input: block.block_id, value }));
      } else {
        entries.set(view, { block, element, value });
      }
    },
    suggest: async (block, query) => {
      const outcome = await actions.suggest({ input: block.block_id, query });
      if (outcome.kind === "trouble") tell(outcome);
      return outcome.options ?? [];
    },
  };
}

/** Its options are known only while they are offered, so a choice is told at once. */
function isExternal({ type }) {
  return type === "external_select" || type === "multi_external_select";
}
