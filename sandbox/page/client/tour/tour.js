import { h } from "preact";
import { button } from "../elements/button.js";
import { change } from "../page.js";
import { offerList } from "./offers.js";

/** Five steps that are ticked as they happen, then free play. What was done just now leads on, whichever step is read. */
export function Tour({ state: { tour, ideas }, step: read, isTourHidden: isHidden }) {
  const done = tour.filter(({ isDone }) => isDone).length;
  const isOver = done === tour.length;
  const first = isOver ? tour.length : tour.findIndex(({ isDone }) => !isDone);
  const isRead = read !== undefined && (read.done === done || read.index === tour.length);
  const current = isRead ? read.index : first;
  const title = isOver ? "Free play" : `Tour: ${done} of ${tour.length} steps done`;
  return [
    headNode(title, isHidden),
    !isHidden && stepList(tour, { current, done }),
    !isHidden && (current === tour.length ? ideaList(ideas) : stepNode(tour[current])),
  ];
}

function headNode(title, isHidden) {
  const about = { class: "link", "aria-expanded": String(!isHidden) };
  return h(
    "div",
    { class: "tour-head" },
    h("h2", { id: "tour-title" }, title),
    button(isHidden ? "Show" : "Hide", () => change({ isTourHidden: !isHidden }), about),
  );
}

function stepList(tour, shown) {
  const entries = [
    ...tour.map((step, index) => ({ ...step, tick: step.isDone ? "✓" : String(index + 1) })),
    { title: "Free play", isDone: false, tick: "★" },
  ];
  return h(
    "ol",
    { class: "steps" },
    entries.map((entry, index) => stepButton(entry, index, shown)),
  );
}

/** A second click goes back to what is to be done. */
function stepButton({ title, isDone, tick }, index, { current, done }) {
  const about = {
    type: "button",
    class: isDone ? "step done" : "step",
    "aria-current": index === current ? "step" : undefined,
    onclick: () => change({ step: index === current ? undefined : { index, done } }),
  };
  return h(
    "li",
    {},
    h(
      "button",
      about,
      h("span", { class: "tick", "aria-hidden": "true" }, tick),
      h("span", { class: "step-title" }, title),
      isDone && h("span", { class: "unseen" }, " (done)"),
    ),
  );
}

function stepNode({ text, offers }) {
  return h("div", { class: "step-body" }, h("p", {}, text), offerList(offers));
}

function ideaList(ideas) {
  return h(
    "ul",
    { class: "ideas" },
    ideas.map(({ text, offers }) => h("li", {}, h("p", {}, text), offerList(offers))),
  );
}
