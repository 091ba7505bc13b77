import { randomUUID } from "node:crypto";
import type { Fault } from "../flows/fault.ts";
import { err, ok, type Result } from "../result.ts";
import { requireSafeUrl } from "./base-url.ts";
import type { RunnerOptions } from "./runner.ts";
import { createSend } from "./send.ts";

const outside = "runner";
const maxReplyBytes = 100_000;

/**
 * Asks the runner for a task that nobody handed over: with good credentials it knows no such task (404).
 * Changes nothing. `timeoutMs` is for the one call.
 *
 * @throws where the configured address is not safe to send a token to
 */
export async function checkRunner(
  options: Pick<RunnerOptions, "url" | "token" | "timeoutMs" | "allowHttpOnLoopback" | "fetch">,
): Promise<Result<void, Fault>> {
  const { token, timeoutMs, fetch } = options;
  const base = requireSafeUrl(options.url, options.allowHttpOnLoopback ?? false);
  const send = createSend({ outside, timeoutMs, maxReplyBytes, ...(fetch && { fetch }) });
  const reply = await send({
    method: "GET",
    url: `${base}/tasks/doctor-${randomUUID()}`,
    headers: { accept: "application/json", authorization: `Bearer ${token.reveal()}` },
  });
  if (!reply.ok) return reply;
  const { status } = reply.value;
  if (status === 404) return ok(undefined);
  if (status === 401 || status === 403) {
    return err({
      kind: "denied",
      outside,
      words: `The runner refuses the bot's token (${status}).`,
    });
  }
  const words = `The runner answers ${status} to a task that it cannot know; its contract says 404.`;
  return err({ kind: "unreadable", outside, words });
}
