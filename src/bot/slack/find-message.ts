import { z } from "zod";
import type { Instant } from "../../flows/model/ids.ts";
import { ok, type Result } from "../../result.ts";
import { callSlack, type SlackClients, type SlackFault } from "./slack-call.ts";

/** What the bot's own messages carry, so that it knows them again after a crash. */
export const eventType = "isu_request";

const Payload = z.object({
  request: z.string(),
  seq: z.number().optional(),
  part: z.number().optional(),
});

const Page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      user: z.string().optional(),
      metadata: z
        .object({ event_type: z.string().optional(), event_payload: z.unknown() })
        .optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

type Found = z.infer<typeof Page>["messages"][number];

/** Slack's clock and ours may differ by as much. */
const marginMs = 5 * 60_000;

/** Pages of 100; more messages than these are not looked through. */
const mostPages = 20;

/** A request's message in its channel, or a notice, if the bot posted it before it could write that down. */
export async function findMessage(
  { repeating }: SlackClients,
  channel: string,
  wanted: { readonly request: string; readonly since: Instant; readonly bot: string },
): Promise<Result<string | undefined, SlackFault>> {
  const oldest = String((wanted.since - marginMs) / 1000);
  const messages = await readPages((cursor) =>
    repeating.conversations.history({
      channel,
      oldest,
      limit: 100,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    }),
  );
  if (!messages.ok) return messages;
  const found = messages.value.find((message) => {
    const payload = readOwn(message, wanted.bot);
    return payload?.request === wanted.request && payload.seq === undefined;
  });
  return ok(found?.ts);
}

/** Names of the replies that the thread has already: `seq` and part. */
export async function findReplies(
  { repeating }: SlackClients,
  thread: { readonly channel: string; readonly ts: string },
  bot: string,
): Promise<Result<ReadonlySet<string>, SlackFault>> {
  const messages = await readPages((cursor) =>
    repeating.conversations.replies({
      ...thread,
      limit: 100,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    }),
  );
  if (!messages.ok) return messages.error.code === "thread_not_found" ? ok(new Set()) : messages;
  const names = messages.value.flatMap((message) => {
    const payload = readOwn(message, bot);
    return payload?.seq === undefined ? [] : [toReplyName(payload.seq, payload.part ?? 0)];
  });
  return ok(new Set(names));
}

export function toReplyName(seq: number, part: number): string {
  return `${seq}/${part}`;
}

/** Other apps may write the same metadata: only the bot's own count. */
function readOwn({ user, metadata }: Found, bot: string): z.infer<typeof Payload> | undefined {
  if (user !== bot || metadata?.event_type !== eventType) return undefined;
  return Payload.safeParse(metadata.event_payload).data;
}

async function readPages(
  read: (cursor: string | undefined) => Promise<unknown>,
): Promise<Awaited<ReturnType<typeof callSlack<Found[]>>>> {
  const all: Found[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const at = cursor;
    const answer = await callSlack(() => read(at), Page);
    if (!answer.ok) return answer;
    all.push(...answer.value.messages);
    cursor = answer.value.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") break;
  }
  return ok(all);
}
