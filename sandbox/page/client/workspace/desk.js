import { actions } from "../actions.js";
import { namesOf } from "./names.js";

/** What a person can do with blocks outside of a modal: see `elements.js`. `key` is a prefix for names. */
export function deskAt(where, key, state) {
  return {
    key,
    names: namesOf(state),
    people: state.slack.people,
    values: {},
    errors: {},
    press: (button) => actions.press({ where, button, values: [] }),
    change: (_block, element, value) =>
      actions.choose({ where, actionId: element.action_id, value }),
    suggest: () => Promise.resolve([]),
  };
}
