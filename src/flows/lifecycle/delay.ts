import type { Away, Outside } from "../model/fault.ts";
import { type Instant, later } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import type { StepName } from "../tasks/step.ts";

const firstMs = 30_000;
const mostMs = 900_000;
const hourMs = 3_600_000;

/**
 * The wait for something outside that is away: 30 seconds, one minute, two, four, up to a quarter of an hour; longer
 * where the service itself names a longer time. It never ends by itself. People hear of the first try in vain, of one
 * after four hours, and then of one a day.
 */
export function toDelay(
  { delay }: Pick<Request, "delay">,
  { step, fault, at }: { readonly step: StepName; readonly fault: Away; readonly at: Instant },
): Extract<Event, { kind: "step-delayed" }> {
  const { outside, words } = fault;
  const last = isSame(delay, step, outside) ? delay : undefined;
  const attempt = (last?.attempt ?? 0) + 1;
  const since = last?.since ?? at;
  const [own, named] = [waitMs(attempt), namedMs(fault)];
  const retryAt = later(at, named > own ? named : own);
  const isTold = last === undefined || isToTell(last, at);
  return {
    kind: "step-delayed",
    step,
    outside,
    words,
    attempt,
    since,
    retryAt,
    ...(isTold && { isTold }),
    ...toSentAt(fault),
  };
}

function toSentAt(fault: Away): { readonly sentAt?: Instant } {
  return "sentAt" in fault ? { sentAt: fault.sentAt } : {};
}

function isSame(delay: Request["delay"], step: StepName, outside: Outside): boolean {
  return delay?.step === step && delay.outside === outside;
}

/** Milliseconds until the try after this one. */
export function waitMs(attempt: number): number {
  const ms = firstMs * 2 ** (attempt - 1);
  return ms < mostMs ? ms : mostMs;
}

function namedMs(fault: Away): number {
  return fault.kind === "unreachable" ? (fault.retryAfterMs ?? 0) : 0;
}

function isToTell(
  { since, toldAt }: { readonly since: Instant; readonly toldAt: Instant },
  at: Instant,
): boolean {
  const longAt = later(since, 4 * hourMs);
  return at >= (toldAt < longAt ? longAt : later(toldAt, 24 * hourMs));
}
