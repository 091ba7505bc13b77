import type { Event, Leftover } from "./event.ts";

/** What is left behind after an event: each thing once, in the newest words, until it is gone. */
export function keepLeftovers(
  leftBehind: readonly Leftover[],
  event: Extract<Event, { kind: "left-behind" | "gone" }>,
): readonly Leftover[] {
  const named = event.kind === "gone" ? event.what : event.item.what;
  const others = leftBehind.filter(({ what }) => what !== named);
  return event.kind === "gone" ? others : [...others, event.item];
}
