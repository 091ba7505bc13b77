import { requireSafeUrl } from "../wire/base-url.ts";
import { createSend, type HttpReply, type Send } from "../wire/send.ts";
import { describeDistrust, parseAccepted, parseLook, type RunnerLook } from "./answer.ts";
import type { RunnerOptions } from "./runner.ts";
import { distrust, type RunnerRequest, type Signing, signRequest } from "./signature.ts";
import type { SigningKey } from "./signing-keys.ts";

export interface CheckOptions extends RunnerOptions {
  /** A tenant that the runner knows. */
  readonly tenant: string;
  /** A key that the runner does not know. */
  readonly strangersKey: SigningKey;
}

export interface RunnerCheck {
  /** What a runner that keeps to the contract does. */
  readonly name: string;
  /** What it did instead; absent where it did that. */
  readonly problem: string | undefined;
}

/**
 * Tries a runner against its contract (`docs/reference/runner.md`). It only ever asks for the task that does
 * nothing, and for one that does not exist: whatever a runner lets pass, nothing changes in Workday. Safe to
 * repeat.
 *
 * @throws where the configured address is not safe to send to
 */
export async function checkRunner(options: CheckOptions): Promise<readonly RunnerCheck[]> {
  const { url, allowHttpOnLoopback = false, fetch, now = () => performance.now() } = options;
  const base = requireSafeUrl(url, allowHttpOnLoopback);
  const limits = { outside: "runner", timeoutMs: 15_000, maxReplyBytes: 100_000 } as const;
  const bench: Bench = {
    ...options,
    base,
    now,
    send: createSend({ ...limits, ...(fetch && { fetch }) }),
  };
  const checks: RunnerCheck[] = [];
  for (const { name, status, request } of [...planForgeries(bench), ...planMistakes(bench)]) {
    checks.push({ name, problem: findProblem(await ask(bench, request), status) });
  }
  return [...checks, ...(await tryTask(bench))];
}

interface Bench extends Omit<CheckOptions, "fetch"> {
  readonly base: string;
  readonly now: () => number;
  readonly send: Send;
}

interface Probe {
  readonly name: string;
  readonly status: number;
  readonly request: RunnerRequest;
}

const hourMs = 3_600_000;

/** Requests that nobody who holds the bot's key has made, or not like this, or not now. */
function planForgeries(bench: Bench): readonly Probe[] {
  const task = toTask(bench, "do-nothing");
  const signed = sign(bench, task);
  const { signature: _signature, "signature-input": _input, ...unsigned } = signed.headers;
  const other = sign(bench, toTask(bench, "do-nothing", "ISU-00000001"));
  const elsewhere = sign(bench, { ...task, url: `${bench.base}/elsewhere/tasks` });
  const { signature = "" } = sign(bench, toTask(bench, "do-nothing")).headers;
  const look = toLook(bench, "no-such-task");
  const now = bench.wallClock();
  const forged: readonly (readonly [what: string, request: RunnerRequest])[] = [
    ["without a signature", { ...signed, headers: unsigned }],
    [
      "with the signature of another request",
      { ...signed, headers: { ...signed.headers, signature } },
    ],
    [
      "signed with a key it does not know",
      signRequest(task, { ...toSigning(bench), key: bench.strangersKey }),
    ],
    ["whose content was changed after signing", { ...other, body: `${other.body} ` }],
    ["signed for another address", { ...elsewhere, url: task.url }],
    ["signed an hour ago", signRequest(task, { ...toSigning(bench), now: now - hourMs })],
    ["signed an hour ahead", signRequest(task, { ...toSigning(bench), now: now + hourMs })],
  ];
  return [
    ...forged.map(([what, request]) => ({ name: `refuses a task ${what}`, status: 401, request })),
    { name: "refuses a look without a signature", status: 401, request: look },
  ];
}

/** Requests that are the bot's own, and wrong. */
function planMistakes(bench: Bench): readonly Probe[] {
  const { headers, ...task } = toTask(bench, "do-nothing");
  const { "idempotency-key": _key, ...keyless } = headers;
  return [
    {
      name: "refuses a task without an Idempotency-Key",
      status: 400,
      request: sign(bench, { ...task, headers: keyless }),
    },
    {
      name: "refuses a task that it does not know",
      status: 422,
      request: sign(bench, toTask(bench, "no-such-task")),
    },
    {
      name: "does not know a task that was never asked for",
      status: 404,
      request: sign(bench, toLook(bench, `no-such-task-${bench.nonce()}`)),
    },
  ];
}

