import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { type PersonId, slackIdsOf } from "../../flows/model/ids.ts";
import { ok, type Result } from "../../result.ts";
import { type Message, section } from "../blocks/block.ts";
import { callSlack, type SlackClients } from "./slack-call.ts";

const Opened = z.object({ channel: z.object({ id: z.string() }) });

/** A private message to one person. Repeating says it twice. */
export async function sendDirectly(
  { repeating, once }: SlackClients,
  person: PersonId,
  message: Message,
): Promise<Result<void, Fault>> {
  const { id } = slackIdsOf(person);
  const opened = await callSlack(() => repeating.conversations.open({ users: id }), Opened);
  if (!opened.ok) return opened;
  const channel = opened.value.channel.id;
  const sent = await callSlack(
    () => once.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false }),
    z.object({}),
  );
  return sent.ok ? ok(undefined) : sent;
}

/** One sentence in `mrkdwn` of our own words. */
export function toMessage(words: string): Message {
  return { text: words, blocks: [section(words)] };
}
