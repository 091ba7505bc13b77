import { describe, expect, it } from "vitest";
import { toCallOutcome } from "../../src/flows/ports/observe.ts";
import type { Event } from "../../src/flows/request/event.ts";
import { evolve, replay } from "../../src/flows/request/request.ts";
import { err, ok } from "../../src/result.ts";
import { start } from "../support/data/a-request.ts";
import {
  approved,
  asked,
  awaited,
  denied,
  failed,
  opening,
  voided,
} from "../support/data/events.ts";
import { aTelemetry, someFigures } from "./a-telemetry.ts";

const figureNames = /^workday_isu_(requests|oldest|publisher|drifted|left|passwords|look|audit)/;

describe("what is read of the database", () => {
  it("is shown as it stands, requests that left something counted with those that ended", async () => {
    const { read } = aTelemetry();

    const lines = (await read()).filter((line) => figureNames.test(line));

    expect(lines).toEqual([
      'workday_isu_requests{tenant="acme",kind="create",state="done"} 2',
      'workday_isu_requests{tenant="acme",kind="create",state="ended"} 4',
      'workday_isu_oldest_waiting_seconds{tenant="acme",waiting_for="approver"} 90',
      "workday_isu_publisher_waiting 4",
      "workday_isu_publisher_oldest_seconds 2.5",
      "workday_isu_publisher_set_aside 3",
      'workday_isu_drifted_accounts{tenant="acme"} 1',
      'workday_isu_left_behind_requests{tenant="acme"} 3',
      'workday_isu_passwords_due{tenant="acme",due="overdue"} 2',
      'workday_isu_passwords_due{tenant="acme",due="soon"} 5',
      'workday_isu_look_age_seconds{tenant="acme",look="drift"} 1',
      'workday_isu_look_age_seconds{tenant="acme",look="rotation"} 2',
      "workday_isu_audit_sequence 12",
      "workday_isu_audit_age_seconds 3",
    ]);
  });

  it("is left out while the database is away, and is back with it", async () => {
    let isAway = false;
    const { read, goOn } = aTelemetry({
      readFigures: async () => {
        if (isAway) throw new Error("away");
        return someFigures;
      },
    });
    await read();
    isAway = true;
    goOn(5000);

    const away = await read();

    expect(away.filter((line) => figureNames.test(line))).toEqual([]);
    expect(away).toContain("workday_isu_figures_readable 0");
    expect(away).toContain("workday_isu_workflows_in_flight 3");
    isAway = false;
    expect(await read()).toContain("workday_isu_figures_readable 1");
  });

  it("is not waited for while the database does not answer, and is asked for once", async () => {
    let asks = 0;
    const { read } = aTelemetry({
      readFigures: () => {
        asks += 1;
        return new Promise<never>(() => undefined);
      },
    });

    const [first, second] = await Promise.all([read(), read()]);

    expect(first).toContain("workday_isu_figures_readable 0");
    expect(second).toContain("workday_isu_figures_readable 0");
    expect(asks).toBe(1);
  });

  it("counts for five seconds", async () => {
    let asks = 0;
    const { read, goOn } = aTelemetry({
      readFigures: async () => {
        asks += 1;
        return someFigures;
      },
    });

    await read();
    goOn(4999);
    await read();
    expect(asks).toBe(1);
    goOn(1);
    await read();
    expect(asks).toBe(2);
  });

  it("tells when the pages' certificate ends, where they have one", async () => {
    const name = "workday_isu_certificate_expiry_timestamp_seconds";

    expect(await aTelemetry({ certificateEndsAt: () => 1_800_000_000_000 }).read()).toContain(
      `${name} 1800000000`,
    );
    expect((await aTelemetry().read()).join()).not.toContain(name);
  });

  it("gives the backlog to whoever knows it better", async () => {
    const { read } = aTelemetry({
      readFigures: () => Promise.reject(new Error("away")),
      readBacklog: () => ({ waiting: 1, oldestMs: 500, aside: 0 }),
    });

    const lines = await read();

    expect(lines).toContain("workday_isu_publisher_waiting 1");
    expect(lines).toContain("workday_isu_publisher_oldest_seconds 0.5");
  });
});

describe("a call", () => {
  it("is counted by service, method and outcome, with its time, and answers what it answers", async () => {
    const { telemetry, read, goOn } = aTelemetry();
    const call = { service: "vault", method: "setSecret" } as const;
    const limits = { outside: "Key Vault", words: "", retryAfterMs: 1 } as const;
    const busy = err({ kind: "unreachable" as const, ...limits });

    expect(await telemetry.observe(call, async () => ok(7), toCallOutcome)).toEqual(ok(7));
    await telemetry.observe(
      call,
      async () => {
        goOn(700);
        return busy;
      },
      toCallOutcome,
    );
    const broken = telemetry.observe(call, () => Promise.reject(new Error("a bug")), toCallOutcome);
    await expect(broken).rejects.toThrow("a bug");

    const lines = (await read()).filter((line) => line.includes('method="setSecret"'));
    expect(lines).toEqual(
      expect.arrayContaining([
        'workday_isu_calls_total{service="vault",method="setSecret",outcome="ok"} 1',
        'workday_isu_calls_total{service="vault",method="setSecret",outcome="limited"} 1',
        'workday_isu_calls_total{service="vault",method="setSecret",outcome="broke"} 1',
        'workday_isu_call_duration_seconds_bucket{le="0.5",service="vault",method="setSecret"} 2',
        'workday_isu_call_duration_seconds_bucket{le="1",service="vault",method="setSecret"} 3',
      ]),
    );
  });
});

/** What is counted when these are recorded after those. */
async function counted(
  story: readonly Event[],
  events: readonly Event[],
): Promise<readonly string[]> {
  const { telemetry, read } = aTelemetry();
  const recorded = story.map((event, at) => ({ seq: at + 1, at: start, event }));
  const before = replay(recorded);
  const request = events
    .map((event, at) => ({ seq: story.length + at + 1, at: start, event }))
    .reduce(evolve, before);
  telemetry.occurred({ request: request ?? raise(), before, events });
  return (await read())
    .filter((line) => /^workday_isu_(approvals|failed)/.test(line))
    .map((line) => line.replace(/tenant="[a-z_0-9]+",/, ""));
}

function raise(): never {
  throw new Error("No story");
}

describe("approvals and failed steps", () => {
  it.each<[what: string, story: readonly Event[], events: readonly Event[], line: string]>([
    ["asked for", [opening], [asked], 'workday_isu_approvals_total{outcome="asked"} 1'],
    ["given", [opening, asked], [approved], 'workday_isu_approvals_total{outcome="approved"} 1'],
    [
      "void",
      [opening, asked, approved],
      [voided],
      'workday_isu_approvals_total{outcome="voided"} 1',
    ],
    ["denied", [opening, asked], [denied], 'workday_isu_approvals_total{outcome="denied"} 1'],
    ["stuck", [opening], [failed], 'workday_isu_failed_steps_total{step="activate"} 1'],
  ])("that are %s are counted", async (_what, story, events, line) => {
    expect(await counted(story, events)).toEqual([line]);
  });

  it("say nothing of a request that is closed while nobody is asked", async () => {
    expect(await counted([opening, asked, approved, awaited], [denied])).toEqual([]);
  });
});
