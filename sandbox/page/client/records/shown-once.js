import { h } from "preact";
import { useState } from "preact/hooks";
import { button } from "../elements/button.js";

const names = {
  clientId: "Client ID",
  clientSecret: "Client Secret",
  refreshToken: "Refresh Token",
};

/** What Workday shows one time, such as a client's secret: it stays here until it is put away, and nowhere else. */
export function ShownOnce({ values, putAway }) {
  return h(
    "section",
    { class: "outcome", "aria-label": "What Workday shows once", hidden: values.length === 0 },
    h("p", { class: "about" }, "Workday shows these once. Copy them where they are asked for."),
    h(
      "dl",
      { class: "shown-once" },
      values.map(([key, value]) => entryNodes(names[key] ?? key, value)),
    ),
    button("Put them away", putAway),
  );
}

function entryNodes(name, value) {
  return [
    h("dt", {}, name),
    h("dd", {}, h("code", {}, value), h("span", {}, h(CopyButton, { name, value }))),
  ];
}

function CopyButton({ name, value }) {
  const [label, say] = useState(`Copy ${name}`);
  async function onclick() {
    const isCopied = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    );
    say(isCopied ? `${name}: copied` : "Select it and copy it by hand");
  }
  return button(label, onclick);
}
