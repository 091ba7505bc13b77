import type { LoggedSignOn, SignOnLog } from "../../../src/flows/model/sign-on-log.ts";
import type { Workday } from "../../../src/flows/ports/workday.ts";
import { ok } from "../../../src/result.ts";
import type { FaultInjector } from "./fault-injection.ts";

export interface FakeSignOnLog extends Pick<Workday, "readSignOns"> {
  /** Somebody signs on, or tries to. */
  readonly logSignOn: (line: LoggedSignOn) => void;
  /** How many lines may be read at once. */
  readonly setMostSignOns: (most: number) => void;
}

/** A tenant's log of sign-ons, in memory. Nothing is in it but what a test writes there. */
export function createFakeSignOnLog(mishaps: FaultInjector): FakeSignOnLog {
  const lines: LoggedSignOn[] = [];
  let most = Number.POSITIVE_INFINITY;
  return {
    logSignOn: (line) => lines.push(line),
    setMostSignOns: (next) => {
      most = next;
    },
    readSignOns: ({ from, to }) =>
      mishaps.meet("workday.readSignOns", () => {
        const signOns = lines.filter(({ at }) => at >= from && at < to);
        const log: SignOnLog =
          signOns.length > most ? { kind: "too-many" } : { kind: "seen", signOns };
        return ok(log);
      }),
  };
}
