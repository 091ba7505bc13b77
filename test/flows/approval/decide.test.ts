import { describe, expect, it } from "vitest";
import { decide } from "../../../src/flows/approval/decide.ts";
import { type Instant, later } from "../../../src/flows/model/ids.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Step } from "../../../src/flows/tasks/step.ts";
import {
  aPendingChange,
  expiresAt,
  foreignChange,
  given,
  inTime,
} from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import {
  activating,
  approved,
  asked,
  awaited,
  created,
  denied,
  failed,
  granted,
  handed,
  left,
  opening,
  voided,
} from "../../support/data/events.ts";
import { ann, bea, ben, dan } from "../../support/data/people.ts";

type Settling = Parameters<typeof decide>[2];
type Settled = Exclude<Command, { kind: "open" }>;

const tenant = aTenant();
const shown = {
  pending: { kind: "seen", changes: [aPendingChange()] },
  digest: "sha256:shown",
} as const;
const approve: Settled = { kind: "approve", digest: "sha256:shown" };
const deny: Settled = { kind: "deny", digest: "sha256:shown", reason: "Not this year" };
const withdraw: Settled = { kind: "withdraw" };
const done: Settled = { kind: "report-done", step: "activate" };
const refuse: Settled = { kind: "report-refused", step: "activate", why: "No access" };

function by(changes: Partial<Settling> = {}): Settling {
  return { by: ben, at: inTime, tenant, now: shown, ...changes };
}

describe("settle", () => {
  it("counts an approval for exactly what was shown, until just before the deadline", () => {
    const at: Instant = later(expiresAt, -1);

    expect(decide(given(opening, asked), approve, by({ at }))).toEqual({
      ok: true,
      value: [approved],
    });
  });

  it("voids an approval when what is pending has changed since, and tells the difference", () => {
    const now = {
      pending: { kind: "seen", changes: [foreignChange] },
      digest: "sha256:new",
    } as const;

    expect(decide(given(opening, asked), approve, by({ now }))).toEqual({
      ok: true,
      value: [
        {
          kind: "approval-voided",
          difference: { added: [foreignChange], gone: [aPendingChange()] },
        },
      ],
    });
  });

  it("throws when nobody looked at what is pending", () => {
    const { now: _nobodyLooked, ...settling } = by();

    expect(() => decide(given(opening, asked), approve, settling)).toThrow("pending now");
  });

  it("denies with the reason, and cleans up what was begun", () => {
    expect(decide(given(opening, created, asked), deny, by())).toEqual({
      ok: true,
      value: [
        {
          kind: "closing",
          closing: { kind: "denied", by: ben, reason: "Not this year" },
          plan: [{ name: "scramble-user", hand: "api" }],
        },
      ],
    });
  });

  it("denies what is approved while it waits for the change window, whoever approved it", () => {
    const waiting = given(opening, created, asked, approved, awaited);

    for (const approver of [ben, bea]) {
      expect(decide(waiting, deny, by({ by: approver, at: later(expiresAt, 1) }))).toMatchObject({
        ok: true,
        value: [{ kind: "closing", closing: { kind: "denied", by: approver } }],
      });
    }
  });

  it.each<[when: string, before: readonly Event[]]>([
    ["while a step is at work", []],
    [
      "while a person is asked",
      [{ kind: "handed-over", step: "create-security-group", expiresAt }],
    ],
    ["while it waits for an approval", [asked]],
    ["after the approval, before the activation", [asked, approved]],
    ["while it is stuck", [asked, approved, activating, failed]],
    ["after a void approval", [asked, approved, activating, voided]],
  ])("withdraws %s", (_when, before) => {
    const settled = decide(given(opening, created, granted, ...before), withdraw, by({ by: ann }));

    expect(settled).toMatchObject({
      ok: true,
      value: [{ kind: "closing", closing: { kind: "withdrawn", by: ann } }],
    });
  });

  it("takes a person's Done, and who said so", () => {
    const event = { kind: "step-finished", step: "activate", by: dan, facts: {} };
    const seen = { pending: { kind: "seen", changes: [foreignChange] }, digest: "" } as const;
    const { now: _unseen, ...unseen } = by({ by: dan });

    expect(decide(given(opening, handed), done, by({ by: dan, now: seen }))).toEqual({
      ok: true,
      value: [event],
    });
    expect(decide(given(opening, handed), done, unseen)).toEqual({ ok: true, value: [event] });
  });

  it("does not look at what is pending for Done with another task", () => {
    const step = "grant-permissions";
    const waiting = given(opening, { kind: "handed-over", step, expiresAt });

    expect(decide(waiting, { kind: "report-done", step }, by({ by: dan })).ok).toBe(true);
  });

  it("takes a person's I can't, with the reason and new time to mend it", () => {
    expect(decide(given(opening, handed), refuse, by({ by: dan }))).toEqual({
      ok: true,
      value: [
        {
          kind: "person-refused",
          step: "activate",
          by: dan,
          why: "No access",
          expiresAt: later(inTime, 72 * hourMs),
        },
      ],
    });
  });

  it("tries again", () => {
    expect(decide(given(opening, failed), { kind: "retry" }, by())).toEqual({
      ok: true,
      value: [{ kind: "retried", by: ben }],
    });
  });

  it.each<[what: string, then: Event, plan: readonly Step[]]>([
    [
      "what was given up",
      { kind: "gave-up", step: "scramble-user" },
      [{ name: "scramble-user", hand: "api" }],
    ],
    [
      "nothing that was done, and looks once more",
      { kind: "step-finished", step: "scramble-user", facts: {} },
      [],
    ],
  ])("cleans up again %s, for the same reason as before", (_what, then, plan) => {
    const ended = given(opening, created, denied, then, left, { kind: "ended" });

    expect(decide(ended, { kind: "clean-up-again" }, by())).toEqual({
      ok: true,
      value: [{ ...denied, plan }],
    });
  });
});
