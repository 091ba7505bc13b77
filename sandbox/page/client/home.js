import { blockNodes } from "./blocks.js";
import { el } from "./dom.js";
import { namesOf } from "./names.js";

/** The app's Home tab, as one person sees it. */
export function homeNodes(view, { state, person, actions }) {
  if (view === undefined) return el("p", { class: "empty" }, "The app has published nothing yet.");
  const where = { kind: "home" };
  const desk = {
    key: view.id,
    names: namesOf(state),
    people: state.slack.people,
    values: {},
    errors: {},
    press: (button) => actions.press({ person, where, button, values: [] }),
    change: (_block, element, value) =>
      actions.choose({ person, where, actionId: element.action_id, value }),
    suggest: () => Promise.resolve([]),
  };
  return el("div", { class: "blocks" }, blockNodes(view.content.blocks, desk));
}
