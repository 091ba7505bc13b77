import { describe, expect, it } from "vitest";
import { decide } from "../../../src/flows/approval/decide.ts";
import { planAskAgain } from "../../../src/flows/approval/decide-review.ts";
import { remind } from "../../../src/flows/approval/remind.ts";
import { dayMs, later } from "../../../src/flows/model/ids.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { SettleRefusal } from "../../../src/flows/request/refusal.ts";
import { expiresAt, given, inTime, start } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { approved, asked, denied, opening } from "../../support/data/events.ts";
import { ben, cy, eve } from "../../support/data/people.ts";

const tenant = aTenant({ remindAfterMs: [4 * hourMs, 30 * hourMs] });
const notNow = { kind: "postpone", digest: "sha256:shown" } as const;
const askAgainAt = later(start, 26 * hourMs);
const postponed: Event = { kind: "postponed", by: ben, askAgainAt };
const again: Event = { kind: "reminded", due: 1, expiresAt };

describe("Not now", () => {
  it("decides nothing, and says when the approvers are called again", () => {
    const settling = { by: eve, at: inTime, tenant, standsInFor: [ben] };
    const command = { ...notNow, reason: "Month end" };

    expect(decide(given(opening, asked), command, settling)).toEqual({
      ok: true,
      value: [
        {
          kind: "postponed",
          by: eve,
          for: ben,
          reason: "Month end",
          askAgainAt: planAskAgain(inTime, expiresAt),
        },
      ],
    });
  });

  it.each<
    [why: string, before: readonly Event[], at: typeof start, command: Command, SettleRefusal]
  >([
    ["before anybody is asked", [], inTime, notNow, "already-settled"],
    ["once it is approved", [asked, approved], inTime, notNow, "already-settled"],
    ["once it is denied", [asked, denied], inTime, notNow, "already-settled"],
    ["at the deadline", [asked], expiresAt, notNow, "too-late"],
    ["to another card", [asked], inTime, { ...notNow, digest: "sha256:old" }, "outdated-card"],
  ])("is refused %s", (_why, before, at, command, refusal) => {
    if (command.kind === "open") throw new Error("Nothing is opened here");

    expect(decide(given(opening, ...before), command, { by: ben, at, tenant })).toEqual({
      ok: false,
      error: refusal,
    });
  });

  it("calls again in a day, or after half of what is left", () => {
    expect(planAskAgain(start, later(start, 10 * dayMs))).toBe(later(start, dayMs));
    expect(planAskAgain(start, later(start, 3))).toBe(later(start, 1));
  });

  it.each<[what: string, before: readonly Event[], hours: number, events: readonly Event[]]>([
    ["nobody before its moment", [asked, postponed], 25.9, []],
    ["everybody at its moment, once for all that came due", [asked, postponed], 26, [again]],
    [
      "everybody where no time has come",
      [asked, { ...postponed, askAgainAt: start }],
      1,
      [{ ...again, due: 0 }],
    ],
    ["nobody twice", [asked, postponed, again], 29, []],
    ["everybody as before from then on", [asked, postponed, again], 30, [{ ...again, due: 2 }]],
  ])("reminds %s", (_what, before, hours, events) => {
    expect(remind(given(opening, ...before), later(start, hours * hourMs), tenant)).toEqual(events);
  });

  it("keeps neither more people from being called nor an approval from counting", () => {
    const escalation = { afterMs: 4 * hourMs, approvers: { people: [cy], groups: [] } };
    const waiting = given(opening, asked, postponed);

    expect(remind(waiting, later(start, 5 * hourMs), { ...tenant, escalation })).toEqual([
      { kind: "escalated", expiresAt },
    ]);
    expect(given(opening, asked, postponed, approved).phase.kind).toBe("working");
  });

  it("is nothing to a request that waits for nobody", () => {
    expect(given(opening, postponed).phase).toEqual(given(opening).phase);
  });
});
