import { z } from "zod";
import type { Result } from "../../result.ts";
import { callSlack, type SlackClients, type SlackFault } from "./slack-call.ts";

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

/** Whose bot this is. Asked once; asked again after a failure. */
export function createReadWorkspace({ repeating }: SlackClients): ReadWorkspace {
  let known: Result<Workspace, SlackFault> | undefined;
  return async () => {
    if (known?.ok === true) return known;
    known = await callSlack(() => repeating.auth.test(), Workspace);
    return known;
  };
}
