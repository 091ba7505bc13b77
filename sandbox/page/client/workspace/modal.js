import { blockNodes } from "../blocks/blocks.js";
import { byId, el, refresh } from "../elements/dom.js";
import { namesOf } from "./names.js";

/**
 * The window that the bot opened for one person. What is typed stays here until it is submitted or a button is
 * pressed, as in Slack's own client. The rest of the page stays usable; the conversation behind does not.
 */
export function createModal(actions) {
  const layer = byId("modal");
  const behind = byId("body");
  /** What was entered and not sent: view, block, element and value by their names. */
  const entered = new Map();
  let trouble = "";
  let shownId = "";
  let closer;

  // Wherever the focus is; a list or a question that is open closes itself with the key, and the window stays.
  document.addEventListener("keydown", (event) => {
    const isTaken = event.defaultPrevented || document.querySelector("dialog[open]") !== null;
    if (event.key === "Escape" && !isTaken && shownId !== "") closer();
  });

  function render(state, person) {
    closer = () => void actions.close(person, false);
    const view = state.slack.views.at(-1);
    layer.hidden = view === undefined;
    behind.inert = view !== undefined;
    if (view === undefined) {
      entered.clear();
      trouble = "";
      refresh(layer, "", () => []);
      if (shownId !== "") byId("message-box")?.focus();
      shownId = "";
      return;
    }
    const isOther = shownId !== view.id;
    if (isOther) trouble = "";
    const key = JSON.stringify([person, view.id, view.hash, view.errors, trouble]);
    const before = keysIn(layer);
    const isNew = refresh(layer, key, () => windowNode(view, { state, person }));
    if (isNew) focusIn(isOther, before);
    shownId = view.id;
  }

  /** What is wrong, else what has just come, such as the fields behind *More settings*, else the first field. */
  function focusIn(isOther, before) {
    const wrong = layer.querySelector("[aria-invalid=true]:not(fieldset)");
    if (wrong !== null) wrong.focus();
    else if (isOther || !layer.contains(document.activeElement)) {
      const all = [...layer.querySelectorAll("form input, form textarea, form select")];
      const fresh = all.find(
        ({ dataset }) => dataset.key !== undefined && !before.has(dataset.key),
      );
      (fresh ?? all[0] ?? layer.querySelector("[role=dialog]")).focus();
    }
  }

  function windowNode(view, { state, person }) {
    const { content } = view;
    const desk = toDesk(view, { state, person });
    const close = content.close?.text ?? "Cancel";
    const submit = content.submit?.text;
    const depth = state.slack.views.length;
    const form = el(
      "form",
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          if (submit !== undefined) void send(person, view);
        },
      },
      el(
        "div",
        { class: "modal-head" },
        el("h2", { id: "modal-title" }, content.title.text),
        depth > 1 && el("small", {}, `window ${depth} of ${depth}`),
        el(
          "button",
          {
            type: "button",
            class: "cross",
            "aria-label": "Close everything",
            onclick: () => actions.close(person, true),
          },
          "×",
        ),
      ),
      el(
        "div",
        { class: "modal-body", "data-view": view.id },
        trouble !== "" && el("p", { class: "trouble", role: "alert" }, trouble),
        blockNodes(content.blocks, desk),
      ),
      el(
        "div",
        { class: "modal-foot" },
        el(
          "button",
          { type: "button", class: "button", onclick: () => actions.close(person, false) },
          close,
        ),
        submit !== undefined &&
          el("button", { type: "submit", class: "button primary", "data-key": "submit" }, submit),
      ),
    );
    const about = {
      class: "modal",
      role: "dialog",
      tabindex: "-1",
      "aria-labelledby": "modal-title",
    };
    return el("div", about, form);
  }

  function toDesk(view, { state, person }) {
    const where = { kind: "view" };
    return {
      key: view.id,
      names: namesOf(state),
      people: state.slack.people,
      values: heldIn(view),
      errors: view.errors,
      press: async (button) => {
        const values = valuesFor(view);
        await tell(actions.press({ person, where, button, values }));
      },
      change: async (block, element, value) => {
        const isInput = block.type === "input";
        if (!isInput) {
          await tell(actions.choose({ person, where, actionId: element.action_id, value }));
        } else if (block.dispatch_action === true || isExternal(element)) {
          await tell(actions.enter({ person, input: block.block_id, value }));
        } else {
          entered.set(`${view.id} ${block.block_id}`, { view: view.id, block, element, value });
        }
      },
      suggest: async (block, query) => {
        const outcome = await actions.suggest({ person, input: block.block_id, query });
        if (outcome.kind === "trouble") await tell(outcome);
        return outcome.options ?? [];
      },
    };
  }

  /** The window may show other blocks by now: only what it still asks for is sent. */
  function valuesFor(view) {
    const asked = new Set(view.content.blocks.map((block) => block.block_id));
    return [...entered.values()]
      .filter((entry) => entry.view === view.id && asked.has(entry.block.block_id))
      .map(({ block, value }) => ({ input: block.block_id, value }));
  }

  /** What the view holds, with what was entered since on top. */
  function heldIn(view) {
    const values = structuredClone(view.values);
    for (const entry of entered.values()) {
      const { block, element, value } = entry;
      if (entry.view !== view.id) continue;
      values[block.block_id] = { [element.action_id]: toHeld(element, value) };
    }
    return values;
  }

  async function send(person, view) {
    const button = layer.querySelector("[type=submit]");
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    const outcome = await actions.submit({ person, values: valuesFor(view) });
    if (outcome.kind !== "trouble") entered.clear();
    button.removeAttribute("aria-busy");
    await tell(outcome);
  }

  async function tell(asked) {
    const outcome = await asked;
    trouble = outcome.kind === "trouble" ? outcome.message : "";
    actions.again();
  }

  return { render };
}

/** Its options are known only while they are offered, so a choice is told at once. */
function isExternal({ type }) {
  return type === "external_select" || type === "multi_external_select";
}

function toHeld({ type }, value) {
  if (type === "users_select") return { type, selected_user: value };
  if (type === "datepicker") return { type, selected_date: value };
  if (["static_select", "radio_buttons"].includes(type))
    return { type, selected_option: { value } };
  if (type === "multi_users_select") return { type, selected_users: value };
  if (Array.isArray(value)) return { type, selected_options: value.map((one) => ({ value: one })) };
  return { type, value };
}

function keysIn(node) {
  return new Set([...node.querySelectorAll("[data-key]")].map(({ dataset }) => dataset.key));
}
