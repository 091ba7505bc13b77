import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { RunnerAnswer } from "../../flows/ports/runner.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import type { HttpReply } from "../wire/send.ts";
import type { Distrust } from "./signature.ts";

/** What became of a task at one look. */
export type RunnerLook =
  | { readonly kind: "running" }
  | { readonly kind: "ended"; readonly answer: RunnerAnswer };

/** An id that stands for itself in a path. */
const Id = z.string().regex(/^[A-Za-z0-9][\w.~:-]{0,199}$/);

// Nothing but what is named here: an answer has no place for a value, least of all for a secret.
const Accepted = z.strictObject({ id: Id, status: z.literal("running") });
const State = z.discriminatedUnion("status", [
  z.strictObject({ id: Id, status: z.literal("running") }),
  z.strictObject({ id: Id, status: z.literal("done") }),
  z.strictObject({
    id: Id,
    status: z.literal("failed"),
    reason: z.enum(["pending-changed", "refused", "error"]).catch("error"),
    detail: z.string().catch(""),
  }),
]);

/** @returns the id of a task that was taken; `undefined` where the contract knows no such answer */
export function parseAccepted({ status, text }: HttpReply): string | undefined {
  return status === 202 ? Accepted.safeParse(parseJson(text)).data?.id : undefined;
}

/** @returns `undefined` where the contract knows no such answer about this task */
export function parseLook({ text }: HttpReply, id: string): RunnerLook | undefined {
  const state = State.safeParse(parseJson(text)).data;
  if (state === undefined || state.id !== id) return undefined;
  if (state.status === "running") return { kind: "running" };
  if (state.status === "done") return { kind: "ended", answer: { kind: "done" } };
  const said = quoteForeign(state.detail, []) ?? "it gave no reason";
  const words = `The runner could not do it: ${said}`;
  return { kind: "ended", answer: { kind: "failed", reason: state.reason, words } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const outside = "runner";
const thenTryAgain =
  "Look in Workday and at the runner, then press Try again: the same task is not done twice.";

const whyDistrusted: Record<Distrust, string> = {
  unsigned: "it carries no signature",
  "another-form": "its signature has another form than the contract's",
  "another-content": "its content is not what its Content-Digest says",
  "another-key": "it is signed with another key than runner.publicKey",
  "out-of-time": "its signature is too old, too new or made for too long",
  "wrong-signature": "its signature is not right for this answer to this request",
};

export function describeDistrust(why: Distrust): string {
  return whyDistrusted[why];
}

/** The runner may have taken the task all the same, so nobody may call it done or refused. */
export function toDistrusted(why: Distrust): Fault {
  const words = `The runner's answer counts for nothing: ${whyDistrusted[why]}. It may have taken the task. ${thenTryAgain}`;
  return { kind: "unknown", outside, words, isAnswered: true };
}

/**
 * `why`: the last look was answered, and could not be trusted. `isAnswered`: the runner is there; otherwise the same is
 * asked again later, and it does the task once.
 */
export function toOutOfTime(why: Distrust | undefined, isAnswered: boolean): Fault {
  const since =
    why === undefined
      ? "did not say in time how it ended"
      : `its answers since then count for nothing: ${whyDistrusted[why]}`;
  return {
    kind: "unknown",
    outside,
    words: `The runner took the task and ${since}. ${thenTryAgain}`,
    ...(isAnswered && { isAnswered }),
  };
}

/** A signed answer that the contract has no such form for. */
export function toUnreadable(): Fault {
  const words = `The runner took the task and answered in a form that its contract does not know. ${thenTryAgain}`;
  return { kind: "unreadable", outside, words };
}

/** Nobody has to have signed this: it only ever says that nothing was accepted. */
export function toDenied({ status }: HttpReply): Fault | undefined {
  if (status !== 401 && status !== 403) return undefined;
  const words = `The runner, or what stands before it, refuses the bot's signature (${status}). Compare the key it knows with RUNNER_SIGNING_KEY, its address with runner.url, and both clocks.`;
  return { kind: "denied", outside, words };
}

export function toRefused({ status }: HttpReply): Fault {
  if (status === 409 || status === 422) {
    const words = `The runner does not take this task (${status}). Its contract and the bot's version may differ.`;
    return { kind: "rejected", outside, words };
  }
  const words = `The runner gave an answer that its contract does not know (${status}).`;
  return { kind: status >= 500 ? "unknown" : "unreadable", outside, words };
}
