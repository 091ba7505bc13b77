import type { Fault, Outside } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
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
  /** Left out: the platform's own. */
  readonly fetch?: typeof globalThis.fetch;
}

export type Send = (request: HttpRequest) => Promise<Result<HttpReply, Fault>>;

/** What `fetch` says when no byte of the request can have arrived. */
const neverSent = new Set([
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Builds the one door through which requests with credentials leave. It follows no redirect, waits for a
 * limited time, reads a limited number of bytes, and turns every failure into a {@link Fault} whose words
 * are its own: what `fetch` throws never gets out, since foreign errors can quote a request.
 *
 * `unreachable` where nothing was sent or the answer is 429 or 503; `unknown` where something was sent and
 * nobody can say what became of it.
 */
export function createSend({ outside, timeoutMs, maxReplyBytes, ...rest }: HttpLimits): Send {
  const fetch = rest.fetch ?? globalThis.fetch;
  return async ({ url, ...request }) => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, { ...request, redirect: "error", signal });
      const turnedAway = judgeStatus(response, outside);
      const text = await readLimited(response, maxReplyBytes);
      if (turnedAway !== undefined) return err(turnedAway);
      if (!text.ok)
        return err({ kind: "unreadable", outside, words: describeUnread(outside, text.error) });
      const [contentType = ""] = (response.headers.get("content-type") ?? "").split(";");
      const { status, headers } = response;
      const reply = { status, headers, text: text.value };
      return ok({ ...reply, contentType: contentType.trim().toLowerCase() });
    } catch (thrown) {
      return err(toFault(thrown, outside));
    }
  };
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
  const code = codeOf(thrown);
  if (neverSent.has(code)) {
    const words = `${outside} could not be reached (${code}). Nothing was sent.`;
    return { kind: "unreachable", outside, words };
  }
  const words = `The call to ${outside} broke off before an answer could be read: whether it had an effect is not known.`;
  return { kind: "unknown", outside, words };
}

function codeOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  return typeof code === "string" ? code : "";
}

function describeUnread(outside: Outside, why: "too-long" | "not-text"): string {
  return why === "too-long"
    ? `${outside} answered with more than the bot is willing to read.`
    : `${outside} answered with something that is not text.`;
}
