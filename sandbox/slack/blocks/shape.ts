import type { Element } from "./block.ts";

/** How an element holds what a person enters: `text` typed, `one` or `many` options, a `person`, `people`, a `day`. */
export type Shape = "text" | "one" | "many" | "person" | "people" | "day" | "nothing";

const shapes: Readonly<Record<Element["type"], Shape>> = {
  button: "nothing",
  overflow: "nothing",
  plain_text_input: "text",
  number_input: "text",
  url_text_input: "text",
  static_select: "one",
  external_select: "one",
  radio_buttons: "one",
  multi_static_select: "many",
  multi_external_select: "many",
  checkboxes: "many",
  users_select: "person",
  multi_users_select: "people",
  datepicker: "day",
};

export function shapeOf(element: Element): Shape {
  return shapes[element.type];
}
