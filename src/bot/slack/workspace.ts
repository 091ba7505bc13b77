import { z } from "zod";
import type { Result } from "../../result.ts";
import { callSlack, type SlackClients, type SlackFault } from "./slack-call.ts";
import { personMs, waitOutLimit } from "./wait-out-limit.ts";

const Workspace = z.object({
  /** Of the workspace, with a closing slash. */
  url: z.string().nullish(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  /** The bot's own user. */
  user_id: z.string(),
});

export type Workspace = z.infer<typeof Workspace>;
export type ReadWorkspace = () => Promise<Result<Workspace, SlackFault>>;

/** Whose bot this is. Asked once, for all who ask meanwhile; asked again after a failure. */
export function createReadWorkspace({ repeating }: SlackClients): ReadWorkspace {
  let known: ReturnType<ReadWorkspace> | undefined;
  return async () => {
    const mine = (known ??= waitOutLimit(personMs, () =>
      callSlack(() => repeating.auth.test(), Workspace),
    ));
    const answer = await mine;
    if (!answer.ok && known === mine) known = undefined;
    return answer;
  };
}
