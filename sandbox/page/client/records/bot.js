import { el } from "../elements/dom.js";
import { mark } from "../elements/table.js";

const levels = { 10: "trace", 20: "debug", 30: "info", 40: "warn", 50: "error", 60: "fatal" };

/** The bot as its operators see it. */
export function botNodes({ bot }, actions) {
  return [
    el("p", { class: "about", role: "status" }, "The bot ", stateOf(bot)),
    !bot.isRunning &&
      !bot.isStarting &&
      el("p", { class: "trouble" }, "What it wrote last stands below."),
    el(
      "div",
      { class: "actions" },
      button(startWords(bot, "runner"), () => actions.restart("runner"), bot.isStarting),
      button(startWords(bot, "person"), () => actions.restart("person"), bot.isStarting),
      button("Kill it (kill -9)", () => actions.kill(), !bot.isRunning),
    ),
    el("h3", {}, "Log"),
    el(
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

function button(text, onclick, isDisabled) {
  return el(
    "button",
    { type: "button", class: "button", disabled: isDisabled, "data-key": text, onclick },
    text,
  );
}

function lineNode(line) {
  const entry = parse(line);
  if (entry === undefined) return el("li", {}, line);
  const { level, time, msg, pid: _pid, hostname: _host, ...facts } = entry;
  const name = levels[level] ?? String(level);
  const rest = Object.entries(facts).map(([key, value]) => `${key}=${sayFact(value)}`);
  return el(
    "li",
    { class: name },
    el("span", { class: "quiet" }, timeOf(time)),
    " ",
    el("b", {}, name),
    ` ${msg ?? ""} `,
    el("span", { class: "quiet" }, rest.join(" ")),
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
