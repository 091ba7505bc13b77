import { type Logger, webApi } from "@slack/bolt";
import type { z } from "zod";
import { toConnectionFailure } from "../../connection-failure.ts";
import type { Fault } from "../../flows/model/fault.ts";
import {
  type CallOutcome,
  type Observe,
  toCallOutcome,
  unobserved,
} from "../../flows/ports/observe.ts";
import { err, ok, type Result } from "../../result.ts";
import { isKnownCode, toMeaning } from "./error-codes.ts";
import { type ShownHow, toShown } from "./to-shown.ts";

/** Two clients for one token: only what may happen twice is repeated by itself. */
export interface SlackClients {
  /** Repeats a call that got no answer: for reads and for updates. */
  readonly repeating: webApi.WebClient;
  /** Never repeats: for what would be there twice. */
  readonly once: webApi.WebClient;
}

export interface SlackAddress extends ShownHow {
  readonly apiUrl?: string;
  readonly fetch?: webApi.FetchFunction;
  readonly logger: Logger;
  readonly watch?: SlackWatch;
  readonly troubles?: { readonly hear: HearCall };
}

/** Hears how each call ended: with a fault, or well. */
export type HearCall = (method: string, fault: SlackFault | undefined) => void;

/** Who hears of every call to Slack. */
export interface SlackWatch {
  readonly observe: Observe;
  /** Slack said no, in its own code: one that the bot knows, or `other`. */
  readonly slackRefused: (method: string, code: string) => void;
}

/** Milliseconds that a person or a workflow waits for one answer of Slack. */
const timeoutMs = 5000;

export function createSlackClients(token: string, address: SlackAddress): SlackClients {
  const shared = toClientOptions(address);
  const twice = { retries: 1, minTimeout: 100, maxTimeout: 200 };
  return {
    repeating: new WatchedClient(token, { ...shared, retryConfig: twice }, address),
    once: new WatchedClient(token, { ...shared, retryConfig: { retries: 0 } }, address),
  };
}

type Watching = Pick<SlackAddress, "watch" | "troubles" | keyof ShownHow>;

/** Every method of Slack's client calls `apiCall`, so what it overrides is told of each, by the method's name. */
class WatchedClient extends webApi.WebClient {
  readonly #watching: Watching;

  constructor(token: string, options: webApi.WebClientOptions, watching: Watching) {
    super(token, options);
    this.#watching = watching;
  }

  override async apiCall(
    method: string,
    options?: Record<string, unknown>,
  ): Promise<webApi.WebAPICallResult> {
    const { watch, troubles, ...showing } = this.#watching;
    const content = options && toShown(options, showing);
    const { observe = unobserved } = watch ?? {};
    const call = { service: "slack", method } as const;
    const answered = await observe(call, () => this.#attempt(method, content), judgeAttempt);
    if (answered.ok) {
      troubles?.hear(method, undefined);
      return answered.value;
    }
    const { fault, thrown } = answered.error;
    if (fault !== undefined) {
      watch?.slackRefused(method, toKnownCode(fault.code));
      troubles?.hear(method, fault);
    }
    throw thrown;
  }

  async #attempt(method: string, options?: Record<string, unknown>): Promise<Attempt> {
    try {
      return ok(await super.apiCall(method, options));
    } catch (thrown) {
      return err({ thrown, fault: toFault(thrown) });
    }
  }
}

type Attempt = Result<
  webApi.WebAPICallResult,
  { readonly thrown: unknown; readonly fault: SlackFault | undefined }
>;

function judgeAttempt(made: Attempt): CallOutcome {
  if (made.ok) return "ok";
  return made.error.fault === undefined ? "broke" : toCallOutcome(err(made.error.fault));
}

/** Few enough to count by: whatever Slack may say besides is one. */
function toKnownCode(code: string): string {
  return isKnownCode(code) ? code : "other";
}

export function toClientOptions({ apiUrl, fetch, logger }: SlackAddress): webApi.WebClientOptions {
  return {
    logger,
    timeout: timeoutMs,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    ...(fetch === undefined ? {} : { fetch }),
  };
}

/** A Slack call with its error turned into a fault and its answer read. */
export async function callSlack<Answer>(
  call: () => Promise<unknown>,
  Answer: z.ZodType<Answer>,
): Promise<Result<Answer, SlackFault>> {
  const answered = await attempt(call);
  if (!answered.ok) return answered;
  const read = Answer.safeParse(answered.value);
  if (read.success) return ok(read.data);
  return err({
    kind: "unreadable",
    outside: "Slack",
    words: "Slack answered in a shape that the bot does not know.",
    code: "unreadable",
  });
}

/** A fault with Slack's own error code, such as `channel_not_found`, for the few that are decided on. */
export type SlackFault = Fault & { readonly code: string };

async function attempt(call: () => Promise<unknown>): Promise<Result<unknown, SlackFault>> {
  try {
    return ok(await call());
  } catch (error) {
    const fault = toFault(error);
    if (fault === undefined) throw error;
    return err(fault);
  }
}

function toFault(error: unknown): SlackFault | undefined {
  if (error instanceof webApi.WebAPIPlatformError) return fromCode(error.data.error);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const retryAfterMs = error.retryAfter * 1000;
    return { ...limited(), retryAfterMs };
  }
  if (error instanceof webApi.WebAPIHTTPError) return fromStatus(error.statusCode);
  if (error instanceof webApi.WebAPIRequestError) return fromNetwork(error.original);
  // A 429 whose Retry-After cannot be read is thrown as a plain error.
  if (error instanceof Error && error.message.startsWith("Retry header")) {
    return limited();
  }
  return undefined;
}

function fromStatus(status: number): SlackFault {
  const words = `Slack answered with HTTP ${status}.`;
  return status >= 500
    ? { kind: "unknown", outside: "Slack", words, code: `http_${status}` }
    : { kind: "rejected", outside: "Slack", words, code: `http_${status}` };
}

function fromNetwork(error: Error): SlackFault {
  const { code, neverSent } = toConnectionFailure(error);
  if (neverSent) return unreachable("Slack cannot be reached.", code);
  const words = "Slack gave no answer in time.";
  return { kind: "unknown", outside: "Slack", words, code: code === "" ? "no_answer" : code };
}

function limited(): SlackFault & { kind: "unreachable" } {
  return unreachable(toMeaning("ratelimited").words, "ratelimited");
}

function unreachable(words: string, code: string): SlackFault & { kind: "unreachable" } {
  return { kind: "unreachable", outside: "Slack", words, code };
}

/** The fault that Slack means by an error code. */
export function fromCode(raw: string): SlackFault {
  const code = /^[a-z_]{1,60}$/.test(raw) ? raw : "an_odd_error";
  const { kind, words } = toMeaning(code);
  if (kind === "limited") return unreachable(words, code);
  return { kind, outside: "Slack", words, code };
}
