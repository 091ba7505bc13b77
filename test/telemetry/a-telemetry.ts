import { trace } from "@opentelemetry/api";
import type { Figures } from "../../src/flows/ports/figures.ts";
import {
  createTelemetry,
  type MetricSources,
  type Telemetry,
} from "../../src/telemetry/telemetry.ts";

export const someFigures: Figures = {
  requests: [
    { tenant: "acme", kind: "create", state: "done", count: 2 },
    { tenant: "acme", kind: "create", state: "ended", count: 1 },
    { tenant: "acme", kind: "create", state: "ended", count: 3 },
  ],
  leftBehind: [{ tenant: "acme", count: 3 }],
  waits: [{ tenant: "acme", for: "approver", oldestMs: 90_000 }],
  backlog: { waiting: 4, oldestMs: 2500, aside: 3 },
  tallies: [
    { name: "drifted", tenant: "acme", count: 1, ageMs: 1000 },
    { name: "password-overdue", tenant: "acme", count: 2, ageMs: 2000 },
    { name: "password-due", tenant: "acme", count: 5, ageMs: 2000 },
  ],
  audit: { seq: 12, ageMs: 3000 },
};

/** With a clock that stands still until it is told to go on. */
export function aTelemetry(changes: Partial<MetricSources> = {}): {
  readonly telemetry: Telemetry;
  readonly read: () => Promise<readonly string[]>;
  readonly goOn: (ms: number) => void;
} {
  let now = 0;
  const telemetry = createTelemetry({ tracer: trace.getTracer("none"), now: () => now });
  const read = telemetry.read({
    readFigures: async () => someFigures,
    workflowsInFlight: () => 3,
    secretFilesRefused: () => 0,
    ...changes,
  });
  return {
    telemetry,
    read: async () => (await read()).split("\n").filter((line) => !/^(#|$)/.test(line)),
    goOn: (ms) => {
      now += ms;
    },
  };
}
