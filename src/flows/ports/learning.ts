import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";

/** What learning content is segmented by. A segment-based group takes one kind only. */
export type LearningKind = "topic" | "category";

/** A learning topic or a learning security category. */
export interface LearningThing {
  readonly wid: string;
  readonly name: string;
}

/** A topic security segment: whoever has access to it has access to its topics' content. */
export interface TopicSegment {
  readonly wid: string;
  /** The ID that its maker gave it. */
  readonly name: string;
  /** WIDs of topics. */
  readonly topics: readonly string[];
}

/**
 * The part of the service Learning that segments learning content. Making a thing changes nobody's access.
 *
 * @see Workday Learning v31.2; nobody has tried it on a live tenant
 */
export interface Learning {
  readonly list: (kind: LearningKind) => Promise<Result<readonly LearningThing[], Fault>>;
  /**
   * Makes a topic or a category. Not safe to repeat: whether Workday refuses a name that is taken or makes a
   * second one is not known, so look first. On `unknown` it may be there.
   */
  readonly add: (kind: LearningKind, name: string) => Promise<Result<LearningThing, Fault>>;
  readonly listSegments: () => Promise<Result<readonly TopicSegment[], Fault>>;
  /** Makes a segment of topics that exist. Not safe to repeat, in the same way. */
  readonly addSegment: (segment: Omit<TopicSegment, "wid">) => Promise<Result<TopicSegment, Fault>>;
}
