import { blockNodes } from "../blocks/blocks.js";
import { el } from "../elements/dom.js";
import { deskAt } from "./desk.js";

/** The app's Home tab, as one person sees it. */
export function homeNodes(view, room) {
  if (view === undefined) return el("p", { class: "empty" }, "The app has published nothing yet.");
  const desk = deskAt({ kind: "home" }, view.id, room);
  return el("div", { class: "blocks" }, blockNodes(view.content.blocks, desk));
}
