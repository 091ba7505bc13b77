import type { ChannelFacts } from "../bot/slack/read-channel.ts";
import type { SlackFault } from "../bot/slack/slack-call.ts";
import type { WorkspaceChecks } from "../bot/slack/workspace-checks.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { withLimit } from "./with-limit.ts";

const area = "Slack";
const { ok, failed, notTried } = findingsOf(area);

/** Looks at the channel where a tenant's requests live. */
export function checkTenantChannel(
  survey: WorkspaceChecks,
  { name, channel }: Tenant,
  limitMs: number,
): Promise<readonly Finding[]> {
  const what = `channel ${channel} of ${name}`;
  return withLimit({ area, what, limitMs }, async () => {
    const facts = await survey.readChannel(channel);
    return facts.ok ? judgeChannel(what, facts.value) : [judgeFault(what, facts.error)];
  });
}

/** Everything that keeps the bot from working in a channel, all at once. */
export function judgeChannel(what: string, facts: ChannelFacts): readonly Finding[] {
  const { isArchived, isMember, isShared } = facts;
  const problems = [
    ...(isArchived
      ? [failed(what, "It is archived.", "Unarchive it, or name another channel.")]
      : []),
    ...(isMember ? [] : [failed(what, "The bot is not in it.", "Invite the bot to the channel.")]),
    ...(isShared
      ? [
          failed(
            what,
            "It is shared with another company, and the bot refuses to work there.",
            "Name a channel of this workspace alone.",
          ),
        ]
      : []),
  ];
  return problems.length > 0 ? problems : [ok(what, "The bot is in it.")];
}

function judgeFault(what: string, { code, words }: SlackFault): Finding {
  if (code === "missing_scope") return notTried(what, "A scope is missing for it: see scopes.");
  if (code !== "channel_not_found") {
    return failed(what, words, "Try again; if it stays, look at Slack's status and the token.");
  }
  const unseen = "There is no such channel, or it is private and the bot is not in it.";
  return failed(what, unseen, "Invite the bot to it, or correct the channel's id.");
}
