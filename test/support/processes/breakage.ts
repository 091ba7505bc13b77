import { expect } from "vitest";
import type { Variation } from "../../../sandbox/settings.ts";
import type { Outside, SandboxOptions } from "../../../sandbox/start.ts";
import type { State } from "../../../src/doctor/finding.ts";
import { matching } from "../../workday/support/matching.ts";
import { anOutside, examine, troubles } from "./examine.ts";

/** One thing that is wrong outside or in the settings, and the one finding that it must give. */
export interface Breakage {
  readonly options?: SandboxOptions;
  readonly settings?: Variation;
  /** Settings that need the emulators' addresses. */
  readonly toSettings?: (outside: Outside) => Variation;
  readonly break?: (outside: Outside) => void;
  readonly args?: readonly string[];
  readonly finds: {
    readonly area: string;
    readonly what: string;
    readonly state?: State;
    /** A part of what it says. */
    readonly words: string;
    /** A part of what to do. */
    readonly remedy: string;
  };
}

/** Breaks one thing, runs the doctor, and sees exactly its finding. */
export async function expectFinding(
  { finds, ...breakage }: Breakage,
  run: typeof examine = examine,
): Promise<void> {
  const outside = await anOutside(breakage.options);
  breakage.break?.(outside);
  const settings = breakage.toSettings?.(outside) ?? breakage.settings ?? {};
  const { words, remedy, state = "failed" } = finds;

  const ended = await run(outside, outside.settle(settings), ["--json", ...(breakage.args ?? [])]);

  expect(troubles(ended)).toEqual([
    {
      area: finds.area,
      what: finds.what,
      state,
      words: matching(words),
      remedy: matching(remedy),
    },
  ]);
  expect(ended.code).toBe(state === "failed" ? 1 : 0);
}
