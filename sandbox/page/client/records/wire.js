import { el } from "../elements/dom.js";
import { clock, mark } from "../elements/table.js";

/** What each opened line carried, by its id: it is asked for once. */
const bodies = new Map();
const open = new Set();

/** What crossed the wire between the bot and the services, newest first. */
export function wireNodes({ wire }, actions) {
  return [
    el(
      "p",
      { class: "about" },
      "What the bot said to the services and what they said to it, newest first. Secrets are taken out.",
    ),
    wire.length === 0 && el("p", { class: "empty" }, "Nothing yet."),
    el(
      "ol",
      { class: "wire" },
      wire.toReversed().map((line) => lineNode(line, actions)),
    ),
  ];
}

function lineNode(line, actions) {
  const { id, at, service, what, isToBot, outcome, isTrouble, times } = line;
  const body = el("div", { class: "wire-body" }, bodyNodes(bodies.get(id)));
  const details = el(
    "details",
    {
      open: open.has(id),
      ontoggle: async () => {
        if (!details.isConnected) return;
        if (!details.open) {
          open.delete(id);
          return;
        }
        open.add(id);
        if (!bodies.has(id)) bodies.set(id, await actions.lookAtWire(id));
        body.replaceChildren(...bodyNodes(bodies.get(id)));
      },
    },
    el(
      "summary",
      { "data-key": `wire-${id}` },
      el("time", {}, clock(at)),
      el("b", { class: `service ${service.toLowerCase().replace(" ", "-")}` }, service),
      el("span", { class: "unseen" }, isToBot ? "to the bot:" : "from the bot:"),
      el("span", { "aria-hidden": "true" }, isToBot ? "→ bot" : "← bot"),
      el("code", {}, what),
      outcome !== undefined && mark(isTrouble ? "bad" : "good", outcome),
      times !== undefined && el("span", { class: "quiet" }, `${times} times`),
    ),
    body,
  );
  return el("li", {}, details);
}

function bodyNodes(body) {
  if (body === undefined) return [];
  if (body.kind === "trouble") return [el("p", { class: "quiet" }, body.message)];
  const { sent, answered } = body;
  return [textNode("Sent", sent), textNode("Answered", answered)];
}

function textNode(title, text) {
  return el(
    "div",
    {},
    el("h4", {}, title),
    text === ""
      ? el("p", { class: "quiet" }, "Nothing.")
      : el("pre", { tabindex: "0", "aria-label": title }, tidy(text)),
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
