import type { Instant } from "../../flows/model/ids.ts";
import type { Result } from "../../result.ts";
import { createCache } from "./cache.ts";
import { type ChannelFacts, readChannel } from "./read-channel.ts";
import type { SlackClients, SlackFault } from "./slack-call.ts";
import { personMs, waitOutLimit } from "./wait-out-limit.ts";

/** What Slack says of a channel in which somebody asks. */
export type LookAtChannel = (channel: string) => Promise<Result<ChannelFacts, SlackFault>>;

/** Milliseconds that an answer holds: fifty commands at once in one channel are one call. */
const keepMs = 5000;

/** Looks at a channel once for all who ask at the same time, and again where Slack limits it. */
export function createLookAtChannel(slack: SlackClients, now: () => Instant): LookAtChannel {
  const seen = createCache<ChannelFacts, SlackFault>(now, keepMs);
  return (channel) =>
    seen(channel, () => waitOutLimit(personMs, () => readChannel(slack, channel)));
}
