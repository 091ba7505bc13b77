import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { remember } from "../../../src/workday/wql/remember.ts";

function aMemory(answers: readonly Result<number, Fault>[]): {
  readonly get: () => Promise<Result<number, Fault>>;
  readonly forget: () => void;
  readonly pass: (ms: number) => void;
  readonly reads: () => number;
} {
  let at = 0;
  let reads = 0;
  const memory = remember(
    async () => {
      reads += 1;
      return answers[reads - 1] ?? ok(reads);
    },
    { forMs: 100, faultForMs: 10, elapsedMs: () => at },
  );
  return { ...memory, pass: (ms) => (at += ms), reads: () => reads };
}

function fault(kind: Fault["kind"]): Result<number, Fault> {
  return err({ kind, outside: "Workday", words: "No." });
}

describe("remember", () => {
  it("asks once for all who ask at the same time, and again when the time is over", async () => {
    const memory = aMemory([]);

    await Promise.all([memory.get(), memory.get()]);
    memory.pass(99);
    await memory.get();
    const before = memory.reads();
    memory.pass(1);

    expect(await memory.get()).toEqual(ok(2));
    expect(before).toBe(1);
  });

  it("remembers a no for a while, and not that something did not arrive", async () => {
    const denied = aMemory([fault("denied")]);
    const away = aMemory([fault("unreachable")]);

    await denied.get();
    await denied.get();
    const before = denied.reads();
    denied.pass(10);
    await denied.get();
    await away.get();

    expect([before, denied.reads()]).toEqual([1, 2]);
    expect(await away.get()).toEqual(ok(2));
  });

  it("does not remember what it was told to forget while it was being read", async () => {
    const memory = aMemory([]);

    const first = memory.get();
    memory.forget();
    await first;

    expect(await memory.get()).toEqual(ok(2));
  });
});
