import { describe, expect, it } from "vitest";
import type { Outside } from "../../../src/flows/model/fault.ts";
import { type Instant, later } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Outage } from "../../../src/flows/request/outage.ts";
import { isResting, moveDeadline } from "../../../src/flows/watch/outage-rules.ts";
import { anAsking, anOpening, expiresAt, given, start } from "../../support/data/a-request.ts";
import { acme, hourMs } from "../../support/data/a-tenant.ts";

const minuteMs = 60_000;
/** The event after the first: a request's second minute. */
const handedAt = later(start, minuteMs);

function handed(step: Extract<Event, { kind: "handed-over" }>["step"]): Event {
  return { kind: "handed-over", step, expiresAt };
}

function anOutage(outside: Outside, since: Instant, overAt?: Instant): Outage {
  return { tenant: acme, outside, since, ...(overAt !== undefined && { overAt }) };
}

describe("isResting", () => {
  const unread = anAsking({ pending: { kind: "not-activated" } });

  it.each<[is: boolean, what: string, outside: Outside, event: Event]>([
    [true, "a task", "Workday", handed("add-group-member")],
    [true, "a task", "Workday reports", handed("add-group-member")],
    [false, "a task", "Key Vault", handed("add-group-member")],
    [false, "a task", "Slack", handed("add-group-member")],
    [true, "a task whose page shows secrets", "Key Vault", handed("register-api-client")],
    [true, "a task whose page shows secrets", "Workday", handed("register-api-client")],
    [false, "a task whose page shows secrets", "runner", handed("register-api-client")],
    [true, "an approval that reads what is pending", "Workday reports", anAsking()],
    [false, "an approval that reads what is pending", "Key Vault", anAsking()],
    [false, "an approval that reads nothing", "Workday", unread],
    [false, "work", "Workday", { kind: "step-begun", step: "create-user" }],
  ])("is %s of %s while %s is away", (is, _what, outside, event) => {
    const request = given(anOpening(), event);

    expect(isResting(request, [anOutage(outside, start)])).toBe(is);
    expect(isResting(request, [anOutage(outside, start, handedAt)])).toBe(false);
  });
});

describe("moveDeadline", () => {
  const request = given(anOpening(), handed("add-group-member"));
  const overAt = later(handedAt, 2 * hourMs);

  it.each<[what: string, since: Instant, from: Instant]>([
    ["that began with it", handedAt, handedAt],
    ["that was there before, from then on that it waits", start, handedAt],
    ["that came later, from its beginning", later(handedAt, hourMs), later(handedAt, hourMs)],
  ])("lets a task rest for an outage %s", (_what, since, from) => {
    expect(moveDeadline(request, [anOutage("Workday", since, overAt)])).toEqual([
      {
        kind: "rested",
        outside: "Workday",
        since: from,
        until: overAt,
        expiresAt: later(expiresAt, overAt - from),
      },
    ]);
  });

  it.each<[what: string, outage: Outage]>([
    ["goes on", anOutage("Workday", start)],
    ["was over before", anOutage("Workday", start, handedAt)],
    ["is no matter of it", anOutage("Key Vault", start, overAt)],
  ])("leaves a task as it is where an outage %s", (_what, outage) => {
    expect(moveDeadline(request, [outage])).toEqual([]);
  });

  it("counts what has moved it once", () => {
    const outage = anOutage("Workday", start, overAt);
    const [rested] = moveDeadline(request, [outage]);
    const moved = given(anOpening(), handed("add-group-member"), ...(rested ? [rested] : []));

    expect(moveDeadline(moved, [outage])).toEqual([]);
  });

  it("moves nothing of a request that waits for nobody", () => {
    expect(moveDeadline(given(anOpening()), [anOutage("Workday", start, overAt)])).toEqual([]);
  });
});
