import { el } from "../elements/dom.js";

const names = {
  clientId: "Client ID",
  clientSecret: "Client Secret",
  refreshToken: "Refresh Token",
};

/** What Workday shows one time, such as a client's secret: it stays here until it is put away, and nowhere else. */
export function createShownOnce() {
  const list = el("dl", { class: "shown-once" });
  const node = el(
    "section",
    { class: "outcome", "aria-label": "What Workday shows once", hidden: true },
    el("p", { class: "about" }, "Workday shows these once. Copy them where they are asked for."),
    list,
    el("button", { type: "button", class: "button", onclick: putAway }, "Put them away"),
  );

  function putAway() {
    list.replaceChildren();
    node.hidden = true;
  }

  return {
    node,
    add: (values) => {
      const added = Object.entries(values).map(([key, value]) =>
        entryNode(names[key] ?? key, value),
      );
      list.append(...added.flat());
      node.hidden = list.children.length === 0;
    },
  };
}

function entryNode(name, value) {
  return [
    el("dt", {}, name),
    el("dd", {}, el("code", {}, value), el("span", {}, copyButton(name, value))),
  ];
}

function copyButton(name, value) {
  const button = el(
    "button",
    {
      type: "button",
      class: "button",
      onclick: async () => {
        const isCopied = await navigator.clipboard.writeText(value).then(
          () => true,
          () => false,
        );
        button.textContent = isCopied ? `${name}: copied` : "Select it and copy it by hand";
      },
    },
    `Copy ${name}`,
  );
  return button;
}
