import { ok, type Result } from "../../result.ts";
import { refuse, type Stopped } from "../lifecycle/step-context.ts";
import type { Fault } from "../model/fault.ts";
import type { Clock } from "../ports/clock.ts";
import { findThing, isOfTopics } from "../ports/find-learning.ts";
import type { Learning, LearningKind, LearningThing, TopicSegment } from "../ports/learning.ts";
import { retryRead, retryUnreachable } from "../ports/retry.ts";

type Ensured<Value> = Result<Value, Fault | Stopped>;

interface With {
  readonly clock: Clock;
  readonly learning: Learning;
}

/**
 * Ensures that there is a topic or a category of each name: those that are there stay as they are, the
 * others are made, and all of them are read back. Safe to repeat.
 */
export async function ensureLearning(
  { clock, learning }: With,
  kind: LearningKind,
  names: readonly string[],
): Promise<Ensured<readonly LearningThing[]>> {
  const before = await retryRead(clock, () => learning.list(kind));
  if (!before.ok) return before;
  for (const name of names.filter((one) => findThing(before.value, one) === undefined)) {
    const made = await retryUnreachable(clock, () => learning.add(kind, name));
    if (!made.ok && made.error.kind !== "unknown") return made;
  }
  const after = await retryRead(clock, () => learning.list(kind));
  if (!after.ok) return after;
  const found: LearningThing[] = [];
  for (const name of names) {
    const thing = findThing(after.value, name);
    if (thing === undefined) return refuse(describeMissing(kind, name));
    found.push(thing);
  }
  return ok(found);
}

/**
 * Ensures a segment of exactly these topics. One of its name with other topics belongs to somebody: it is
 * never written over. Safe to repeat.
 */
export async function ensureSegment(
  { clock, learning }: With,
  meant: Omit<TopicSegment, "wid">,
): Promise<Ensured<TopicSegment>> {
  const before = await retryRead(clock, learning.listSegments);
  if (!before.ok) return before;
  const there = findThing(before.value, meant.name);
  if (there !== undefined) return judge(there, meant);
  const made = await retryUnreachable(clock, () => learning.addSegment(meant));
  if (!made.ok && made.error.kind !== "unknown") return made;
  const after = await retryRead(clock, learning.listSegments);
  if (!after.ok) return after;
  const now = findThing(after.value, meant.name);
  return now === undefined
    ? refuse(`Workday does not show the topic security segment ${meant.name} after making it.`)
    : judge(now, meant);
}

function judge(
  there: TopicSegment,
  { name, topics }: Omit<TopicSegment, "wid">,
): Ensured<TopicSegment> {
  return isOfTopics(there, topics)
    ? ok(there)
    : refuse(
        `There is a topic security segment ${name} with other topics. Nothing was touched. Use another name, or change it in Workday.`,
      );
}

function describeMissing(kind: LearningKind, name: string): string {
  const what = kind === "topic" ? "learning topic" : "learning security category";
  return `Workday does not show the ${what} ${name} after making it. Look at it in Workday, then press Try again.`;
}
