import { describe, expect, it } from "vitest";
import { type Instant, later } from "../../../src/flows/model/ids.ts";
import type { LoggedSignOn, SignOnLog, TimeSpan } from "../../../src/flows/model/sign-on-log.ts";
import { readSignOnLog } from "../../../src/flows/verification/read-sign-on-log.ts";
import { ok } from "../../../src/result.ts";
import { start } from "../../support/data/a-request.ts";
import { createWorld } from "../../support/fakes/world.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const longAgo = later(start, -30 * dayMs);

function aLine(at: Instant, userName = "ISU_Viva"): LoggedSignOn {
  const way = { address: "203.0.113.7", channel: "Web Services", type: "" };
  return { userName, at, outcome: "signed-on", ...way };
}

/** One look at a log that answers as is said, and for which times it was asked. */
async function look(
  answer: (span: TimeSpan) => SignOnLog,
  { before, tookMs = 0 }: { readonly before?: number; readonly tookMs?: number } = {},
): Promise<{
  readonly looked: Awaited<ReturnType<typeof readSignOnLog>>;
  readonly asked: readonly TimeSpan[];
}> {
  const world = createWorld();
  const now = world.clock.now();
  const asked: TimeSpan[] = [];
  async function readSignOns(span: TimeSpan): Promise<ReturnType<typeof ok<SignOnLog>>> {
    asked.push(span);
    world.clock.goOn(tookMs);
    return ok(answer(span));
  }
  const place = world.deps.contextOf(world.tenant.name);
  const looked = await readSignOnLog(
    {
      deps: world.deps,
      place: { ...place, workday: { ...place.workday, readSignOns } },
      names: ["isu_viva"],
    },
    before === undefined ? undefined : { since: longAgo, until: later(now, -before) },
  );
  return { looked, asked };
}

function seen({ from }: TimeSpan): SignOnLog {
  return { kind: "seen", signOns: [aLine(from), aLine(from, "lmcneil")] };
}

function lengthOf({ from, to }: TimeSpan): number {
  return to - from;
}

describe("readSignOnLog", () => {
  it("begins a week ago, a day at once, and keeps what is watched", async () => {
    const { looked, asked } = await look(seen);

    expect(asked.map(lengthOf)).toEqual(Array.from({ length: 7 }, () => dayMs));
    expect(looked?.signOns).toHaveLength(7);
    expect(looked?.read).toEqual({ since: asked[0]?.from, until: asked[6]?.to });
  });

  it("goes on a little before where it was, and knows since when", async () => {
    const { looked, asked } = await look(seen, { before: 15 * minuteMs });

    expect(asked.map(lengthOf)).toEqual([20 * minuteMs]);
    expect(looked?.read).toEqual({ since: longAgo, until: asked[0]?.to });
  });

  it("asks for less time where it is too much, down to a minute, which is left out", async () => {
    const { looked, asked } = await look(() => ({ kind: "too-many" }), {
      before: 5 * minuteMs,
    });

    expect(asked.filter((span) => lengthOf(span) === minuteMs)).toHaveLength(10);
    expect(looked?.signOns).toEqual([]);
    expect(looked?.read).toEqual({ since: looked?.read.until, until: asked.at(-1)?.to });
  });

  it("reads a busy day in pieces", async () => {
    const { looked, asked } = await look(
      (span) => (lengthOf(span) > dayMs / 4 ? { kind: "too-many" } : seen(span)),
      { before: dayMs - 5 * minuteMs },
    );

    expect(asked.map(lengthOf)).toEqual([dayMs, ...Array.from({ length: 4 }, () => dayMs / 4)]);
    expect(looked?.read.since).toBe(longAgo);
  });

  it("leaves the rest to the next look after a minute", async () => {
    const { looked, asked } = await look(seen, { tookMs: 25_000 });

    expect(asked).toHaveLength(3);
    expect(looked?.read.until).toBe(asked[2]?.to);
  });
});
