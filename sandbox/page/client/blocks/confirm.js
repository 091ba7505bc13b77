import { h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { button } from "../elements/button.js";
import { change } from "../page.js";
import { textNodes } from "./mrkdwn.js";

/** Asks what a button wants confirmed; true for yes. Without a question it is yes at once. */
export function confirmed(asked, names) {
  if (asked === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    function answer(isYes) {
      change({ question: undefined });
      resolve(isYes);
    }
    change({ question: { asked, names, answer } });
  });
}

/** A question in a window of its own. The browser gives the focus back. */
export function Question({ asked: { title, text, confirm, deny, style }, names, answer }) {
  const dialog = useRef();
  useLayoutEffect(() => dialog.current.showModal(), []);

  return h(
    "dialog",
    {
      class: "confirm",
      "aria-labelledby": "confirm-title",
      ref: dialog,
      onclose: () => answer(dialog.current.returnValue === "yes"),
    },
    h("h2", { id: "confirm-title" }, title?.text ?? "Are you sure?"),
    h("p", { class: "text" }, textNodes(text, names)),
    h(
      "div",
      { class: "actions" },
      button(deny?.text ?? "No", () => dialog.current.close("no")),
      button(confirm?.text ?? "Yes", () => dialog.current.close("yes"), {
        class: `button ${style ?? "primary"}`,
      }),
    ),
  );
}
