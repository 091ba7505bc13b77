import { h } from "preact";

/** A button that says `label`; `about` is what else there is to it. */
export function button(label, onclick, about = {}) {
  return h("button", { type: "button", class: "button", ...about, onclick }, label);
}
