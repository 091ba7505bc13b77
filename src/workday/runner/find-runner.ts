import type { Fault } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
import { requireSafeUrl } from "../wire/base-url.ts";
import { createSend } from "../wire/send.ts";
import { toDistrusted } from "./answer.ts";
import type { RunnerOptions } from "./runner.ts";
import { distrust, signRequest } from "./signature.ts";
import type { SigningKey } from "./signing-keys.ts";

interface FindOptions
  extends Pick<
    RunnerOptions,
    "url" | "runnerKey" | "timeoutMs" | "wallClock" | "nonce" | "allowHttpOnLoopback" | "fetch"
  > {
  readonly signingKey: SigningKey;
}

const outside = "runner";

/**
 * Asks the runner for a task that nobody handed over: one that knows the bot's key knows no such task (404)
 * and signs its answer. Changes nothing. `timeoutMs` is for the one call.
 *
 * @throws where the configured address is not safe to send to
 */
export async function findRunner(options: FindOptions): Promise<Result<void, Fault>> {
  const { signingKey, runnerKey, wallClock, nonce, timeoutMs, fetch } = options;
  const base = requireSafeUrl(options.url, options.allowHttpOnLoopback ?? false);
  const send = createSend({ outside, timeoutMs, maxReplyBytes: 100_000, ...(fetch && { fetch }) });
  const look = { method: "GET", url: `${base}/tasks/doctor-${nonce()}`, headers: {} } as const;
  const request = signRequest(look, { key: signingKey, now: wallClock(), nonce: nonce() });
  const headers = { ...request.headers, accept: "application/json", "accept-encoding": "identity" };
  const reply = await send({ ...request, headers });
  if (!reply.ok) return reply;
  const { status } = reply.value;
  if (status === 401 || status === 403) {
    return err({ kind: "denied", outside, words: `The runner refuses the bot's key (${status}).` });
  }
  if (status !== 404) {
    const words = `The runner answers ${status} to a task that it cannot know; its contract says 404.`;
    return err({ kind: "unreadable", outside, words });
  }
  const why = distrust(reply.value, { request, key: runnerKey, now: wallClock() });
  return why === undefined ? ok(undefined) : err(toDistrusted(why));
}