/** The life of one task that does nothing. */
async function tryTask(bench: Bench): Promise<readonly RunnerCheck[]> {
  const task = toTask(bench, "do-nothing");
  const request = sign(bench, task);
  const first = await ask(bench, request);
  const id = idOf(first);
  const replayed = await ask(bench, request);
  const again = await ask(bench, sign(bench, task));
  const { body = "" } = toTask(bench, "do-nothing", "ISU-00000001");
  const other = await ask(bench, sign(bench, { ...task, body }));
  const isSame = id !== undefined && id === idOf(again);
  return [
    {
      name: "takes the task that does nothing",
      problem: findProblem(first, 202) ?? (id === undefined ? "it gave no id" : undefined),
    },
    {
      name: "refuses the same request again: its nonce is used",
      problem: findProblem(replayed, 401),
    },
    {
      name: "takes the same key with the same content for the same task",
      problem: findProblem(again, 202) ?? (isSame ? undefined : "it gave another id"),
    },
    { name: "refuses the same key with another content", problem: findProblem(other, 409) },
    {
      name: "says that the task is done",
      problem: id === undefined ? "no task was taken" : await waitForEnd(bench, id),
    },
  ];
}

async function waitForEnd(bench: Bench, id: string): Promise<string | undefined> {
  const { now, pause, pollEveryMs, timeoutMs } = bench;
  const beganAt = now();
  for (let pausedMs = 0; pausedMs <= timeoutMs; pausedMs += pollEveryMs) {
    if (now() - beganAt > timeoutMs) break;
    const asked = await ask(bench, sign(bench, toLook(bench, id)));
    const problem = findProblem(asked, 200);
    if (problem !== undefined || asked.kind !== "answered") return problem;
    const look = parseLook(asked.reply, id);
    if (look?.kind !== "running") return describeEnd(look);
    await pause(pollEveryMs);
  }
  return "it did not end in time";
}

function describeEnd(look: Extract<RunnerLook, { kind: "ended" }> | undefined): string | undefined {
  if (look === undefined) return "it answered in a form that the contract does not know";
  return look.answer.kind === "done" ? undefined : "it failed";
}

type Asked =
  | { readonly kind: "failed"; readonly words: string }
  | { readonly kind: "answered"; readonly reply: HttpReply; readonly doubt: string | undefined };

async function ask({ send, runnerKey, wallClock }: Bench, request: RunnerRequest): Promise<Asked> {
  const headers = { ...request.headers, accept: "application/json", "accept-encoding": "identity" };
  const reply = await send({ ...request, headers });
  if (!reply.ok) return { kind: "failed", words: reply.error.words };
  const why = distrust(reply.value, { request, key: runnerKey, now: wallClock() });
  return { kind: "answered", reply: reply.value, doubt: why && describeDistrust(why) };
}

/** An answer must be signed, but a 401: who cannot tell whose request it is has nobody to sign for. */
function findProblem(asked: Asked, expected: number): string | undefined {
  if (asked.kind === "failed") return asked.words;
  const { status } = asked.reply;
  if (status !== expected) return `it answered ${status} instead of ${expected}`;
  if (status === 401 || asked.doubt === undefined) return undefined;
  return `its answer counts for nothing: ${asked.doubt}`;
}

function idOf(asked: Asked): string | undefined {
  return asked.kind === "answered" ? parseAccepted(asked.reply) : undefined;
}

function toTask(
  { base, tenant, nonce }: Bench,
  task: string,
  request = "ISU-00000000",
): RunnerRequest {
  return {
    method: "POST",
    url: `${base}/tasks`,
    headers: { "content-type": "application/json", "idempotency-key": `check:${nonce()}` },
    body: JSON.stringify({ tenant, request, task, fields: {} }),
  };
}

function toLook({ base }: Bench, id: string): RunnerRequest {
  return { method: "GET", url: `${base}/tasks/${encodeURIComponent(id)}`, headers: {} };
}

function sign(bench: Bench, request: RunnerRequest): RunnerRequest {
  return signRequest(request, toSigning(bench));
}

function toSigning({ signingKey, wallClock, nonce }: Bench): Signing {
  return { key: signingKey(), now: wallClock(), nonce: nonce() };
}
