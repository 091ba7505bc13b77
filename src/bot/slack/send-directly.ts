import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { type PersonId, slackIdsOf } from "../../flows/model/ids.ts";
import { ok, type Result } from "../../result.ts";
import { type Block, type Message, section } from "../blocks/block.ts";
import { callSlack, type SlackClients } from "./slack-call.ts";
import { personMs, waitOutLimit } from "./wait-out-limit.ts";

const Opened = z.object({ channel: z.object({ id: z.string() }) });

/** A private message to one person. Repeating says it twice. */
export async function sendDirectly(
  { repeating, once }: SlackClients,
  person: PersonId,
  message: Message,
): Promise<Result<void, Fault>> {
  const { id } = slackIdsOf(person);
  const opened = await waitOutLimit(personMs, () =>
    callSlack(() => repeating.conversations.open({ users: id }), Opened),
  );
  if (!opened.ok) return opened;
  const channel = opened.value.channel.id;
  const said = { channel, ...message, unfurl_links: false, unfurl_media: false };
  const sent = await waitOutLimit(personMs, () =>
    callSlack(() => once.chat.postMessage(said), z.object({})),
  );
  return sent.ok ? ok(undefined) : sent;
}

/** One sentence in `mrkdwn` of our own words. `blocks` come below it. */
export function toMessage(words: string, blocks: readonly Block[] = []): Message {
  return { text: words, blocks: [section(words), ...blocks] };
}
