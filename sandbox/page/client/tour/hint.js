import { h } from "preact";
import { offerList } from "./offers.js";

/** What waits for somebody right now, and who that is. */
export function Hint({ state: { hint, cast }, person }) {
  if (hint === undefined) return undefined;
  const other = cast.find(({ id }) => id === hint.person && id !== person);
  const offers = [
    ...(other === undefined ? [] : [{ kind: "be", label: `Be ${other.name}`, person: other.id }]),
    ...(hint.offers ?? []),
  ];
  return [
    h("b", {}, "Now"),
    h("span", {}, hint.text),
    offers.length > 0 && offerList(offers),
    hint.lines !== undefined && h("pre", {}, hint.lines.join("\n")),
  ];
}
