import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { checkVoices, type Voice } from "../../../src/flows/approval/voices.ts";
import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import { approveParts, type PartsContext } from "../../../src/flows/release/approve-parts.ts";
import type { GivenApproval } from "../../../src/flows/request/given-approval.ts";
import type { Phase } from "../../../src/flows/request/phase.ts";
import type { Refusal } from "../../../src/flows/request/refusal.ts";
import type { ReleasePart } from "../../../src/flows/request/release-event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { err, ok } from "../../../src/result.ts";
import {
  anAsking,
  anOtherRequest,
  expiresAt,
  foreignChange,
  given,
  inTime,
} from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { opening } from "../../support/data/events.ts";
import { ann, bea, ben, eve, fay } from "../../support/data/people.ts";

const release: RequestId = brand("ISU-RELEASE");
const one: RequestId = brand("ISU-ONE");
const two: RequestId = brand("ISU-TWO");

const digest = "sha256:shown";
const both: readonly ReleasePart[] = [
  { request: one, needed: 1 },
  { request: two, needed: 1 },
];
const all: readonly ReleasePart[] = [...both, { request: release, needed: 1 }];

const own = ok([]);
const no = err("own-request" as const);

/** What somebody may say of the two requests, and of the rest. */
function voices(...may: readonly Voice["may"][]): readonly Voice[] {
  return [one, two, release].map((part, at) => ({ part, may: may[at] ?? own }));
}

function aRelease(
  parts?: readonly ReleasePart[],
  voicesGiven: readonly GivenApproval[] = [],
): Request {
  const { asked } = anAsking({ digest, ...(parts && { parts }) });
  const phase: Phase = { kind: "waiting-for-approval", asked, given: voicesGiven, reminded: 0 };
  return { ...base, id: release, members: [one, two], phase };
}

const base = given(opening);

function aMember(id: RequestId): Request {
  const wait = { heldAt: "approve", since: inTime, gathersUntil: inTime, for: [] } as const;
  return { ...base, id, phase: { kind: "waiting-for-release", ...wait, release } };
}

function context(changes: Partial<PartsContext> = {}): PartsContext {
  return {
    by: ben,
    at: inTime,
    tenant: aTenant(),
    now: { pending: { kind: "seen", changes: [] }, digest, others: [] },
    voices: voices(),
    all: [aMember(one), aMember(two)],
    ...changes,
  };
}

const command = { kind: "approve", digest } as const;

/** For which parts an approval counts, and for whom; or why for none. */
function decide(
  request: Request,
  changes: Partial<PartsContext> = {},
): { parts: readonly RequestId[]; for?: PersonId } | Refusal | "voided" {
  const decided = approveParts(request, command, context(changes));
  if (!decided.ok) return decided.error;
  const { event } = decided.value;
  if (event.kind !== "approved") return "voided";
  return { parts: event.countsFor ?? [], ...(event.for && { for: event.for }) };
}

function said(by: PersonId, ...countsFor: readonly RequestId[]): GivenApproval {
  return { by, at: inTime, countsFor };
}

