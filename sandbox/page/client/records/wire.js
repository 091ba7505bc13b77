import { h } from "preact";
import { useState } from "preact/hooks";
import { actions } from "../actions.js";
import { clock, mark } from "../elements/table.js";

/** What crossed the wire between the bot and the services, newest first. */
export function Wire({ state: { wire } }) {
  return [
    h(
      "p",
      { class: "about" },
      "What the bot said to the services and what they said to it, newest first. Secrets are taken out.",
    ),
    wire.length === 0 && h("p", { class: "empty" }, "Nothing yet."),
    h(
      "ol",
      { class: "wire" },
      wire.toReversed().map((line) => h(Line, { key: line.id, ...line })),
    ),
  ];
}

/** What it carried is asked for when it is opened first. */
function Line({ id, at, service, what, isToBot, outcome, isTrouble, times }) {
  const [body, setBody] = useState();
  async function ontoggle({ currentTarget: { open } }) {
    if (open && body === undefined) setBody(await actions.lookAtWire(id));
  }
  return h(
    "li",
    {},
    h(
      "details",
      { ontoggle },
      h(
        "summary",
        {},
        h("time", {}, clock(at)),
        h("b", { class: `service ${service.toLowerCase().replace(" ", "-")}` }, service),
        h("span", { class: "unseen" }, isToBot ? "to the bot:" : "from the bot:"),
        h("span", { "aria-hidden": "true" }, isToBot ? "→ bot" : "← bot"),
        h("code", {}, what),
        outcome !== undefined && mark(isTrouble ? "bad" : "good", outcome),
        times !== undefined && h("span", { class: "quiet" }, `${times} times`),
      ),
      h("div", { class: "wire-body" }, bodyNodes(body)),
    ),
  );
}

function bodyNodes(body) {
  if (body === undefined) return [];
  if (body.kind === "trouble") return [h("p", { class: "quiet" }, body.message)];
  const { sent, answered } = body;
  return [textNode("Sent", sent), textNode("Answered", answered)];
}

function textNode(title, text) {
  return h(
    "div",
    {},
    h("h4", {}, title),
    text === ""
      ? h("p", { class: "quiet" }, "Nothing.")
      : h("pre", { tabindex: "0", "aria-label": title }, tidy(text)),
  );
}

/** JSON and XML on lines of their own. */
function tidy(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text.startsWith("<") ? text.replaceAll("><", ">\n<") : text;
  }
}
