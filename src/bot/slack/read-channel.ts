import { z } from "zod";
import { err, ok, type Result } from "../../result.ts";
import { callSlack, type SlackClients, type SlackFault } from "./slack-call.ts";

export interface ChannelFacts {
  readonly isArchived: boolean;
  readonly isMember: boolean;
  /** With another company, or about to be. */
  readonly isShared: boolean;
}

const Channel = z.object({
  channel: z.object({
    is_archived: z.boolean().optional(),
    is_member: z.boolean().optional(),
    is_ext_shared: z.boolean().optional(),
    is_pending_ext_shared: z.boolean().optional(),
  }),
});

/**
 * What Slack says of a channel right now. Safe to repeat.
 *
 * @see Slack: conversations.info
 */
export async function readChannel(
  { repeating }: SlackClients,
  channel: string,
): Promise<Result<ChannelFacts, SlackFault>> {
  const answer = await callSlack(() => repeating.conversations.info({ channel }), Channel);
  if (!answer.ok) return answer;
  const { is_archived, is_member, is_ext_shared, is_pending_ext_shared } = answer.value.channel;
  if (is_ext_shared === undefined) return err(unsaid);
  return ok({
    isArchived: is_archived === true,
    isMember: is_member === true,
    isShared: is_ext_shared || is_pending_ext_shared === true,
  });
}

/** Silence is no "no": another company may read along. */
const unsaid: SlackFault = {
  kind: "unreadable",
  outside: "Slack",
  words: "Slack does not say whether the channel is shared with another company.",
  code: "unreadable",
};
