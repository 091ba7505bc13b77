import type { StepContext } from "../lifecycle/step-context.ts";
import type { SegmentedAccess, Segments } from "../model/segments.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import { findThing, isOfTopics } from "../ports/find-learning.ts";
import type { TopicSegment } from "../ports/learning.ts";
import { retryRead } from "../ports/retry.ts";
import { byEye, type Comparison, expectThat, found } from "./expectation.ts";

/**
 * Looks whether what an account's access is segmented by is there. Which segments its group opens and which
 * content they hold, no report and no service that the bot knows tells. Changes nothing.
 */
export async function compareLearning(
  acting: StepContext,
  { groupName, segments, content }: SegmentedAccess,
): Promise<Comparison> {
  const noReport = "No report tells. Look at it in Workday Learning.";
  const things = await lookAtLearning(acting, segments);
  return {
    expected: [
      expectThat("segment-names", "What the segments are made of", noReport),
      expectThat("segments", `Which segments the group ${groupName} opens`, noReport),
      ...(content.length === 0
        ? []
        : [expectThat("content", "What the learning content is marked with", noReport)]),
    ],
    findings: byEye("web-service", [found("segment-names", things)]),
  };
}

async function lookAtLearning(
  { deps, place }: StepContext,
  segments: Segments,
): Promise<readonly VerificationItem[]> {
  if (segments.kind === "existing") return [];
  const isTopics = segments.kind === "topics";
  const what = isTopics ? "learning topic" : "learning security category";
  const things = await retryRead(deps.clock, () =>
    place.learning.list(isTopics ? "topic" : "category"),
  );
  if (!things.ok) return [unseen(`Each ${what}`, things.error.words)];
  const topics: string[] = [];
  const missing: VerificationItem[] = [];
  for (const name of segments.names) {
    const thing = findThing(things.value, name);
    if (thing === undefined) missing.push(toItem("missing", `There is no ${what} ${name}.`));
    else topics.push(thing.wid);
  }
  if (missing.length > 0 || segments.kind !== "topics") return missing;
  const made = await retryRead(deps.clock, () => place.learning.listSegments());
  if (!made.ok) return [unseen(`The segment ${segments.segment}`, made.error.words)];
  return compareTopics(segments.segment, findThing(made.value, segments.segment), topics);
}

function compareTopics(
  name: string,
  segment: TopicSegment | undefined,
  topics: readonly string[],
): readonly VerificationItem[] {
  if (segment === undefined) return [toItem("missing", `There is no segment ${name}.`)];
  const words = `The segment ${name} is not of exactly the topics that were asked for.`;
  return isOfTopics(segment, topics) ? [] : [toItem("other", words)];
}
