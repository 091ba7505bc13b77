import { truncate } from "../../flows/text/truncate.ts";
import { code } from "./mrkdwn.ts";

/** No account of the inventory has the name that was typed. */
export function describeUnknownAccount({
  command,
  typed,
  near,
}: {
  /** The one that was typed. */
  readonly command: string;
  readonly typed: string;
  readonly near: readonly string[];
}): string {
  if (typed === "") {
    return `Name the account: \`/workday-isu ${command} ISU_Something\`. \`/workday-isu list\` shows those that the bot knows.`;
  }
  const meant =
    near.length === 0 ? "" : ` Did you mean ${near.map((name) => code(name)).join(" or ")}?`;
  return `The bot knows no account ${code(truncate(typed, 100))} in a tenant where you may ask.${meant} Nothing was changed.`;
}
