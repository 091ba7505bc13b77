import { z } from "zod";
import { ok, type Result } from "../../result.ts";
import { type ChannelFacts, readChannel } from "./read-channel.ts";
import { callSlack, type SlackClients, type SlackFault } from "./slack-call.ts";

export interface TokenFacts {
  readonly team: string;
  /** What the token was granted; `undefined` where Slack does not say. */
  readonly scopes: readonly string[] | undefined;
}

/** What an operator wants to know of a workspace before the bot works in it. Reads only. */
export interface WorkspaceChecks {
  readonly readToken: () => Promise<Result<TokenFacts, SlackFault>>;
  readonly readChannel: (id: string) => Promise<Result<ChannelFacts, SlackFault>>;
  /** The user ids in a user group. */
  readonly readGroup: (id: string) => Promise<Result<readonly string[], SlackFault>>;
}

const Token = z.object({
  team_id: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

const Group = z.object({ users: z.array(z.string()) });

/** Looks at the workspace of the bot token. */
export function createWorkspaceChecks(slack: SlackClients): WorkspaceChecks {
  const { repeating } = slack;
  return {
    readToken: async () => {
      const answer = await callSlack(() => repeating.auth.test(), Token);
      if (!answer.ok) return answer;
      const { team_id: team, response_metadata: more } = answer.value;
      return ok({ team, scopes: more?.scopes });
    },
    readChannel: (channel) => readChannel(slack, channel),
    readGroup: async (usergroup) => {
      const answer = await callSlack(() => repeating.usergroups.users.list({ usergroup }), Group);
      return answer.ok ? ok(answer.value.users) : answer;
    },
  };
}

/**
 * Tries the app-level token of Socket Mode: asks Slack for the address of a socket, and opens none.
 *
 * @see Slack: apps.connections.open
 */
export async function tryAppToken({ once }: SlackClients): Promise<Result<void, SlackFault>> {
  const answer = await callSlack(() => once.apps.connections.open({}), z.object({}));
  return answer.ok ? ok(undefined) : answer;
}
