import { el } from "../elements/dom.js";
import { offerList } from "./tour.js";

/** What waits for somebody right now, and who that is. */
export function hintNodes({ hint, cast }, person, accept) {
  if (hint === undefined) return [];
  const other = cast.find(({ id }) => id === hint.person && id !== person);
  const offers = [
    ...(other === undefined ? [] : [{ kind: "be", label: `Be ${other.name}`, person: other.id }]),
    ...(hint.offers ?? []),
  ];
  return [
    el("b", {}, "Now"),
    el("span", {}, hint.text),
    offers.length > 0 && offerList(offers, { accept, isOn: () => undefined }),
    hint.lines !== undefined && el("pre", {}, hint.lines.join("\n")),
  ];
}
