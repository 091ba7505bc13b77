import { h } from "preact";
import { actions } from "../actions.js";
import { Combobox } from "../elements/combobox.js";
import { change } from "../page.js";
import { home, noDirect, titleOf } from "./conversations.js";

/** Where messages and commands are typed. */
export function Composer({ channel }) {
  function onsubmit(event) {
    event.preventDefault();
    const { message } = event.currentTarget.elements;
    const text = message.value.trim();
    message.value = "";
    if (text !== "") void post(channel, text);
  }
  return h("form", { id: "composer", class: "composer", onsubmit }, contentOf(channel));
}

function contentOf(channel) {
  if (channel.isArchived) return h("p", { class: "empty" }, "This channel is archived.");
  if (channel.id === home) return h("p", { class: "empty" }, "Nothing is typed on a Home tab.");
  const input = {
    id: "message-box",
    name: "message",
    "aria-label": `Message to ${titleOf(channel)}; a slash begins a command`,
    placeholder: `Message ${titleOf(channel)}, or type / for a command`,
  };
  return [
    h(Combobox, { input, offer, choose }),
    h("button", { class: "button primary", type: "submit" }, "Send"),
  ];
}

async function offer(text) {
  const { options = [] } = text.startsWith("/") ? await actions.complete(text) : {};
  return options.map((option) => ({ label: option.text, note: option.note, value: option }));
}

/** More can follow what has a note, so more is offered. */
function choose({ value: { text, note } }, field) {
  field.value = note === undefined ? text : `${text} `;
  if (note !== undefined) field.dispatchEvent(new Event("input"));
}

/** What is typed where the app has said nothing yet begins its conversation, which is shown once it is there. */
async function post({ id }, text) {
  const where = id === noDirect ? {} : { channel: id };
  if (text.startsWith("/")) {
    await actions.command(text, where);
  } else if (id === noDirect) {
    change({ notice: "Begin this conversation with a command: type /workday-isu help." });
  } else {
    await actions.say({ text, ...where });
  }
}
