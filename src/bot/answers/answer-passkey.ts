import type { Fault } from "../../flows/model/fault.ts";
import type { PasskeyOrder, PasskeyReply } from "../../flows/ports/passkeys.ts";
import { ok, type Result } from "../../result.ts";
import { pageRefusals, refusals } from "../blocks/messages.ts";
import { describePasskeyRefused } from "../request-views/passkeys.ts";
import type { BotParts } from "../slack/deps.ts";
import { sendDirectly, toMessage } from "../slack/send-directly.ts";

/** Answers where the click came from, or directly. Repeating says it twice. */
export async function postPasskeyAnswer(
  { slack, respond }: Pick<BotParts, "slack" | "respond">,
  { by, responseUrl }: PasskeyOrder,
  reply: PasskeyReply,
): Promise<Result<void, Fault>> {
  const words = reply.ok
    ? describePasskeyRefused(reply.value)
    : { ...refusals, ...pageRefusals }[reply.error];
  const message = toMessage(words);
  const isThere = responseUrl !== undefined && (await respond(responseUrl, message)).ok;
  return isThere ? ok(undefined) : sendDirectly(slack, by, message);
}
