import { describe, expect, it } from "vitest";
import { decide } from "../../../src/flows/approval/decide.ts";
import { planAskAgain } from "../../../src/flows/approval/decide-review.ts";
import { remind } from "../../../src/flows/approval/remind.ts";
import { dayMs, later } from "../../../src/flows/model/ids.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { SettleRefusal } from "../../../src/flows/request/refusal.ts";
import { anAsking, expiresAt, given, inTime, start } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { approved, asked, denied, opening } from "../../support/data/events.ts";
import { ann, ben, cy, dan, eve } from "../../support/data/people.ts";

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

const ask = { kind: "send-back", digest: "sha256:shown", question: "Why Payroll?" } as const;
const say = { kind: "answer", question: 0, answer: "It is in the guide." } as const;
const answerBy = later(start, 72 * hourMs);
const sentBack: Event = {
  kind: "sent-back",
  by: ben,
  question: "Why Payroll?",
  expiresAt: answerBy,
};
const answered: Event = { kind: "answered", by: ann, answer: "In the guide.", expiresAt };
const round = [sentBack, answered] as const;

describe("a question", () => {
  it("is asked for oneself or for whom one decides, and says until when it can be answered", () => {
    const settling = { by: eve, at: inTime, tenant, standsInFor: [ben] };

    expect(decide(given(opening, asked), ask, settling)).toEqual({
      ok: true,
      value: [
        {
          kind: "sent-back",
          by: eve,
          for: ben,
          question: "Why Payroll?",
          expiresAt: later(inTime, tenant.approvalExpiresAfterMs),
        },
      ],
    });
  });

  it.each<[why: string, before: readonly Event[], at: typeof start, SettleRefusal]>([
    ["before anybody is asked", [], inTime, "already-settled"],
    ["while another one is open", [asked, sentBack], inTime, "sent-back"],
    ["once it is approved", [asked, approved], inTime, "already-settled"],
    ["at the deadline", [asked], expiresAt, "too-late"],
    ["a fourth time", [asked, ...round, ...round, ...round], inTime, "enough-questions"],
  ])("is refused %s", (_why, before, at, refusal) => {
    expect(decide(given(opening, ...before), ask, { by: ben, at, tenant })).toEqual({
      ok: false,
      error: refusal,
    });
  });

  it("counts anew for a card that is asked again", () => {
    const anew = anAsking({ askedAt: later(inTime, 1) });
    const request = given(opening, asked, ...round, ...round, ...round, anew);

    expect(decide(request, ask, { by: ben, at: later(inTime, 2), tenant }).ok).toBe(true);
  });

  it("is not asked of a release, which has several requesters", () => {
    const release = { ...given(opening, asked), members: [] };

    expect(decide(release, ask, { by: ben, at: inTime, tenant })).toEqual({
      ok: false,
      error: "one-of-a-release",
    });
  });

  it("keeps everybody from approving until it is answered, and nobody from denying or withdrawing", () => {
    const request = given(opening, asked, sentBack);
    const settling = { by: eve, at: inTime, tenant };
    const deny = { kind: "deny", digest: "sha256:shown", reason: "No" } as const;

    expect(decide(request, { kind: "approve", digest: "sha256:shown" }, settling)).toEqual({
      ok: false,
      error: "sent-back",
    });
    expect(decide(request, notNow, settling)).toEqual({ ok: false, error: "already-settled" });
    expect(decide(request, deny, settling).ok).toBe(true);
    expect(decide(request, deny, { ...settling, at: answerBy })).toEqual({
      ok: false,
      error: "too-late",
    });
    expect(decide(request, { kind: "withdraw" }, { ...settling, by: ann }).ok).toBe(true);
  });

  it("is nothing to a request that waits for nobody", () => {
    expect(given(opening, sentBack).phase).toEqual(given(opening).phase);
    expect(given(opening, asked, answered).phase).toEqual(given(opening, asked).phase);
    const reminded = { kind: "answer-reminded", due: 1, expiresAt } as const;
    expect(given(opening, asked, reminded).phase).toEqual(given(opening, asked).phase);
  });

  it("leaves the card's own deadline where an answer names none", () => {
    const { expiresAt: _none, ...bare } = answered;
    expect(given(opening, asked, sentBack, bare).phase).toMatchObject({ asked: { expiresAt } });
  });

  it("reminds no approver while it is open, but whoever has to answer", () => {
    const due = remind(given(opening, asked, sentBack), later(start, 40 * hourMs), tenant);
    expect(due).toMatchObject([{ kind: "answer-reminded", due: 2 }]);
  });
});

describe("an answer", () => {
  it("gives approvers as much time as they had left", () => {
    const request = given(opening, asked, sentBack);
    const { phase } = request;
    if (phase.kind !== "waiting-for-answer") throw new Error(phase.kind);
    const at = later(phase.since, 5 * hourMs);

    expect(decide(request, say, { by: ann, at, tenant })).toEqual({
      ok: true,
      value: [
        {
          kind: "answered",
          by: ann,
          answer: "It is in the guide.",
          expiresAt: later(expiresAt, 5 * hourMs),
        },
      ],
    });
  });

  it.each<[why: string, before: readonly Event[], at: typeof start, SettleRefusal]>([
    ["where nobody asked", [asked], inTime, "nothing-to-answer"],
    ["where it was answered", [asked, ...round], inTime, "nothing-to-answer"],
    [
      "where another question is open by now",
      [asked, ...round, sentBack],
      inTime,
      "nothing-to-answer",
    ],
    ["at its deadline", [asked, sentBack], answerBy, "too-late"],
  ])("is refused %s", (_why, before, at, refusal) => {
    expect(decide(given(opening, ...before), say, { by: ann, at, tenant })).toEqual({
      ok: false,
      error: refusal,
    });
  });

  it("lets the approval go on where it was: who approved before counts still", () => {
    const two = anAsking({ needed: 2 });
    const request = given(opening, two, approved, ...round);

    expect(request.phase).toMatchObject({ kind: "waiting-for-approval", given: [{ by: ben }] });
    expect(request.questions).toMatchObject([
      { by: ben, question: "Why Payroll?", answer: { by: ann, words: "In the guide." } },
    ]);
    expect(request.carriedOutBy).toEqual([]);
  });

  it("gives a hand in the request to whoever answers for its requester", () => {
    expect(given(opening, asked, sentBack, { ...answered, by: dan }).carriedOutBy).toEqual([dan]);
  });
});
