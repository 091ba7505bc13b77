import { ok } from "../../result.ts";
import { type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import type { Instant } from "../model/ids.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { Request } from "../request/request.ts";
import { ensureLearning, ensureSegment } from "./ensure-learning.ts";

/**
 * Ensures what the account's access is segmented by: learning security categories, or learning topics with
 * the topic security segment of exactly these. Nobody's access changes by it. Safe to repeat.
 */
export async function makeSegments({ deps, place, request }: StepContext): Promise<StepResult> {
  const segments = accountIn(request).segmented?.segments;
  const reach = { clock: deps.clock, learning: place.learning, ...toSent(request) };
  switch (segments?.kind) {
    case undefined:
    case "existing":
      throw new Error(`${request.id} makes no segments`);
    case "categories": {
      const made = await ensureLearning(reach, "category", segments.names);
      return made.ok ? ok({}) : made;
    }
    case "topics": {
      const topics = await ensureLearning(reach, "topic", segments.names);
      if (!topics.ok) return topics;
      const wids = topics.value.map(({ wid }) => wid);
      const made = await ensureSegment(reach, { name: segments.segment, topics: wids });
      return made.ok ? ok({}) : made;
    }
  }
}

/** What an earlier try sent, and has not heard of. */
function toSent({ delay }: Request): { readonly sentAt?: Instant } {
  return delay?.sentAt === undefined ? {} : { sentAt: delay.sentAt };
}
