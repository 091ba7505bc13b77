import { expect, it } from "vitest";
import { type Outcome, toOutcome } from "../../../src/bot/publisher/outcome.ts";
import type { SlackFault } from "../../../src/bot/slack/slack-call.ts";

const of = { outside: "Slack", words: "No.", code: "ratelimited" } as const;
const other: SlackFault = { kind: "rejected", ...of, code: "is_archived" };

it.each<[what: string, fault: SlackFault, outcome: Outcome]>([
  [
    "as long as Slack says",
    { kind: "unreachable", ...of, retryAfterMs: 700 },
    { kind: "slow-down", ms: 700 },
  ],
  [
    "five seconds where Slack names no time",
    { kind: "unreachable", ...of },
    { kind: "slow-down", ms: 5000 },
  ],
  [
    "five seconds where a limit comes as a no",
    { kind: "rejected", ...of },
    { kind: "slow-down", ms: 5000 },
  ],
  ["as long as a failure does otherwise", other, { kind: "failed", fault: other }],
])("rests %s", (_what, fault, outcome) => {
  expect(toOutcome(fault)).toEqual(outcome);
});
