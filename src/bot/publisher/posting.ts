import { z } from "zod";
import { type PersonId, slackIdsOf } from "../../flows/model/ids.ts";
import type { MessagePlace } from "../../flows/ports/outbox.ts";
import { ok, type Result } from "../../result.ts";
import type { Message } from "../blocks/block.ts";
import { eventType } from "../slack/find-message.ts";
import { callSlack, type SlackClients, type SlackFault } from "../slack/slack-call.ts";

/** What the bot's own messages carry, so that they are known again after a crash. */
interface Payload {
  /** The request's id, or a notice's key. */
  readonly request: string;
  /** Of a reply: the last event that it tells. */
  readonly seq?: number;
  readonly part?: number;
}

/** What the publisher does in Slack: each a single call, never repeated by itself. */
export interface Posting {
  /** Not safe to repeat. On `unknown` it may be there. */
  readonly post: (
    where: { readonly channel: string; readonly threadTs?: string },
    message: Message,
    payload: Payload,
  ) => Promise<Result<MessagePlace, SlackFault>>;
  /** Repeating is the same as once. */
  readonly update: (
    place: MessagePlace,
    message: Message,
    payload: Payload,
  ) => Promise<Result<void, SlackFault>>;
  /** Takes back a message of the bot's own. Repeating is refused. */
  readonly remove: (place: MessagePlace) => Promise<Result<void, SlackFault>>;
  /** The conversation with one person, asked for once a person. */
  readonly openDirect: (person: PersonId) => Promise<Result<string, SlackFault>>;
  /** A private message. Repeating says it twice. */
  readonly send: (channel: string, message: Message) => Promise<Result<void, SlackFault>>;
}

const Posted = z.object({ ts: z.string() });
const Opened = z.object({ channel: z.object({ id: z.string() }) });
const quiet = { unfurl_links: false, unfurl_media: false };

export function createPosting({ once }: SlackClients): Posting {
  const conversations = new Map<PersonId, string>();
  return {
    post: async ({ channel, threadTs }, message, payload) => {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const metadata = toMetadata(payload);
      const content = { channel, ...thread, ...message, metadata, ...quiet };
      const posted = await callSlack(() => once.chat.postMessage(content), Posted);
      return posted.ok ? ok({ channel, ts: posted.value.ts }) : posted;
    },
    update: async (place, message, payload) => {
      const content = { ...place, ...message, metadata: toMetadata(payload) };
      return toNothing(await callSlack(() => once.chat.update(content), Posted));
    },
    remove: async (place) =>
      toNothing(await callSlack(() => once.chat.delete({ ...place }), z.object({}))),
    openDirect: async (person) => {
      const known = conversations.get(person);
      if (known !== undefined) return ok(known);
      const users = slackIdsOf(person).id;
      const opened = await callSlack(() => once.conversations.open({ users }), Opened);
      if (!opened.ok) return opened;
      const { id } = opened.value.channel;
      conversations.set(person, id);
      return ok(id);
    },
    send: async (channel, message) => {
      const content = { channel, ...message, ...quiet };
      return toNothing(await callSlack(() => once.chat.postMessage(content), z.object({})));
    },
  };
}

function toNothing(answer: Result<unknown, SlackFault>): Result<void, SlackFault> {
  return answer.ok ? ok(undefined) : answer;
}

function toMetadata(payload: Payload): {
  event_type: string;
  event_payload: { [key: string]: string | number };
} {
  return { event_type: eventType, event_payload: { ...payload } };
}
