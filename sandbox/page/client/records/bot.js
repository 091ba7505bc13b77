import { h } from "preact";
import { actions } from "../actions.js";
import { button } from "../elements/button.js";
import { mark } from "../elements/table.js";

const levels = { 10: "trace", 20: "debug", 30: "info", 40: "warn", 50: "error", 60: "fatal" };

/** The bot as its operators see it. */
export function Bot({ state: { bot } }) {
  const starting = { disabled: bot.isStarting };
  return [
    h("p", { class: "about", role: "status" }, "The bot ", stateOf(bot)),
    !bot.isRunning &&
      !bot.isStarting &&
      h("p", { class: "trouble" }, "What it wrote last stands below."),
    h(
      "div",
      { class: "actions" },
      button(startWords(bot, "runner"), () => actions.restart("runner"), starting),
      button(startWords(bot, "person"), () => actions.restart("person"), starting),
      button("Kill it (kill -9)", () => actions.kill(), { disabled: !bot.isRunning }),
    ),
    h("h3", {}, "Log"),
    h(
      "ol",
      { class: "log", tabindex: "0", "aria-label": "The bot's last lines, newest first" },
      bot.lines.toReversed().map(lineNode),
    ),
  ];
}

function stateOf({ isRunning, isStarting, hands }) {
  if (isStarting) return mark("new", `is starting, with the ${hands} hand`);
  if (isRunning) return mark("good", `is running, with the ${hands} hand`);
  return mark("bad", "has stopped");
}

function startWords({ isRunning }, hands) {
  return `${isRunning ? "Restart" : "Start"} with the ${hands} hand`;
}

function lineNode(line) {
  const entry = parse(line);
  if (entry === undefined) return h("li", {}, line);
  const { level, time, msg, pid: _pid, hostname: _host, ...facts } = entry;
  const name = levels[level] ?? String(level);
  const rest = Object.entries(facts).map(([key, value]) => `${key}=${sayFact(value)}`);
  return h(
    "li",
    { class: name },
    h("span", { class: "quiet" }, timeOf(time)),
    " ",
    h("b", {}, name),
    ` ${msg ?? ""} `,
    h("span", { class: "quiet" }, rest.join(" ")),
  );
}

function timeOf(time) {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? "" : at.toLocaleTimeString("en-GB", { timeStyle: "medium" });
}

function sayFact(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function parse(line) {
  try {
    const entry = JSON.parse(line);
    return typeof entry === "object" && entry !== null ? entry : undefined;
  } catch {
    return undefined;
  }
}
