import { z } from "zod";
import type { Fault } from "../flows/fault.ts";
import type { Runner, RunnerAnswer } from "../flows/ports.ts";
import { err, ok, type Result } from "../result.ts";
import type { Secret } from "../secret.ts";
import { requireSafeUrl } from "./base-url.ts";
import { quoteForeign } from "./foreign-text.ts";
import { toRunnerTask } from "./runner-task.ts";
import { createSend, type HttpReply, type Send } from "./send.ts";

export interface RunnerOptions {
  readonly url: string;
  readonly token: Secret;
  /** Milliseconds between two looks at a task that runs. */
  readonly pollEveryMs: number;
  /** Milliseconds until a task that still runs counts as unknown. */
  readonly timeoutMs: number;
  readonly pause: (ms: number) => Promise<void>;
  /** Milliseconds of a clock that only goes forward; left out: the platform's own. */
  readonly now?: () => number;
  readonly allowHttpOnLoopback?: boolean;
  readonly fetch?: typeof globalThis.fetch;
}

type Order = Parameters<Runner["perform"]>[0];

const outside = "runner";
const callTimeoutMs = 15_000;
const maxReplyBytes = 100_000;

/** An id that stands for itself in a path. */
const Accepted = z.object({ id: z.string().regex(/^[A-Za-z0-9][\w.~:-]{0,199}$/) });
const State = z.discriminatedUnion("status", [
  z.object({ status: z.literal("running") }),
  z.object({ status: z.literal("done") }),
  z.object({
    status: z.literal("failed"),
    reason: z.enum(["pending-changed", "refused", "error"]).catch("error"),
    detail: z.string().catch(""),
  }),
]);

/**
 * Speaks the runner's contract (`docs/reference/runner.md`). Handing over twice under one key is one task.
 *
 * `unknown` when the task was taken and nobody can say how it ended.
 * @throws where the configured address is not safe to send a token to
 */
export function createRunner(options: RunnerOptions): Runner {
  const base = requireSafeUrl(options.url, options.allowHttpOnLoopback ?? false);
  const { fetch, now = () => performance.now() } = options;
  const limits = { outside, timeoutMs: callTimeoutMs, maxReplyBytes } as const;
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

async function post({ base, token, send }: Parts, order: Order): Promise<Result<string, Fault>> {
  const { tenant, request, task, pendingDigest, key } = order;
  const approved = pendingDigest === undefined ? {} : { approved: { digest: pendingDigest } };
  const reply = await send({
    method: "POST",
    url: `${base}/tasks`,
    headers: { ...toHeaders(token), "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ tenant, request, ...toRunnerTask(task), ...approved }),
  });
  if (!reply.ok) return reply;
  const accepted = Accepted.safeParse(parseJson(reply.value));
  if (reply.value.status === 202 && accepted.success) return ok(accepted.data.id);
  return err(toFault(reply.value));
}

/** Looks until the task has ended. A look that fails is repeated as long as there is time. */
async function waitFor(parts: Parts, id: string): Promise<Result<RunnerAnswer, Fault>> {
  const { base, token, send, pause, pollEveryMs, timeoutMs, now } = parts;
  const url = `${base}/tasks/${encodeURIComponent(id)}`;
  const beganAt = now();
  // A look may take long itself, so both the pauses and the clock count.
  for (let pausedMs = 0; pausedMs <= timeoutMs; pausedMs += pollEveryMs) {
    if (now() - beganAt > timeoutMs) break;
    const reply = await send({ method: "GET", url, headers: toHeaders(token) });
    const state = reply.ok && reply.value.status === 200 ? parseJson(reply.value) : undefined;
    const answer = toAnswer(State.safeParse(state).data, token);
    if (answer !== undefined) return ok(answer);
    await pause(pollEveryMs);
  }
  const words =
    "The runner took the task and did not say in time how it ended. Look in Workday and at the runner, then press Try again: the same task is not done twice.";
  return err({ kind: "unknown", outside, words });
}

function toAnswer(
  state: z.infer<typeof State> | undefined,
  token: Secret,
): RunnerAnswer | undefined {
  if (state === undefined || state.status === "running") return undefined;
  if (state.status === "done") return { kind: "done" };
  const said = quoteForeign(state.detail, [token]) ?? "it gave no reason";
  return { kind: "failed", reason: state.reason, words: `The runner could not do it: ${said}` };
}

function toHeaders(token: Secret): Readonly<Record<string, string>> {
  return { accept: "application/json", authorization: `Bearer ${token.reveal()}` };
}

function parseJson({ text }: HttpReply): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toFault({ status }: HttpReply): Fault {
  if (status === 401 || status === 403) {
    const words = `The runner refuses the bot's token (${status}). Correct RUNNER_TOKEN.`;
    return { kind: "denied", outside, words };
  }
  if (status === 409 || status === 422) {
    const words = `The runner does not take this task (${status}). Its contract and the bot's version may differ.`;
    return { kind: "rejected", outside, words };
  }
  const words = `The runner gave an answer that its contract does not know (${status}).`;
  return { kind: status >= 500 ? "unknown" : "unreadable", outside, words };
}
