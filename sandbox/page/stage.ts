import type { BotControl } from "../bot-control.ts";
import type { KeyVault } from "../key-vault/key-vault.ts";
import type { Slack } from "../slack/slack.ts";
import type { Workday } from "../workday/workday.ts";

/** Everything that the page shows and moves. */
export interface Stage {
  readonly slack: Slack;
  readonly workday: Workday;
  readonly vault: KeyVault;
  readonly bot: BotControl;
}

/** The one tenant of the sandbox. */
export const tenantName = "acme_dpt1";
