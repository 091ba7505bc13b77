import { el } from "../elements/dom.js";
import { mark, part } from "../elements/table.js";

const jumps = [
  [1, "One hour later"],
  [24, "One day later"],
  [24 * 7, "One week later"],
];

/** Everything that can go wrong, and time, which passes. */
export function switchNodes({ switches, clock }, actions) {
  return [
    el(
      "p",
      { class: "about" },
      "Make something go wrong, watch what the bot says, and put it right again.",
    ),
    clockPart(clock, actions),
    switches.map((group) =>
      part(
        group.title,
        { ...countOf(group) },
        el(
          "ul",
          { class: "switches" },
          group.switches.map((one) => switchNode(one, actions)),
        ),
      ),
    ),
  ];
}

function clockPart({ aheadMs }, actions) {
  return part(
    "The clock",
    {},
    el("p", { class: "about" }, `The bot's clock is ${sayAhead(aheadMs)}. It does not go back.`),
    el(
      "div",
      { class: "actions" },
      jumps.map(([hours, label]) =>
        el(
          "button",
          {
            type: "button",
            class: "button",
            "data-key": `jump-${hours}`,
            onclick: () => actions.moveClock(hours),
          },
          label,
        ),
      ),
    ),
  );
}

function countOf({ switches }) {
  const on = switches.filter(({ isOn }) => isOn === true).length;
  return on === 0 ? {} : { count: `${on} on` };
}

function switchNode({ name, title, about, isOn }, actions) {
  const id = `switch-${name}`;
  const control =
    isOn === undefined
      ? el(
          "button",
          {
            type: "button",
            class: "button",
            "data-key": id,
            "aria-describedby": id,
            onclick: () => actions.turn(name, true),
          },
          title,
        )
      : el(
          "button",
          {
            type: "button",
            class: "switch",
            role: "switch",
            "aria-checked": String(isOn),
            "data-key": id,
            "aria-describedby": id,
            onclick: () => actions.turn(name, !isOn),
          },
          el("span", { class: "track", "aria-hidden": "true" }),
          el("span", {}, title),
          isOn && mark("on", "on"),
        );
  return el("li", {}, control, el("p", { id, class: "about" }, about));
}

export function sayAhead(ms) {
  const hours = Math.round(ms / 3_600_000);
  if (hours === 0) return "this machine's";
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  const parts = [count(days, "day"), count(rest, "hour")].filter((words) => words !== "");
  return `${parts.join(" and ")} ahead`;
}

function count(number, word) {
  if (number === 0) return "";
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
