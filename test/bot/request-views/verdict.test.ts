import { describe, expect, it } from "vitest";
import { attestForm, readAttested } from "../../../src/bot/forms/attest-form.ts";
import { showTrail } from "../../../src/bot/list-views/audit.ts";
import { tellRequest } from "../../../src/bot/list-views/status.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { describeEvent } from "../../../src/bot/request-views/timeline.ts";
import { describeVerification } from "../../../src/bot/request-views/verification.ts";
import { dayMs, instant, later } from "../../../src/flows/model/ids.ts";
import type {
  Attestation,
  JudgedFact,
  Verification,
} from "../../../src/flows/model/verification.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { bea, ben } from "../../support/data/people.ts";
import { like } from "../support/like.ts";
import { type Told, tell } from "../support/shown-requests.ts";

const at = instant(start);
const missing = { kind: "missing", words: "ISU_Viva is not in the group." } as const;

function fact(name: string, changes: Partial<JudgedFact> = {}): JudgedFact {
  return { fact: name, what: `What ${name} is`, seen: "as-asked", eye: "wql", ...changes };
}

const unseen = { seen: "unseen", lookAt: "Look at <View>." } as const;
const hidden: JudgedFact = { fact: "policy", what: "What policy is", ...unseen };
const owner: JudgedFact = { fact: "owner", what: "What owner is", ...unseen };

function judged(
  outcome: Verification["outcome"],
  facts: readonly JudgedFact[],
  items: Verification["items"] = [],
): Verification {
  return { outcome, items, facts, at };
}

const partly = judged(
  "unverified",
  [fact("account", { eye: "sign-on" }), fact("group"), fact("kind"), hidden, owner],
  [hidden, owner].map(({ what }) => ({ kind: "unseen", words: `${what}: not seen.` })),
);

function done(verification: Verification, ...more: readonly Event[]): Told {
  const facts = { verification };
  const end: readonly Event[] = [
    { kind: "step-finished", step: "verify", facts },
    { kind: "done", verification },
  ];
  return tell(aDraft(), ...end, ...more);
}

describe("the headline of a verdict", () => {
  const attested: Attestation = { fact: "policy", by: bea, at };
  it.each<[verification: Verification, attested: readonly Attestation[], words: string]>([
    [judged("verified", [fact("account"), fact("group")]), [], "Works: all 2 seen as asked."],
    [partly, [], "Works: 3 of 5 seen as asked; 2 that nobody can see here."],
    [
      partly,
      [attested, { ...attested, fact: "seen by now" }],
      "Works: 3 of 5 seen as asked; 2 that nobody can see here, 1 attested by <@U0BEA>.",
    ],
    [
      judged("unverified", [fact("group"), hidden]),
      [],
      "1 of 2 seen as asked; 1 that nobody can see here.",
    ],
    [
      judged("different", [fact("group", { seen: "different" }), fact("kind")], [missing]),
      [],
      "1 not as asked; 1 of 2 seen as asked.",
    ],
  ])("counts what was expected and what was seen: %#", (verification, said, words) => {
    expect(describeVerification(verification, said)).toBe(words);
  });
});

describe("the message of a request that was carried out", () => {
  it("says its headline, its moment, and what is not seen as asked", () => {
    const text = JSON.stringify(requestMessage(done(partly)));

    expect(text).toContain("*Unverified*. Works: 3 of 5 seen as asked");
    expect(text).toContain("Looked at <!date^1795424400^");
    expect(text).toContain("; old from <!date^1796029200^");
    expect(text).toContain("Unverified: What policy is: not seen.");
    expect(text).not.toContain("What group is");
  });

  it.each<[what: string, told: Told, buttons: readonly string[]]>([
    ["verified", done(judged("verified", [fact("group")])), []],
    ["unverified", done(partly), ["Look again", "Attest"]],
    [
      "different",
      done(judged("different", [fact("group", { seen: "different" })], [missing])),
      ["Look again"],
    ],
    [
      "drifted",
      done(judged("verified", [fact("group")]), { kind: "drifted", items: [missing] }),
      ["Look again"],
    ],
    ["from before facts were kept", done({ outcome: "unverified", items: [] }), ["Look again"]],
  ])("has buttons where they help: %s", (_what, told, buttons) => {
    const text = JSON.stringify(requestMessage(told));

    for (const button of ["Look again", "Attest"]) {
      expect(text.includes(`"text":"${button}"`)).toBe(buttons.includes(button));
    }
  });

  it("says what the bot saw when it looked again, and what was attested since", () => {
    const look: Event = { kind: "looked-again", by: ben, verification: partly, drift: [] };
    const facts = [{ fact: "policy", what: "What policy is" }];
    const told = done(judged("different", [], [missing]), look, {
      kind: "attested",
      by: bea,
      facts,
    });
    const text = JSON.stringify(requestMessage(told));

    expect(text).toContain("2 that nobody can see here, 1 attested by <@U0BEA>.");
    expect(text).toContain("Attested by <@U0BEA>");
    expect(text).not.toContain(missing.words);
    expect(told.story.map(({ event }) => describeEvent(event)).slice(-2)).toEqual([
      like("<@U0BEN> had the bot look again: unverified. Works: 3 of 5"),
      like("<@U0BEA> attested what nobody can see here (1): What policy is."),
    ]);
  });
});

