import { el } from "../elements/dom.js";
import { textNodes } from "./mrkdwn.js";

/** Asks what a button wants confirmed; true for yes. Without a question it is yes at once. */
export function confirmed(question, names) {
  if (question === undefined) return Promise.resolve(true);
  const { title, text, confirm, deny, style } = question;
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { class: "confirm", "aria-labelledby": "confirm-title" },
      el("h2", { id: "confirm-title" }, title?.text ?? "Are you sure?"),
      el("p", { class: "text" }, textNodes(text, names)),
      el(
        "div",
        { class: "actions" },
        button("no", deny?.text ?? "No", ""),
        button("yes", confirm?.text ?? "Yes", style ?? "primary"),
      ),
    );
    function button(value, label, look) {
      return el(
        "button",
        { type: "button", class: `button ${look}`, onclick: () => dialog.close(value) },
        label,
      );
    }
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
