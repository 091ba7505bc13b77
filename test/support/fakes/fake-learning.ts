import type { Fault } from "../../../src/flows/model/fault.ts";
import type { Learning, LearningThing, TopicSegment } from "../../../src/flows/ports/learning.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import type { FaultInjector } from "./fault-injection.ts";

export interface FakeLearning extends Learning {
  /** Somebody deletes everything by hand. */
  readonly forget: () => void;
  /** Somebody deletes every segment of topics, or makes each one of other topics. */
  readonly distortSegments: (topics: readonly string[] | "gone") => void;
}

/** The service Learning of one tenant, in memory. */
export function createFakeLearning(mishaps: FaultInjector): FakeLearning {
  const things = {
    topic: new Map<string, LearningThing>(),
    category: new Map<string, LearningThing>(),
  };
  const segments = new Map<string, TopicSegment>();
  let made = 0;

  function keep<Thing extends { readonly name: string }>(
    into: Map<string, Thing & { readonly wid: string }>,
    thing: Thing,
  ): Result<Thing & { readonly wid: string }, Fault> {
    if (into.has(thing.name)) {
      return err({ kind: "rejected", outside: "Workday", words: "The name is in use." });
    }
    made += 1;
    const kept = { ...thing, wid: String(made).padStart(32, "0") };
    into.set(thing.name, kept);
    return ok(kept);
  }

  return {
    forget: () => {
      things.topic.clear();
      things.category.clear();
      segments.clear();
    },
    distortSegments: (topics) => {
      const before = [...segments];
      segments.clear();
      if (topics === "gone") return;
      for (const [name, segment] of before) segments.set(name, { ...segment, topics });
    },
    list: (kind) => mishaps.meet("workday.listLearning", () => ok([...things[kind].values()])),
    add: (kind, name) => mishaps.meet("workday.addLearning", () => keep(things[kind], { name })),
    listSegments: () => mishaps.meet("workday.listSegments", () => ok([...segments.values()])),
    addSegment: (segment) => mishaps.meet("workday.addSegment", () => keep(segments, segment)),
  };
}
