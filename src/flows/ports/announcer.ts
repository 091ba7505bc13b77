import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { PersonId } from "../model/ids.ts";
import type { Recorded } from "../request/event.ts";
import type { Notice } from "../request/notice.ts";
import type { Request } from "../request/request.ts";

/** Shows people what happened. */
export interface Announcer {
  /**
   * Makes the request's one message current and adds what is new of its story to the thread. Safe to
   * repeat: it finds its own message again, and posts each event of the story once.
   */
  readonly announce: (request: Request, story: readonly Recorded[]) => Promise<Result<void, Fault>>;
  /** Posts a notice in its tenant's channel, once: it looks for its own message first. */
  readonly post: (notice: Notice) => Promise<Result<void, Fault>>;
  /** One private sentence to one person. */
  readonly tell: (person: PersonId, words: string) => Promise<Result<void, Fault>>;
}
