import { err, ok, type Result } from "../../result.ts";
import { refuse, type Stopped } from "../lifecycle/step-context.ts";
import { type Fault, isAway } from "../model/fault.ts";
import { type Instant, later } from "../model/ids.ts";
import type { Clock } from "../ports/clock.ts";
import { findThing, isOfTopics } from "../ports/find-learning.ts";
import type { Learning, LearningKind, LearningThing, TopicSegment } from "../ports/learning.ts";
import { retryRead, retryUnreachable } from "../ports/retry.ts";

type Ensured<Value> = Result<Value, Fault | Stopped>;

interface With {
  readonly clock: Clock;
  readonly learning: Learning;
  /** When something of this step was sent last of which nobody knows whether it came to anything. */
  readonly sentAt?: Instant;
}

/** Milliseconds in which what was sent may still take effect. A guess: Workday does not publish it. */
const effectMs = 900_000;

/**
 * Ensures that there is a topic or a category of each name: those that are there stay as they are, the
 * others are made, and all of them are read back. Safe to repeat: what may still come of an earlier try is waited for,
 * since Workday may make a second one of a name.
 */
export async function ensureLearning(
  reach: With,
  kind: LearningKind,
  names: readonly string[],
): Promise<Ensured<readonly LearningThing[]>> {
  const { clock, learning } = reach;
  const before = await retryRead(clock, () => learning.list(kind));
  if (!before.ok) return before;
  const missing = names.filter((one) => findThing(before.value, one) === undefined);
  const [next] = missing;
  const openSince = findOpenSince(reach);
  if (next !== undefined && openSince !== undefined) return unclear(openSince, kind, next);
  const unheard = await addEach(reach, kind, missing);
  if (!unheard.ok) return unheard;
  const sentAt = clock.now();
  const after = await retryRead(clock, () => learning.list(kind));
  if (!after.ok) return after;
  const found: LearningThing[] = [];
  for (const name of names) {
    const thing = findThing(after.value, name);
    if (thing === undefined) {
      return unheard.value.has(name)
        ? unclear(sentAt, kind, name)
        : refuse(describeMissing(kind, name));
    }
    found.push(thing);
  }
  return ok(found);
}

/** @returns the names of those of which nobody heard whether they were made */
async function addEach(
  { clock, learning }: With,
  kind: LearningKind,
  names: readonly string[],
): Promise<Result<ReadonlySet<string>, Fault>> {
  const unheard = new Set<string>();
  for (const name of names) {
    const made = await retryUnreachable(clock, () => learning.add(kind, name));
    if (made.ok) continue;
    if (made.error.kind !== "unknown") return made;
    if (isAway(made.error)) unheard.add(name);
  }
  return ok(unheard);
}

/**
 * Ensures a segment of exactly these topics. One of its name with other topics belongs to somebody: it is
 * never written over. Safe to repeat: what may still come of an earlier try is waited for.
 */
export async function ensureSegment(
  reach: With,
  meant: Omit<TopicSegment, "wid">,
): Promise<Ensured<TopicSegment>> {
  const { clock, learning } = reach;
  const before = await retryRead(clock, learning.listSegments);
  if (!before.ok) return before;
  const there = findThing(before.value, meant.name);
  if (there !== undefined) return judge(there, meant);
  const openSince = findOpenSince(reach);
  if (openSince !== undefined) return unclear(openSince, "segment", meant.name);
  const made = await retryUnreachable(clock, () => learning.addSegment(meant));
  if (!made.ok && made.error.kind !== "unknown") return made;
  const sentAt = clock.now();
  const after = await retryRead(clock, learning.listSegments);
  if (!after.ok) return after;
  const now = findThing(after.value, meant.name);
  if (now !== undefined) return judge(now, meant);
  return made.ok || !isAway(made.error)
    ? refuse(describeMissing("segment", meant.name))
    : unclear(sentAt, "segment", meant.name);
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

/** When that was sent which may still take effect. */
function findOpenSince({ clock, sentAt }: With): Instant | undefined {
  return sentAt !== undefined && clock.now() < later(sentAt, effectMs) ? sentAt : undefined;
}

const nouns = {
  topic: "learning topic",
  category: "learning security category",
  segment: "topic security segment",
} as const satisfies Record<LearningKind | "segment", string>;

function describeMissing(kind: LearningKind | "segment", name: string): string {
  return `Workday does not show the ${nouns[kind]} ${name} after making it. Look at it in Workday, then press Try again.`;
}

function unclear(
  sentAt: Instant,
  kind: LearningKind | "segment",
  name: string,
): Result<never, Fault> {
  const words = `Workday gave no answer to the making of the ${nouns[kind]} ${name}, and does not show it yet.`;
  return err({ kind: "unknown", outside: "Workday", words, sentAt });
}
