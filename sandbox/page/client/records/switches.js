import { el } from "../elements/dom.js";
import { mark, part } from "../elements/table.js";
import { choiceNode, shownTenant } from "./tenant-choice.js";

const jumps = [
  [1, "One hour later"],
  [24, "One day later"],
  [24 * 7, "One week later"],
];

/** Everything that can go wrong, and time, which passes. */
export function switchNodes(state, actions) {
  const { switches, clock } = state;
  const firstOfTenant = switches.find(({ isOfTenant }) => isOfTenant);
  return [
    el(
      "p",
      { class: "about" },
      "Make something go wrong, watch what the bot says, and put it right again.",
    ),
    clockPart(clock, actions),
    switches.map((group) => [
      group === firstOfTenant && choiceNode("panel-switches", state, actions.again),
      groupPart(group, shownTenant(state), actions),
    ]),
  ];
}

/** One that each tenant has for itself is the shown tenant's. */
function groupPart({ title, isOfTenant, switches }, tenant, actions) {
  const shown = switches.map((one) => ({
    ...one,
    isOn: one.onIn === undefined ? one.isOn : one.onIn.includes(tenant.name),
  }));
  return part(
    isOfTenant ? `${title}, in ${tenant.label}` : title,
    { ...countOf(shown) },
    el(
      "ul",
      { class: "switches" },
      shown.map((one) => switchNode(one, tenant, actions)),
    ),
  );
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

function countOf(switches) {
  const on = switches.filter(({ isOn }) => isOn === true).length;
  return on === 0 ? {} : { count: `${on} on` };
}

function switchNode({ name, title, about, isOn }, tenant, actions) {
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
            onclick: () => actions.turn(name, true, tenant.name),
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
            onclick: () => actions.turn(name, !isOn, tenant.name),
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
