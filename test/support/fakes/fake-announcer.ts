import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import type { Announcer } from "../../../src/flows/ports/announcer.ts";
import type { Recorded } from "../../../src/flows/request/event.ts";
import type { Notice } from "../../../src/flows/request/notice.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { ok } from "../../../src/result.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

export interface FakeAnnouncer extends Announcer {
  /** Each request's one message, as it stands. */
  readonly current: (id: RequestId) => Request | undefined;
  /** What a request's thread tells. */
  readonly thread: (id: RequestId) => readonly Recorded[];
  readonly shownThrough: (id: RequestId) => number;
  /** Notices in the channel, each once. */
  readonly posted: readonly Notice[];
  readonly told: readonly { readonly person: PersonId; readonly words: string }[];
}

/** A channel in memory: one message a request, and each event once in its thread. */
export function createFakeAnnouncer(mishaps: FaultInjector = createMishaps()): FakeAnnouncer {
  const messages = new Map<RequestId, Request>();
  const threads = new Map<RequestId, readonly Recorded[]>();
  const posted: Notice[] = [];
  const told: { person: PersonId; words: string }[] = [];

  function threadOf(id: RequestId): readonly Recorded[] {
    return threads.get(id) ?? [];
  }

  function shownThrough(id: RequestId): number {
    return threadOf(id).at(-1)?.seq ?? 0;
  }

  return {
    told,
    posted,
    current: (id) => messages.get(id),
    thread: threadOf,
    shownThrough,
    announce: (request, story) =>
      mishaps.meet("announcer.announce", () => {
        messages.set(request.id, request);
        const fresh = story.filter(({ seq }) => seq > shownThrough(request.id));
        threads.set(request.id, [...threadOf(request.id), ...fresh]);
        return ok(undefined);
      }),
    post: (notice) =>
      mishaps.meet("announcer.post", () => {
        if (!posted.some(({ key }) => key === notice.key)) posted.push(notice);
        return ok(undefined);
      }),
    tell: (person, words) =>
      mishaps.meet("announcer.tell", () => {
        told.push({ person, words });
        return ok(undefined);
      }),
  };
}
