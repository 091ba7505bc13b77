import type { RequestId } from "../model/ids.ts";

/** Where a request's one message is, and how much of its story the thread tells. */
export interface Announcement {
  readonly channel: string;
  /** Slack's name for the message within its channel. */
  readonly ts: string;
  /** `seq` of the last event told in the thread; 0 for none. */
  readonly through: number;
}

/** Remembers where requests were announced, so that each has one message. */
export interface AnnouncementLog {
  readonly find: (request: RequestId) => Promise<Announcement | undefined>;
  /** Safe to repeat; `through` never goes back. */
  readonly keep: (request: RequestId, announcement: Announcement) => Promise<void>;
}
