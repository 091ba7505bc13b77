import { h } from "preact";
import { blockNodes } from "../blocks/blocks.js";
import { deskAt } from "./desk.js";

/** The app's Home tab, as one person sees it. */
export function Home({ view, state }) {
  if (view === undefined) return h("p", { class: "empty" }, "The app has published nothing yet.");
  const desk = deskAt({ kind: "home" }, view.id, state);
  return h("div", { class: "blocks" }, blockNodes(view.content.blocks, desk));
}
