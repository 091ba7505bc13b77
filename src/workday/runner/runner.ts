import type { Fault } from "../../flows/model/fault.ts";
import {
  type CallOutcome,
  type Observe,
  toCallOutcome,
  unobserved,
} from "../../flows/ports/observe.ts";
import type { Runner, RunnerAnswer } from "../../flows/ports/runner.ts";
import { err, ok, type Result } from "../../result.ts";
import { requireSafeUrl } from "../wire/base-url.ts";
import { createSend, type HttpReply, type Send } from "../wire/send.ts";
import {
  parseAccepted,
  parseLook,
  toDenied,
  toDistrusted,
  toOutOfTime,
  toRefused,
  toUnreadable,
} from "./answer.ts";
import { type Distrust, distrust, type RunnerRequest, signRequest } from "./signature.ts";
import type { SigningKey, VerifyingKey } from "./signing-keys.ts";
import { toRunnerTask } from "./task.ts";

export interface RunnerOptions {
  readonly url: string;
  /** The bot's own, as it is now. */
  readonly signingKey: () => SigningKey;
  /** The one key whose answers count. */
  readonly runnerKey: VerifyingKey;
  /** Milliseconds between two looks at a task that runs. */
  readonly pollEveryMs: number;
  /** Milliseconds until a task that still runs counts as unknown. */
  readonly timeoutMs: number;
  readonly pause: (ms: number) => Promise<void>;
  /** Milliseconds since 1970, for what is signed. */
  readonly wallClock: () => number;
  /** Another one for every request: 16 random bytes or more, in base64url. */
  readonly nonce: () => string;
  /** Milliseconds of a clock that only goes forward; left out: the platform's own. */
  readonly now?: () => number;
  readonly allowHttpOnLoopback?: boolean;
  readonly fetch?: typeof globalThis.fetch;
  readonly observe?: Observe;
}

type Order = Parameters<Runner["perform"]>[0];

const limits = { outside: "runner", timeoutMs: 15_000, maxReplyBytes: 100_000 } as const;

/**
 * Speaks the runner's contract (`docs/reference/runner.md`). Handing over twice under one key is one task.
 * Only an answer that the pinned key signed, for the very request, says that a task was taken, refused or
 * done.
 *
 * `unknown` when the task was or may have been taken and nobody can say how it ended.
 * @throws where the configured address is not safe to send to
 */
export function createRunner(options: RunnerOptions): Runner {
  const base = requireSafeUrl(options.url, options.allowHttpOnLoopback ?? false);
  const { fetch, now = () => performance.now() } = options;
  const send = createSend({ ...limits, ...(fetch && { fetch }) });
  const parts: Parts = { ...options, now, base, send };
  return {
    perform: async (order) => {
      const accepted = await post(parts, order);
      return accepted.ok ? waitFor(parts, accepted.value) : accepted;
    },
  };
}

interface Parts extends Omit<RunnerOptions, "fetch"> {
  readonly now: () => number;
  readonly base: string;
  readonly send: Send;
}

async function post(parts: Parts, order: Order): Promise<Result<string, Fault>> {
  const { tenant, request, task, pendingDigest, key } = order;
  const approved = pendingDigest === undefined ? {} : { approved: { digest: pendingDigest } };
  const answer = await ask(parts, {
    method: "POST",
    url: `${parts.base}/tasks`,
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ tenant, request, ...toRunnerTask(task), ...approved }),
  });
  if (!answer.ok) return answer;
  const { reply, why } = answer.value;
  const denied = toDenied(reply);
  if (denied !== undefined) return err(denied);
  if (why !== undefined) return err(toDistrusted(why));
  const id = parseAccepted(reply);
  return id === undefined ? err(toRefused(reply)) : ok(id);
}

/** Looks until the task has ended. A look that fails is repeated as long as there is time. */
async function waitFor(parts: Parts, id: string): Promise<Result<RunnerAnswer, Fault>> {
  const { base, pause, pollEveryMs, timeoutMs, now } = parts;
  const url = `${base}/tasks/${encodeURIComponent(id)}`;
  const beganAt = now();
  let why: Distrust | undefined;
  // It took the task just now.
  let isAnswered = true;
  // A look may take long itself, so both the pauses and the clock count.
  for (let pausedMs = 0; pausedMs <= timeoutMs; pausedMs += pollEveryMs) {
    if (now() - beganAt > timeoutMs) break;
    const answer = await ask(parts, { method: "GET", url, headers: {} });
    isAnswered = answer.ok && answer.value.reply.status < 500;
    why = answer.ok ? answer.value.why : undefined;
    if (answer.ok && why === undefined && answer.value.reply.status === 200) {
      const look = parseLook(answer.value.reply, id);
      if (look === undefined) return err(toUnreadable());
      if (look.kind === "ended") return ok(look.answer);
    }
    await pause(pollEveryMs);
  }
  return err(toOutOfTime(why, isAnswered));
}

interface Judged {
  readonly reply: HttpReply;
  /** Why the answer counts for nothing; absent where it counts. */
  readonly why: Distrust | undefined;
}

/** Every request is signed anew, also where the same is asked again. */
async function ask(parts: Parts, unsigned: RunnerRequest): Promise<Result<Judged, Fault>> {
  const { observe = unobserved } = parts;
  const method = unsigned.method === "POST" ? "hand-over" : "look";
  return observe({ service: "runner", method }, () => askOnce(parts, unsigned), judgeAsked);
}

/** An answer that counts for nothing is no good one. */
function judgeAsked(asked: Result<Judged, Fault>): CallOutcome {
  return asked.ok && asked.value.why !== undefined ? "unreadable" : toCallOutcome(asked);
}

async function askOnce(parts: Parts, unsigned: RunnerRequest): Promise<Result<Judged, Fault>> {
  const { signingKey, runnerKey, wallClock, nonce, send } = parts;
  const request = signRequest(unsigned, { key: signingKey(), now: wallClock(), nonce: nonce() });
  const reply = await send({ ...request, headers: { ...request.headers, ...plain } });
  if (!reply.ok) return reply;
  const why = distrust(reply.value, { request, key: runnerKey, now: wallClock() });
  return ok({ reply: reply.value, why });
}

/** What was compressed on the way would have another digest. */
const plain = { accept: "application/json", "accept-encoding": "identity" };
