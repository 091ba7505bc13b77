import type { Fault } from "../flows/fault.ts";
import type { PasskeyOrder, PasskeyReply } from "../flows/passkeys.ts";
import { ok, type Result } from "../result.ts";
import type { BotParts } from "./deps.ts";
import { sendDirectly, toMessage } from "./send-directly.ts";
import { sayPasskeyRefused } from "./views/passkeys.ts";
import { pageRefusals, refusals } from "./views/words.ts";

/** Answers where the click came from, or directly. Repeating says it twice. */
export async function answerPasskey(
  { slack, respond }: Pick<BotParts, "slack" | "respond">,
  { by, responseUrl }: PasskeyOrder,
  reply: PasskeyReply,
): Promise<Result<void, Fault>> {
  const words = reply.ok
    ? sayPasskeyRefused(reply.value)
    : { ...refusals, ...pageRefusals }[reply.error];
  const message = toMessage(words);
  const isThere = responseUrl !== undefined && (await respond(responseUrl, message)).ok;
  return isThere ? ok(undefined) : sendDirectly(slack, by, message);
}
