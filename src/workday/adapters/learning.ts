import type { Fault } from "../../flows/model/fault.ts";
import type {
  Learning,
  LearningKind,
  LearningThing,
  TopicSegment,
} from "../../flows/ports/learning.ts";
import { ok, type Result } from "../../result.ts";
import { getLearningSecurityCategories } from "../operations/get-learning-security-categories.ts";
import { getLearningTopicSecuritySegments } from "../operations/get-learning-topic-security-segments.ts";
import { getLearningTopics } from "../operations/get-learning-topics.ts";
import { putLearningSecurityCategory } from "../operations/put-learning-security-category.ts";
import { putLearningTopic } from "../operations/put-learning-topic.ts";
import { putLearningTopicSecuritySegment } from "../operations/put-learning-topic-security-segment.ts";
import { put, type Sender } from "../wire/perform.ts";
import { readPages } from "../wire/read-pages.ts";
import { createSoap, type SoapOptions } from "../wire/soap.ts";
import type { Credentials } from "../wire/username-token.ts";

export interface LearningOptions extends Omit<SoapOptions, "maxReplyBytes"> {
  /** The bot's own account; its name is without the tenant. */
  readonly account: Credentials;
}

const maxReplyBytes = 10_000_000;

/**
 * Joins one tenant's service Learning. Nothing is asked before the first call.
 *
 * @throws where the configured address is not safe to send a password to
 */
export function createLearning(options: LearningOptions): Learning {
  const me: Sender = { call: createSoap({ ...options, maxReplyBytes }), as: options.account };
  return {
    list: (kind) => readPages(me, kinds[kind].get, (page) => ({ page })),
    add: (kind, name) => addThing(me, kind, name),
    listSegments: () => readPages(me, getLearningTopicSecuritySegments, (page) => ({ page })),
    addSegment: (segment) => addSegment(me, segment),
  };
}

const kinds = {
  topic: { get: getLearningTopics, put: putLearningTopic },
  category: { get: getLearningSecurityCategories, put: putLearningSecurityCategory },
} as const satisfies Record<LearningKind, object>;

async function addThing(
  me: Sender,
  kind: LearningKind,
  name: string,
): Promise<Result<LearningThing, Fault>> {
  const wid = await put(me, kinds[kind].put, { name });
  return wid.ok ? ok({ wid: wid.value, name }) : wid;
}

async function addSegment(
  me: Sender,
  segment: Omit<TopicSegment, "wid">,
): Promise<Result<TopicSegment, Fault>> {
  const wid = await put(me, putLearningTopicSecuritySegment, segment);
  return wid.ok ? ok({ wid: wid.value, name: segment.name, topics: segment.topics }) : wid;
}
