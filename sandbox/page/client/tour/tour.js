import { el } from "../elements/dom.js";

/** Which step is read, where that is not the first one to do; and whether the tour is put away. */
const shown = { step: undefined, done: 0, isHidden: false };

/**
 * Five steps that are ticked as they happen, then free play. `accept` does what an offer says; `again` draws the page
 * anew.
 */
export function tourNodes({ tour, ideas }, { accept, again, isOn }) {
  const done = tour.filter(({ isDone }) => isDone).length;
  const isOver = done === tour.length;
  const first = tour.findIndex(({ isDone }) => !isDone);
  // What was done just now leads on, whichever step was being read.
  if (done !== shown.done && shown.step !== tour.length) shown.step = undefined;
  shown.done = done;
  const current = shown.step ?? (isOver ? tour.length : first);
  const head = headNode(isOver ? "Free play" : `Tour: ${done} of ${tour.length} steps done`, again);
  if (shown.isHidden) return head;
  const step = tour[current];
  const how = { accept, isOn };
  return [
    head,
    stepList(tour, current, again),
    step !== undefined && stepNode(step, how),
    step === undefined && ideaList(ideas, how),
  ];
}

function headNode(title, again) {
  return el(
    "div",
    { class: "tour-head" },
    el("h2", { id: "tour-title" }, title),
    el(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": "hide-tour",
        "aria-expanded": String(!shown.isHidden),
        onclick: () => {
          shown.isHidden = !shown.isHidden;
          again();
        },
      },
      shown.isHidden ? "Show" : "Hide",
    ),
  );
}

/** What the tour looks like depends on this, besides the state. */
export function tourKey() {
  return [shown.step, shown.isHidden];
}

function stepList(tour, current, again) {
  return el(
    "ol",
    { class: "steps" },
    tour.map(({ title, isDone }, index) => stepButton({ title, isDone, index }, current, again)),
    stepButton({ title: "Free play", index: tour.length, tick: "★" }, current, again),
  );
}

function stepButton({ title, index, isDone = false, tick = String(index + 1) }, current, again) {
  return el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: isDone ? "step done" : "step",
        "data-key": `step-${index}`,
        "aria-current": index === current ? "step" : undefined,
        onclick: () => {
          shown.step = shown.step === index ? undefined : index;
          again();
        },
      },
      el("span", { class: "tick", "aria-hidden": "true" }, isDone ? "✓" : tick),
      el("span", { class: "step-title" }, title),
      isDone && el("span", { class: "unseen" }, " (done)"),
    ),
  );
}

function stepNode({ text, offers }, how) {
  return el("div", { class: "step-body" }, el("p", {}, text), offerList(offers, how));
}

function ideaList(ideas, how) {
  return el(
    "ul",
    { class: "ideas" },
    ideas.map(({ text, offers }) => el("li", {}, el("p", {}, text), offerList(offers, how))),
  );
}

/** `isOn` tells of a switch whether it is on. */
export function offerList(offers, { accept, isOn }) {
  return el(
    "div",
    { class: "offers" },
    offers.map((offer) =>
      el(
        "button",
        {
          type: "button",
          class: "button",
          "data-key": `offer-${offer.label}`,
          "aria-pressed": offer.kind === "switch" ? pressed(isOn(offer.name)) : undefined,
          onclick: () => accept(offer),
        },
        offer.kind === "command" ? el("code", {}, offer.label) : offer.label,
      ),
    ),
  );
}

function pressed(isOn) {
  return isOn === undefined ? undefined : String(isOn);
}