describe("status", () => {
  const old = later(at, 7 * dayMs);

  it("tells the whole verdict: each fact, by which eye, and where to look", () => {
    const different = fact("kind", { seen: "different", eye: "report", lookAt: "Look there." });
    const all = judged("different", [fact("account"), fact("group"), different, hidden], [missing]);
    const facts = [{ fact: "policy", what: "What policy is" }];
    const attested: Event = { kind: "attested", by: bea, facts };
    const text = JSON.stringify(tellRequest({ ...done(all, attested), others: [] }));

    expect(text).toContain("By WQL (2): What account is; What group is");
    expect(text).toContain("What kind is (seen by a custom report). Look there.");
    expect(text).toContain("Nobody can see here (1):");
    expect(text).toContain("What policy is. Look at <View>.");
    expect(text).toContain("Attested by <@U0BEA>");
  });

  it.each([
    ["a day before", later(old, -dayMs), false],
    ["from then on", old, true],
  ])("says that a verdict is old after seven days, and looks again: %s", (_when, now, isOld) => {
    const told = done(judged("verified", [fact("group")]));
    const text = JSON.stringify(tellRequest({ ...told, others: [], now }));

    expect(text.includes("*that is old, and things may have changed.*")).toBe(isOld);
    expect(text.includes('"text":"Look again"')).toBe(isOld);
  });

  it("has no such list for a verdict from before facts were kept", () => {
    const told = done({ outcome: "unverified", items: [missing] });

    expect(JSON.stringify(tellRequest({ ...told, others: [] }))).not.toContain(
      "What was looked at.",
    );
  });
});

describe("audit", () => {
  it.each<[what: string, verification: Verification, words: string]>([
    ["fact by fact", partly, String.raw`What policy is. Look at &lt;View&gt;.`],
    ["by its items where it is old", { outcome: "different", items: [missing] }, missing.words],
  ])("shows a verdict whole: %s", (_what, verification, words) => {
    const events: readonly Event[] = [
      { kind: "step-finished", step: "verify", facts: { verification } },
      { kind: "looked-again", by: ben, verification, drift: [] },
    ];
    const lines = events.map((event, index) => ({
      seq: index + 1,
      entry: { at, by: "bot", event } as const,
    }));
    const verdict = { kind: "intact", head: { seq: 2, seal: "" } } as const;
    const text = JSON.stringify(
      showTrail({ request: requestId, lines, verdict, from: 0, tenant: aTenant() }),
    );

    expect(text.split(words)).toHaveLength(3);
  });
});

describe("the form of an attestation", () => {
  it("lists what nobody can see, and is none where there is nothing of that kind", () => {
    const form = JSON.stringify(attestForm(done(partly).request));

    expect(form).toContain("1. What policy is. Look at <View>.");
    expect(form).toContain("2. What owner is");
    expect(attestForm(done(judged("verified", [fact("group")])).request)).toBeUndefined();
  });

  it("names the facts of the verdict that it showed, and of no other", () => {
    const { request } = done(partly);

    expect(readAttested(request, { request: requestId, at }, ["1", "7"])).toEqual([
      "owner",
      "another verdict's",
    ]);
    expect(readAttested(request, { request: requestId, at: at - 1 }, ["1"])).toEqual([
      "another verdict's",
    ]);
    expect(readAttested(undefined, { request: requestId, at }, ["0"])).toHaveLength(1);
  });
});
