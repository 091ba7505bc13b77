import { describe, expect, it } from "vitest";
import { later } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { evolve, type Request } from "../../../src/flows/request/request.ts";
import {
  anAsking,
  anOpening,
  aPendingChange,
  expiresAt,
  given,
  recorded,
  requestId,
  start,
} from "../../support/data/a-request.ts";
import { ann, ben, dan } from "../../support/data/people.ts";

const begun: Event = { kind: "step-begun", step: "create-user" };
const finished: Event = { kind: "step-finished", step: "create-user", facts: { userWid: "b1" } };
const failed: Event = {
  kind: "step-failed",
  step: "create-user",
  words: "Down.",
  isAnswered: false,
  expiresAt,
};
const refused: Event = { ...failed, step: "activate", isAnswered: true };
const handed: Event = { kind: "handed-over", step: "activate", expiresAt };
const approved: Event = { kind: "approved", by: ben, digest: "sha256:shown" };
const voided: Event = { kind: "approval-voided", difference: { added: [], gone: [] } };
const closing: Event = {
  kind: "closing",
  closing: { kind: "withdrawn", by: ann },
  plan: [{ name: "scramble-user", hand: "api" }],
};
const left: Event = { kind: "left-behind", item: { what: "account", words: "It stays." } };

describe("evolve", () => {
  it("opens a request that is at work from its first event", () => {
    const opening = anOpening();

    expect(given(opening)).toEqual({
      id: requestId,
      version: 1,
      askedBy: ann,
      openedAt: start,
      draft: opening.draft,
      edits: 0,
      earlier: [],
      plan: opening.plan,
      finished: [],
      begun: [],
      carriedOutBy: [],
      approvedBefore: [],
      finishedBefore: [],
      isEscalated: false,
      questions: [],
      leftBehind: [],
      facts: {},
      gaveUp: [],
      drift: [],
      attested: [],
      onTrust: [],
      isLiveTold: false,
      failures: {},
      phase: { kind: "working", since: 1 },
    });
  });

  it.each<[what: string, before: readonly Event[], event: Event, changes: Partial<Request>]>([
    ["a begun step", [], begun, { begun: ["create-user"] }],
    ["a step that is begun again", [begun], begun, { begun: ["create-user"] }],
    [
      "a finished step, with its facts",
      [begun],
      finished,
      { finished: ["create-user"], facts: { userWid: "b1" } },
    ],
    [
      "a step that a person finished",
      [handed],
      { kind: "step-finished", step: "activate", facts: {}, by: dan },
      { finished: ["activate"], phase: { kind: "working", since: 3 } },
    ],
    [
      "a task in a person's hands",
      [],
      handed,
      {
        begun: ["activate"],
        phase: {
          kind: "waiting-for-person",
          step: "activate",
          handedAt: later(start, 60_000),
          expiresAt,
        },
      },
    ],
    [
      "a person's no",
      [handed],
      { kind: "person-refused", step: "activate", by: dan, why: "No access", expiresAt },
      { phase: { kind: "stuck", step: "activate", words: "No access", expiresAt } },
    ],
    [
      "a fault",
      [begun],
      failed,
      { phase: { kind: "stuck", step: "create-user", words: "Down.", expiresAt } },
    ],
    [
      "an answered no to an activation, which is over then",
      [{ kind: "step-begun", step: "activate" }],
      refused,
      {
        begun: [],
        failures: { activate: 1 },
        phase: { kind: "stuck", step: "activate", words: "Down.", expiresAt },
      },
    ],
    ["a second answered no", [refused], refused, { failures: { activate: 2 } }],
    ["a retry", [failed], { kind: "retried", by: ann }, { phase: { kind: "working", since: 3 } }],
    [
      "an approval asked for",
      [],
      anAsking(),
      {
        facts: { unseen: [] },
        phase: {
          kind: "waiting-for-approval",
          asked: {
            step: "approve",
            digest: "sha256:shown",
            pending: { kind: "seen", changes: [aPendingChange()] },
            others: [],
            needed: 1,
            askedAt: start,
            expiresAt,
          },
          given: [],
          reminded: 0,
        },
      },
    ],
    [
      "an approval",
      [anAsking()],
      approved,
      {
        approval: {
          given: [{ by: ben, at: recorded([begun, begun, begun])[2]?.at ?? start }],
          digest: "sha256:shown",
          pending: { kind: "seen", changes: [aPendingChange()] },
        },
        finished: ["approve"],
        phase: { kind: "working", since: 3 },
      },
    ],
    [
      "a closing, which begins its own plan",
      [finished, anAsking()],
      closing,
      {
        closing: { kind: "withdrawn", by: ann },
        plan: [{ name: "scramble-user", hand: "api" }],
        finished: [],
        phase: { kind: "working", since: 4 },
      },
    ],
    [
      "a closing amid the work, which the work goes on with",
      [begun],
      closing,
      { finished: [], phase: { kind: "working", since: 1 } },
    ],
    [
      "a clean-up step given up by the work",
      [closing],
      { kind: "gave-up", step: "scramble-user" },
      { finished: ["scramble-user"], phase: { kind: "working", since: 1 } },
    ],
    [
      "a clean-up step given up for a person",
      [closing, handed],
      { kind: "gave-up", step: "activate" },
      { finished: ["activate"], phase: { kind: "working", since: 4 } },
    ],
    ["something left behind", [], left, { leftBehind: [{ what: "account", words: "It stays." }] }],
    [
      "other words for it",
      [left],
      { kind: "left-behind", item: { what: "account", words: "Still." } },
      { leftBehind: [{ what: "account", words: "Still." }] },
    ],
    ["something gone", [left], { kind: "gone", what: "account" }, { leftBehind: [] }],
    [
      "something else gone",
      [left],
      { kind: "gone", what: "secret" },
      { leftBehind: [{ what: "account", words: "It stays." }] },
    ],
    ["the end of the plan", [], { kind: "done" }, { phase: { kind: "done" } }],
    ["the end of the clean-up", [closing], { kind: "ended" }, { phase: { kind: "ended" } }],
  ])("remembers %s", (_what, before, event, changes) => {
    const request = given(anOpening(), ...before, event);

    expect(request).toMatchObject({ ...changes, version: before.length + 2 });
  });

  it("forgets a void approval, and asks a runner under another key afterwards", () => {
    const request = given(
      anOpening(),
      anAsking(),
      approved,
      { kind: "step-begun", step: "activate" },
      voided,
    );

    expect(request.approval).toBeUndefined();
    expect(request).toMatchObject({
      finished: [],
      begun: [],
      failures: { activate: 1 },
      phase: { kind: "working", since: 3 },
    });
  });

  it("keeps the facts of earlier steps", () => {
    const facts = { systemId: "ISU_BOT", systemWid: "a1" };
    const made: Event = { kind: "step-finished", step: "create-integration-system", facts };

    expect(given(anOpening(), made, finished).facts).toEqual({ ...facts, userWid: "b1" });
  });

  it("changes nothing that it was given", () => {
    const request = given(anOpening(), begun);
    const before = structuredClone(request);

    for (const event of [finished, failed, refused, approved, voided, closing, left, handed]) {
      evolve(request, { seq: 3, at: start, event });
    }

    expect(request).toEqual(before);
  });

  it("throws when a story begins in its middle, or twice", () => {
    const opening = anOpening();

    expect(() => evolve(undefined, { seq: 1, at: start, event: begun })).toThrow("step-begun");
    expect(() => given(opening, opening)).toThrow("ISU-7K3M9QXV was opened twice");
  });
});
