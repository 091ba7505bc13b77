import type { BotControl } from "../bot-control.ts";
import type { ClockFile } from "../clock-file.ts";
import type { KeyVault } from "../key-vault/key-vault.ts";
import type { Slack } from "../slack/slack.ts";
import type { Workday } from "../workday/workday.ts";
import type { Switchboard } from "./switches/switchboard.ts";

/** Everything that the page shows and moves. */
export interface Stage {
  readonly slack: Slack;
  readonly workday: Workday;
  readonly vault: KeyVault;
  readonly bot: BotControl;
  /** The bot's; the services outside keep their own time. */
  readonly clock: ClockFile;
  readonly board: Switchboard;
}

/** What a switch can reach. */
export type Switchable = Pick<Stage, "slack" | "workday" | "vault" | "bot">;

/** The one tenant of the sandbox. */
export const tenantName = "acme_dpt1";
