import { h } from "preact";
import { clock, day, mark, part, table } from "../elements/table.js";

/** The vault as somebody sees it who may list and not read. */
export function Vault({ state: { vault } }) {
  return [
    h(
      "p",
      { class: "about" },
      "Azure Key Vault, emulated. Values are never shown here, as nowhere else.",
    ),
    vault.length === 0 && h("p", { class: "empty" }, "No secret has been stored yet."),
    vault.map(secretPart),
  ];
}

function secretPart({ name, life, versions }) {
  return part(
    name,
    { count: `${versions.length} ${versions.length === 1 ? "version" : "versions"}` },
    life !== "active" && h("p", {}, mark("bad", life)),
    table(
      `Versions of ${name}`,
      ["Version", "State", "Made", "Expires", "Content type", "Tags"],
      versions
        .toReversed()
        .map(({ version, enabled, created, exp, contentType, tags }) => [
          h("code", {}, version),
          enabled ? mark("good", "enabled") : mark("bad", "disabled"),
          clock(created * 1000),
          exp === undefined ? "never" : day(exp * 1000),
          contentType ?? "—",
          tagList(tags),
        ]),
    ),
  );
}

function tagList(tags = {}) {
  const lines = Object.entries(tags);
  if (lines.length === 0) return "—";
  return h(
    "ul",
    {},
    lines.map(([name, value]) => h("li", {}, `${name}: ${value}`)),
  );
}
