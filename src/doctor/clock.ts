import type { Finding, Findings } from "./finding.ts";

/** Listens to the `Date` of a service's answers. */
export interface DateWatch {
  /** The platform's own, listened to. */
  readonly fetch: typeof globalThis.fetch;
  readonly hear: (httpDate: string | null | undefined) => void;
  /** Milliseconds that the service is ahead of this machine; `undefined` before an answer. */
  readonly aheadMs: () => number | undefined;
}

/** A minute is where tokens and signatures begin to be refused; five is where many services end. */
const toleratedMs = 60_000;

export function createDateWatch(
  now: () => number,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): DateWatch {
  let aheadMs: number | undefined;
  function hear(httpDate: string | null | undefined): void {
    const at = Date.parse(httpDate ?? "");
    if (!Number.isNaN(at)) aheadMs = at - now();
  }
  return {
    fetch: async (...request) => {
      const answer = await fetch(...request);
      hear(answer.headers.get("date"));
      return answer;
    },
    hear,
    aheadMs: () => aheadMs,
  };
}

/** Judges how far two clocks are apart. An HTTP date knows whole seconds only. */
export function judgeClock(findings: Findings, aheadMs: number | undefined): Finding {
  if (aheadMs === undefined) return findings.notTried("clock", "No answer said what time it is.");
  if (Math.abs(aheadMs) <= toleratedMs) {
    return findings.ok("clock", "This machine and the service agree within a minute.");
  }
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  const words = `The service's clock is ${seconds} seconds ${aheadMs > 0 ? "ahead of" : "behind"} this machine's.`;
  return findings.warning("clock", words, "Keep this machine's clock in time (NTP).");
}
