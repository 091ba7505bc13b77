import { withTimeout } from "../bot/slack/with-timeout.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** One check, and how long it may take. */
export interface Trial {
  readonly area: string;
  readonly what: string;
  readonly limitMs: number;
}

/**
 * Makes one check without letting it take the others down: what it throws, and an answer that does not
 * come in time, become findings. Of what it throws only the name is kept, since foreign errors quote.
 */
export async function withLimit(
  { area, what, limitMs }: Trial,
  check: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const { failed } = findingsOf(area);
  try {
    const findings = await withTimeout(limitMs, check());
    if (findings !== undefined) return findings;
    const words = `No answer within ${limitMs / 1000} seconds.`;
    return [failed(what, words, "Look at the network between this machine and the service.")];
  } catch (thrown) {
    const words = `The check broke off (${nameOf(thrown)}).`;
    return [failed(what, words, "Try again; if it stays, report it with this name.")];
  }
}

function nameOf(thrown: unknown): string {
  const name = thrown instanceof Error ? thrown.name : "";
  return /^[A-Za-z]{1,40}$/.test(name) ? name : "an unnamed error";
}
