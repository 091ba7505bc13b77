import type { Message } from "../blocks/block.ts";
import type { BotParts } from "./deps.ts";

/** Answers where a command or button was used. An answer that does not arrive is in the log. */
export async function tellPrivately(
  { respond, deps }: Pick<BotParts, "respond" | "deps">,
  url: string,
  message: Message,
): Promise<void> {
  const told = await respond(url, message);
  if (told.ok) return;
  deps.log.warn({ outside: "Slack", fault: told.error.kind }, "cannot answer privately");
}
