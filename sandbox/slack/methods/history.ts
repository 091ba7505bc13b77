import { z } from "zod";
import { findMessage } from "../postings.ts";
import { isRefused, type Refused, refuse } from "../reply.ts";
import type { Message } from "../shown.ts";
import type { Channel, World } from "../world.ts";
import { readableChannel } from "./channel.ts";
import { repliesTo, toSlackMessage } from "./message-shape.ts";
import { defineMethod, Flag, Id, PageArguments, type PageOf, pageOf } from "./method.ts";

const range = {
  channel: Id,
  ...PageArguments,
  oldest: z.coerce.string().optional(),
  latest: z.coerce.string().optional(),
  inclusive: Flag,
  include_all_metadata: Flag,
};

interface Range {
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive?: boolean | undefined;
}

/**
 * Newest first. With `oldest` and no `latest` the page is the one closest to `oldest`.
 *
 * @see Slack: conversations.history
 */
export const history = defineMethod({
  name: "conversations.history",
  args: range,
  run: (world, args) => {
    const channel = readableChannel(world, args.channel, "history");
    if (isRefused(channel)) return channel;

    const isForward = args.oldest !== undefined && args.latest === undefined;
    const inRange = topLevel(world, channel).filter(({ ts }) => isWithin(ts, args));
    const page = pageOf(isForward ? inRange : inRange.toReversed(), args, ({ ts }) => ts);
    if (isRefused(page)) return page;
    const items = isForward ? page.items.toReversed() : page.items;
    return answer(world, { ...page, items }, args.include_all_metadata);
  },
});

/**
 * The message and its replies, oldest first.
 *
 * @see Slack: conversations.replies
 */
export const replies = defineMethod({
  name: "conversations.replies",
  args: { ...range, ts: Id },
  run: (world, args) => {
    const channel = readableChannel(world, args.channel, "history");
    if (isRefused(channel)) return channel;
    const thread = wholeThread(world, channel, args.ts);
    if (isRefused(thread)) return thread;

    const [parent] = thread;
    const inRange = thread.filter((message) => message === parent || isWithin(message.ts, args));
    const page = pageOf(inRange, args, ({ ts }) => ts);
    if (isRefused(page)) return page;
    return answer(world, page, args.include_all_metadata);
  },
});

function topLevel(world: World, channel: Channel): readonly Message[] {
  return world.messages.filter(
    (message) =>
      message.channel === channel.id && (message.threadTs === undefined || message.isBroadcast),
  );
}

function wholeThread(world: World, channel: Channel, ts: string): readonly Message[] | Refused {
  const named = findMessage(world, channel.id, ts);
  const parent = findMessage(world, channel.id, named?.threadTs ?? ts);
  if (parent === undefined) return refuse("thread_not_found");
  return [parent, ...repliesTo(world, parent)];
}

function isWithin(ts: string, { oldest, latest, inclusive = false }: Range): boolean {
  const at = micros(ts);
  const from = oldest === undefined ? undefined : micros(oldest);
  const to = latest === undefined ? undefined : micros(latest);
  if (inclusive && (at === from || at === to)) return true;
  return (from === undefined || at > from) && (to === undefined || at < to);
}

/** Whole microseconds: sixteen digits do not survive a float with decimals. */
function micros(ts: string): bigint {
  const [seconds = "0", fraction = ""] = ts.split(".");
  if (!/^\d+$/.test(seconds) || !/^\d*$/.test(fraction)) return 0n;
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
}

function answer(
  world: World,
  page: PageOf<Message>,
  hasMetadata = false,
): { readonly ok: true; readonly [field: string]: unknown } {
  return {
    ok: true,
    messages: page.items.map((message) => toSlackMessage(world, message, hasMetadata)),
    has_more: page.next !== "",
    ...(page.next === "" ? {} : { response_metadata: { next_cursor: page.next } }),
  };
}
