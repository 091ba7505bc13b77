import type { TenantName } from "../../flows/model/ids.ts";
import { err, ok, type Result } from "../../result.ts";
import { createCache } from "./cache.ts";
import type { BotDeps } from "./deps.ts";
import { type ChannelFacts, readChannel } from "./read-channel.ts";
import type { SlackClients, SlackFault } from "./slack-call.ts";

/** A no where another company reads along, or where Slack does not say. Asked before everything that is posted. */
export type RefuseShared = (
  tenant: TenantName,
  channel: string,
) => Promise<Result<void, SlackFault>>;

/** Milliseconds for which Slack's word on a channel is believed. */
const keepMs = 60_000;

/** How a channel that is shared is called among Slack's own error codes. */
export const sharedCode = "shared_channel";

/** Looks whether a channel is shared, and logs it once when it becomes so. */
export function createRefuseShared(
  { now, log }: Pick<BotDeps, "now" | "log">,
  slack: SlackClients,
): RefuseShared {
  const look = createCache<ChannelFacts, SlackFault>(now, keepMs);
  const shared = new Set<string>();
  return async (tenant, channel) => {
    const seen = await look(channel, () => readChannel(slack, channel));
    if (!seen.ok) return seen;
    if (!seen.value.isShared) {
      if (shared.delete(channel)) log.info({ tenant }, "the channel is shared no more");
      return ok(undefined);
    }
    if (!shared.has(channel)) log.warn({ tenant, outside: "Slack" }, logged);
    shared.add(channel);
    return err(refused);
  };
}

const logged = "the channel is shared with another company: nothing is posted there";

const refused: SlackFault = {
  kind: "rejected",
  outside: "Slack",
  words:
    "The tenant's Slack channel is shared with another company, or about to be, so nothing is posted there. End the sharing, or set a channel of this workspace alone in the configuration.",
  isLogged: true,
  code: sharedCode,
};
