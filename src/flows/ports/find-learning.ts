import { isSameName } from "../model/names.ts";
import { type TopicSegment } from "./learning.ts";

/** Whether a segment is of exactly these topics, by their WIDs. */
export function isOfTopics(
  { topics: own }: Pick<TopicSegment, "topics">,
  topics: readonly string[],
): boolean {
  return own.length === topics.length && topics.every((wid) => own.includes(wid));
}

/** What has this name, in any spelling. */
export function findThing<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  name: string,
): Thing | undefined {
  return things.find((thing) => isSameName(thing.name, name));
}
