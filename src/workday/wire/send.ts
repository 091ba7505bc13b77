import { toConnectionFailure } from "../../connection-failure.ts";
import type { Fault, Outside } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Pacer } from "./pacer.ts";
import { readLimited } from "./read-limited.ts";

interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpReply {
  readonly status: number;
  /** The media type alone, in lower case; empty where the reply names none. */
  readonly contentType: string;
  readonly headers: Headers;
  readonly text: string;
}

export interface HttpLimits {
  readonly outside: Outside;
  /** Milliseconds from the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  /** Lets calls begin no faster than they may; left out: at once. */
  readonly pacer?: Pacer;
  /** Left out: the platform's own. */
  readonly fetch?: typeof globalThis.fetch;
}

export type Send = (request: HttpRequest) => Promise<Result<HttpReply, Fault>>;

/**
 * Builds the one door through which requests with credentials leave. It follows no redirect, waits for a
 * limited time, reads a limited number of bytes, and turns every failure into a {@link Fault} whose words
 * are its own: what `fetch` throws never gets out, since foreign errors can quote a request.
 *
 * `unreachable` where nothing was sent or the answer is 429 or 503, whose Retry-After holds every call of the same
 * pacer; `unknown` where something was sent and nobody can say what became of it.
 */
export function createSend({ outside, timeoutMs, maxReplyBytes, ...rest }: HttpLimits): Send {
  const { fetch = globalThis.fetch, pacer } = rest;
  return async ({ url, ...request }) => {
    const turn = await pacer?.take();
    if (turn?.ok === false) return err(toPutOff(outside, turn.error));
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, { ...request, redirect: "error", signal });
      const turnedAway = judgeStatus(response, outside);
      if (turnedAway?.kind === "unreachable") pacer?.hold(turnedAway.retryAfterMs ?? 0);
      const reply = await readReply(response, { outside, maxReplyBytes });
      return turnedAway === undefined ? reply : err(turnedAway);
    } catch (thrown) {
      return err(toFault(thrown, outside));
    }
  };
}

/** Reads what was answered to its end, also where it is of no interest: the connection is free again then. */
async function readReply(
  response: Response,
  { outside, maxReplyBytes }: Pick<HttpLimits, "outside" | "maxReplyBytes">,
): Promise<Result<HttpReply, Fault>> {
  const text = await readLimited(response, maxReplyBytes);
  if (!text.ok)
    return err({ kind: "unreadable", outside, words: describeUnread(outside, text.error) });
  const [contentType = ""] = (response.headers.get("content-type") ?? "").split(";");
  const { status, headers } = response;
  const reply = { status, headers, text: text.value };
  return ok({ ...reply, contentType: contentType.trim().toLowerCase() });
}

/** Not even tried: the service named the time before which nobody should. */
function toPutOff(outside: Outside, retryAfterMs: number): Fault {
  const seconds = Math.ceil(retryAfterMs / 1000);
  const words = `${outside} is busy and asked for no call within ${seconds} seconds. It will be tried again.`;
  return { kind: "unreachable", outside, words, retryAfterMs };
}

function judgeStatus(response: Response, outside: Outside): Fault | undefined {
  const { status } = response;
  if (status === 429 || status === 503) {
    const words = `${outside} is busy and turned the call away (${status}). It will be tried again.`;
    const retryAfterMs = readRetryAfter(response.headers);
    return {
      kind: "unreachable",
      outside,
      words,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  if (status === 502 || status === 504) {
    const words = `A gateway in front of ${outside} answered ${status}: whether the call arrived is not known.`;
    return { kind: "unknown", outside, words };
  }
  return undefined;
}

/** Seconds, or an instant that is read against the reply's own `Date`; an hour at most. */
function readRetryAfter(headers: Headers): number | undefined {
  const raw = headers.get("retry-after")?.trim() ?? "";
  const ms = /^\d{1,9}$/.test(raw)
    ? Number(raw) * 1000
    : Date.parse(raw) - Date.parse(headers.get("date") ?? "");
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), 3_600_000);
}

function toFault(thrown: unknown, outside: Outside): Fault {
  const { code, neverSent } = toConnectionFailure(thrown);
  if (neverSent) {
    const words = `${outside} could not be reached (${code}). Nothing was sent.`;
    return { kind: "unreachable", outside, words };
  }
  const words = `The call to ${outside} broke off before an answer could be read: whether it had an effect is not known.`;
  return { kind: "unknown", outside, words };
}

function describeUnread(outside: Outside, why: "too-long" | "not-text"): string {
  return why === "too-long"
    ? `${outside} answered with more than the bot is willing to read.`
    : `${outside} answered with something that is not text.`;
}
