import { describe, expect, it } from "vitest";
import { listProbes } from "../../../src/bot/request-views/probes.ts";
import type { Verification } from "../../../src/flows/model/verification.ts";
import type { ProbeOutcome } from "../../../src/flows/request/step-facts.ts";

const notProbed: ProbeOutcome = { kind: "not-probed", domain: "A", access: "Put" };

describe("a domain that no harmless read shows", () => {
  const unseen = { kind: "unseen", words: "Put on A: not seen. No report." } as const;
  const missing = { kind: "missing", words: "Put on A is not there." } as const;
  const other = { kind: "unseen", words: "Put on A: B: not seen. No report." } as const;

  it.each<[what: string, verification: Verification | undefined, said: string]>([
    ["nothing was compared", undefined, "A: Put not seen."],
    ["the tenant lists nothing", { outcome: "unverified", items: [unseen] }, "A: Put not seen."],
    [
      "the tenant does not list it",
      { outcome: "different", items: [missing] },
      "A: Put is not as asked, as the tenant lists it",
    ],
    [
      "the tenant lists it",
      { outcome: "unverified", items: [other] },
      "A: Put seen in what the tenant lists of its groups (WQL or a report).",
    ],
  ])("says so where %s", (_what, verification, said) => {
    expect(listProbes([notProbed], verification)[0]).toContain(said);
  });
});
