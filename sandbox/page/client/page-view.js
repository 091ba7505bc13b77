import { h } from "preact";
import { Question } from "./blocks/confirm.js";
import { button } from "./elements/button.js";
import { change } from "./page.js";
import { Records } from "./records/records.js";
import { sayAhead } from "./records/switches.js";
import { Hint } from "./tour/hint.js";
import { Tour } from "./tour/tour.js";
import { Cast } from "./workspace/cast.js";
import { ModalLayer } from "./workspace/modal.js";
import { Workspace } from "./workspace/workspace.js";

/** The whole page, of all that it knows. */
export function Page(page) {
  const { state, announced, question } = page;
  return [
    h("a", { class: "skip", href: "#message-box" }, "Skip to the message box"),
    h(Head, page),
    state !== undefined && [
      h(
        "section",
        { class: "tour", "aria-labelledby": "tour-title" },
        h("div", { id: "tour" }, h(Tour, page)),
        h("p", { id: "said", class: "said", role: "status" }, saidNodes(page)),
        h("div", { id: "hint", class: "hint", role: "status" }, h(Hint, page)),
      ),
      h("div", { class: "columns" }, h(Main, page), h(Records, page)),
    ],
    h("p", { id: "announcer", class: "unseen", role: "status" }, announced),
    question !== undefined && h(Question, question),
  ];
}

function Head(page) {
  return h(
    "header",
    { class: "top" },
    h("h1", {}, "Workday ISU bot ", h("span", {}, "sandbox")),
    h(
      "p",
      { class: "lede" },
      "The real bot with emulated Slack, Workday and Key Vault, all on this machine. Nothing here is real: try anything.",
    ),
    h(
      "p",
      { class: "where" },
      h("span", { id: "clock" }, clockNode(page.state)),
      " ",
      h("span", { id: "connection", role: "status" }, connectionOf(page)),
    ),
  );
}

function clockNode(state) {
  const aheadMs = state?.clock.aheadMs ?? 0;
  return aheadMs !== 0 && h("span", { class: "ahead" }, `Clock: ${sayAhead(aheadMs)}`);
}

function connectionOf({ isConnected, state }) {
  if (isConnected === false) return "Not connected: is the sandbox still running?";
  return state === undefined ? "" : "Live";
}

/** What a switch did, beside the tour and for those who hear it; a phone shows it below everything until it is closed. */
function saidNodes({ said }) {
  if (said === "") return undefined;
  const about = { class: "", "aria-label": "Close this note" };
  return [h("span", {}, said), button("×", () => change({ said: "" }), about)];
}

function Main(page) {
  const isBehind = page.state.slack.views.length > 0;
  return h(
    "main",
    { class: "workspace", "aria-label": "Slack workspace" },
    h("fieldset", { id: "cast", class: "cast" }, h(Cast, page)),
    h(
      "div",
      { class: "client" },
      h("div", { id: "body", class: "body", inert: isBehind }, h(Workspace, page)),
      h(ModalLayer, page),
    ),
    h("p", { id: "notice", class: "notice", role: "alert" }, page.notice),
  );
}
