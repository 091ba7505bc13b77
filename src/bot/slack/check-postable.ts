import type { TenantName } from "../../flows/model/ids.ts";
import type { Channels } from "../../flows/ports/channels.ts";
import { err, ok, type Result } from "../../result.ts";
import { createCache } from "./cache.ts";
import { type BotDeps, findTenant } from "./deps.ts";
import { type ChannelFacts, readChannel } from "./read-channel.ts";
import { fromCode, type SlackClients, type SlackFault } from "./slack-call.ts";

/**
 * A no where nothing can be posted, where another company reads along, or where Slack does not say. Asked before
 * everything that is posted.
 */
export type CheckPostable = (
  tenant: TenantName,
  channel: string,
) => Promise<Result<void, SlackFault>>;

/** Milliseconds for which Slack's yes to a channel is believed. A no is asked for again each time. */
const keepMs = 60_000;

/** How a channel that is shared is called among Slack's own error codes. */
const sharedCode = "shared_channel";

/** Codes of a channel in which nothing can be posted until somebody mends it. */
const goneCodes: ReadonlySet<string> = new Set([
  "channel_not_found",
  "is_archived",
  "is_inactive",
  "not_in_channel",
  sharedCode,
]);

/** Whether posting waits for somebody to mend the channel, rather than for Slack. */
export function isChannelGone({ code }: SlackFault): boolean {
  return goneCodes.has(code);
}

/** Looks whether a channel takes what is posted, and logs it once when it becomes shared. */
export function createCheckPostable(
  { now, log }: Pick<BotDeps, "now" | "log">,
  slack: SlackClients,
): CheckPostable {
  const look = createCache<ChannelFacts, SlackFault>(now, keepMs);
  const shared = new Set<string>();
  return async (tenant, channel) => {
    const seen = await look(channel, async () => expectOpen(await readChannel(slack, channel)));
    if (!seen.ok && seen.error.code === sharedCode) {
      if (!shared.has(channel)) log.warn({ tenant, outside: "Slack" }, logged);
      shared.add(channel);
    } else if (seen.ok && shared.delete(channel))
      log.info({ tenant }, "the channel is no longer shared");
    return seen.ok ? ok(undefined) : seen;
  };
}

function expectOpen(seen: Result<ChannelFacts, SlackFault>): Result<ChannelFacts, SlackFault> {
  if (!seen.ok) return seen;
  const { isShared, isArchived, isMember } = seen.value;
  if (isShared) return err(refused);
  if (isArchived) return err(fromCode("is_archived"));
  return isMember ? seen : err(fromCode("not_in_channel"));
}

/** Says of a tenant's channel whether it takes what is posted, for those who begin something. */
export function createChannels(
  deps: Pick<BotDeps, "tenants">,
  checkPostable: CheckPostable,
): Channels {
  return {
    check: async (name) => {
      const tenant = findTenant(deps, name);
      if (tenant === undefined) return "cannot-tell";
      const checked = await checkPostable(name, tenant.channel);
      if (checked.ok) return "open";
      if (checked.error.code === sharedCode) return "shared";
      return isChannelGone(checked.error) ? "gone" : "cannot-tell";
    },
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