describe("who may release what", () => {
  it.each<
    [what: string, request: Request, changes: Partial<PartsContext>, parts: readonly RequestId[]]
  >([
    ["an approver of all of it: all", aRelease(all), {}, [one, two, release]],
    ["where nothing else is pending: its requests", aRelease(both), {}, [one, two]],
    ["who asked for one: the others", aRelease(all), { voices: voices(no) }, [two, release]],
    [
      "who did a step of one: the others",
      aRelease(both),
      { voices: voices(own, err("did-a-step")) },
      [one],
    ],
    [
      "a recipe's approver: the recipe's",
      aRelease(all),
      { voices: voices(own, err("not-an-approver"), err("not-an-approver")) },
      [one],
    ],
    [
      "the tenant's approver: what is nobody's, too",
      aRelease(all),
      { voices: voices(err("not-an-approver")) },
      [two, release],
    ],
    ["who has a hand in what is nobody's: not that", aRelease(all), strangerOf(ben), [one, two]],
    ["who has spoken for one: the others", aRelease(both, [said(ben, one)]), {}, [two]],
  ])("%s", (_what, request, changes, parts) => {
    expect(decide(request, changes)).toEqual({ parts });
  });

  it.each<[what: string, request: Request, changes: Partial<PartsContext>, refusal: Refusal]>([
    ["who asked for all of it", aRelease(both), { voices: voices(no, no) }, "own-request"],
    [
      "who is no approver of any of it",
      aRelease(all),
      { voices: voices(err("not-an-approver"), err("not-an-approver"), err("not-an-approver")) },
      "not-an-approver",
    ],
    [
      "who has spoken for all they may",
      aRelease(both, [said(ben, one, two)]),
      {},
      "approved-already",
    ],
    [
      "who has a hand in all that is left to them",
      aRelease([{ request: release, needed: 1 }]),
      strangerOf(ben),
      "has-a-hand",
    ],
    ["anybody where the card has no parts to speak for", aRelease(), {}, "has-a-hand"],
    ["who comes too late", aRelease(both), { at: expiresAt }, "too-late"],
  ])("refuses %s", (_what, request, changes, refusal) => {
    expect(decide(request, changes)).toBe(refusal);
  });

  it("refuses another card, a request without one, a name that was not typed, and a click without a passkey", () => {
    const old = approveParts(aRelease(both), { ...command, digest: "sha256:old" }, context());
    const approvals = { needed: 1, neededWhenUnseen: 1, secondFactor: "passkey" } as const;

    expect(old).toEqual(err("outdated-card"));
    expect(decide({ ...aRelease(both), phase: { kind: "done" } })).toBe("already-settled");
    expect(decide(aRelease(both), { tenant: aTenant({ production: true }) })).toBe(
      "wrong-tenant-name",
    );
    expect(decide(aRelease(both), { tenant: aTenant({ approvals }) })).toBe("passkey-needed");
  });

  it("voids the card where something else is pending, and where one of its requests left", () => {
    const now = {
      pending: { kind: "seen", changes: [foreignChange] },
      digest: "other",
      others: [],
    } as const;

    expect(decide(aRelease(both), { now })).toBe("voided");
    expect(decide(aRelease(both), { all: [aMember(one)] })).toBe("voided");
    expect(
      decide(aRelease(both), {
        all: [aMember(one), { ...aMember(two), closing: { kind: "expired" } }],
      }),
    ).toBe("voided");
  });
});

function strangerOf(by: PersonId): Partial<PartsContext> {
  const others = [anOtherRequest({ askedBy: by })];
  return { now: { pending: { kind: "seen", changes: [] }, digest, others } };
}

describe("who decides for others", () => {
  const forEve = ok([eve]);

  it("speaks for whom they may say most", () => {
    const may = voices(ok([bea, eve]), forEve, err("not-an-approver"));

    expect(decide(aRelease(all), { by: fay, voices: may })).toEqual({
      for: eve,
      parts: [one, two],
    });
  });

  it("speaks by their own right first", () => {
    expect(decide(aRelease(both), { by: fay, voices: voices(own, forEve) })).toEqual({
      parts: [one],
    });
  });

  it("is one person with whom they speak for", () => {
    const spoken = aRelease(both, [{ ...said(fay, one, two), for: eve }]);

    expect(decide(spoken, { by: eve })).toBe("approved-already");
    expect(decide(spoken, { by: ann, voices: voices(forEve, forEve) })).toBe("approved-already");
  });

  it("has no voice where whom they speak for has a hand", () => {
    const rest = aRelease([{ request: release, needed: 1 }]);
    const may = voices(no, no, forEve);

    expect(decide(rest, { ...strangerOf(eve), by: fay, voices: may })).toBe("has-a-hand");
  });
});

describe("what is written down", () => {
  it("says of each request who approved it, and where", () => {
    const decided = approveParts(
      aRelease(all),
      { ...command, credential: brand("key") },
      context(),
    );

    const approved = { kind: "approved", by: ben, digest, credential: "key" };
    expect(decided).toEqual(
      ok({
        event: { ...approved, countsFor: [one, two, release] },
        counted: [one, two].map((id) => ({ id, event: { ...approved, release } })),
      }),
    );
  });
});

describe("whether somebody is let in at all", () => {
  it.each<[what: string, may: readonly Voice[], answer: ReturnType<typeof checkVoices>]>([
    ["who may speak for one", voices(no, own, no), ok([])],
    ["who may speak for none, with the first reason", voices(err("guest"), no, no), err("guest")],
    ["nobody is asked", [], ok([])],
  ])("is decided for %s", (_what, may, answer) => {
    expect(checkVoices(may)).toEqual(answer);
  });
});
