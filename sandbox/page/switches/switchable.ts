import type { BotControl } from "../../bot-control.ts";
import type { KeyVault } from "../../key-vault/key-vault.ts";
import type { Slack } from "../../slack/slack.ts";
import type { Workday } from "../../workday/workday.ts";

/** What a switch can reach. */
export interface Switchable {
  readonly slack: Slack;
  readonly workday: Workday;
  readonly vault: KeyVault;
  readonly bot: BotControl;
}
