import { h } from "preact";
import { actions } from "../actions.js";
import { button } from "../elements/button.js";
import { mark, part } from "../elements/table.js";
import { shownTenant, TenantChoice } from "./tenant-choice.js";

const jumps = [
  [1, "One hour later"],
  [24, "One day later"],
  [24 * 7, "One week later"],
];

/** Everything that can go wrong, and time, which passes. */
export function Switches(page) {
  const { switches, clock } = page.state;
  const firstOfTenant = switches.find(({ isOfTenant }) => isOfTenant);
  return [
    h(
      "p",
      { class: "about" },
      "Make something go wrong, watch what the bot says, and put it right again.",
    ),
    clockPart(clock),
    switches.map((group) => [
      group === firstOfTenant && h(TenantChoice, page),
      groupPart(group, shownTenant(page)),
    ]),
  ];
}

/** One that each tenant has for itself is the shown tenant's. */
function groupPart({ title, isOfTenant, switches }, tenant) {
  const shown = switches.map((one) => ({
    ...one,
    isOn: one.onIn === undefined ? one.isOn : one.onIn.includes(tenant.name),
  }));
  return part(
    isOfTenant ? `${title}, in ${tenant.label}` : title,
    { ...countOf(shown) },
    h(
      "ul",
      { class: "switches" },
      shown.map((one) => switchNode(one, tenant)),
    ),
  );
}

function clockPart({ aheadMs }) {
  return part(
    "The clock",
    {},
    h("p", { class: "about" }, `The bot's clock is ${sayAhead(aheadMs)}. It does not go back.`),
    h(
      "div",
      { class: "actions" },
      jumps.map(([hours, label]) => button(label, () => actions.moveClock(hours), { key: hours })),
    ),
  );
}

function countOf(switches) {
  const on = switches.filter(({ isOn }) => isOn === true).length;
  return on === 0 ? {} : { count: `${on} on` };
}

/** One that cannot be left on is a button. */
function switchNode({ name, title, about, isOn }, tenant) {
  const id = `switch-${name}`;
  const toggle = { class: "switch", role: "switch", "aria-checked": String(isOn) };
  const label = [
    h("span", { class: "track", "aria-hidden": "true" }),
    h("span", {}, title),
    isOn && mark("on", "on"),
  ];
  function turn() {
    return actions.turn(name, !isOn, tenant.name);
  }
  const control =
    isOn === undefined
      ? button(title, turn, { "aria-describedby": id })
      : button(label, turn, { ...toggle, "aria-describedby": id });
  return h("li", { key: name }, control, h("p", { id, class: "about" }, about));
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
