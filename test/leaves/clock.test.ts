import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type BotClock, createClock, systemClock } from "../../src/clock.ts";

const dayMs = 86_400_000;

interface SetClock extends BotClock {
  readonly setAhead: (content: number | string) => void;
}

function aSetClock(): SetClock {
  const folder = mkdtempSync(join(tmpdir(), "isu-clock-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "clock");
  function setAhead(content: number | string): void {
    writeFileSync(file, `${content}\n`);
  }
  setAhead(0);
  return { ...createClock(file), setAhead };
}

/** Resolves when it has come due. */
function due({ after }: BotClock, ms: number): Promise<"due"> {
  return new Promise((resolve) => {
    after(ms, () => resolve("due"));
  });
}

it("is the wall's where no file sets it", () => {
  expect(createClock(undefined)).toBe(systemClock);
});

describe("a clock that is set", () => {
  it("is ahead of the wall's by what stands in the file at that moment", () => {
    const clock = aSetClock();

    for (const ahead of [0, 3 * dayMs, -400 * dayMs]) {
      clock.setAhead(ahead);
      const before = systemClock.now();
      const shown = clock.now();
      expect(shown - ahead).toBeGreaterThanOrEqual(before);
      expect(shown - ahead).toBeLessThanOrEqual(systemClock.now());
    }
  });

  it("agrees with another one on the same file from the moment it is moved", () => {
    const clock = aSetClock();
    clock.setAhead(dayMs);
    const first = clock.now();

    clock.setAhead(2 * dayMs);

    expect(clock.now() - first).toBeGreaterThanOrEqual(dayMs);
  });

  it("lets what a jump has passed come due at once", async () => {
    const clock = aSetClock();
    const waiting = due(clock, dayMs);

    clock.setAhead(dayMs);

    expect(await waiting).toBe("due");
  });

  it("goes on looking where nothing has come due yet", async () => {
    const clock = aSetClock();
    const waiting = due(clock, dayMs);
    // Timers of one length end in the order in which they began: the clock has looked once by then.
    await due(systemClock, 100);

    clock.setAhead(dayMs);

    expect(await waiting).toBe("due");
  });

  it("makes nothing wait for longer when it is set back", async () => {
    const clock = aSetClock();
    const waiting = due(clock, 150);

    clock.setAhead(-dayMs);

    expect(await waiting).toBe("due");
  });

  it("lets nothing come due that was called off", async () => {
    const clock = aSetClock();
    const came: string[] = [];
    const callOff = clock.after(dayMs, () => came.push("called off"));
    const waiting = due(clock, dayMs);

    callOff();
    clock.setAhead(2 * dayMs);
    await waiting;

    expect(came).toEqual([]);
  });

  it.each(["", "soon", "1.5", "12345678901234"])("tells no time by %j", (content) => {
    const clock = aSetClock();

    clock.setAhead(content);

    expect(() => clock.now()).toThrow("does not hold a whole number of milliseconds");
  });
});
