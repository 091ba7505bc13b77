import type { Logger } from "@slack/bolt";
import type { Result } from "../../result.ts";
import type { SlackFault } from "./slack-call.ts";

/** Why no socket is open, in words for an operator. */
export function describeSocketTrouble(fault: SlackFault | undefined): string {
  if (fault === undefined) return "Slack's socket is closed; another is being opened.";
  if (fault.kind === "denied") return `Slack refuses the app-level token (${fault.code}).`;
  return `Slack's socket cannot be opened: ${fault.words}`;
}

/** Logs what comes of opening sockets: each trouble once, however often it is met, and its end. */
export function createSocketLog(logger: Logger): (attempt: Result<void, SlackFault>) => void {
  let said: string | undefined;
  return (attempt) => {
    const trouble = attempt.ok ? undefined : describeSocketTrouble(attempt.error);
    if (trouble === said) return;
    said = trouble;
    if (attempt.ok) logger.warn("Slack's socket is open again.");
    else if (attempt.error.kind === "denied") logger.error(`${trouble} ${remedy}`);
    else logger.warn(`${trouble} The bot goes on trying.`);
  };
}

const remedy =
  "No command arrives. Make one with the scope connections:write, set SLACK_APP_TOKEN and restart; the bot goes on trying.";
