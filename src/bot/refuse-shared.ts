import { z } from "zod";
import type { Fault } from "../flows/fault.ts";
import { err, ok, type Result } from "../result.ts";
import { callSlack, type SlackClients } from "./slack-call.ts";

const Channel = z.object({ channel: z.object({ is_ext_shared: z.boolean().optional() }) });

/** Nothing is posted where another company reads along. */
export async function refuseShared(
  slack: SlackClients,
  channel: string,
): Promise<Result<void, Fault>> {
  const info = await callSlack(() => slack.repeating.conversations.info({ channel }), Channel);
  if (!info.ok) return info;
  if (info.value.channel.is_ext_shared !== true) return ok(undefined);
  const words =
    "The tenant's Slack channel is shared with another company. Set a channel of this workspace alone in the configuration.";
  return err({ kind: "rejected", outside: "Slack", words });
}
