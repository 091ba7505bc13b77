import { describe, expect, it } from "vitest";
import { findHolders, listToGoOn } from "../../../src/flows/release/decide-turn.ts";
import type { Phase } from "../../../src/flows/request/phase.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import {
  aRequest,
  asked,
  closing,
  halfMade,
  id,
  made,
  now,
  posted,
  queued,
  stuck,
  waiting,
} from "../../support/data/on-the-way.ts";
import { dan } from "../../support/data/people.ts";

describe("where each request has a card of its own", () => {
  const at = aRequest("ME", { finished: ["create-user"] });
  const approved = { finished: [...made, "approve"] } as const;
  const begun = { ...approved, begun: ["activate"] } as const;
  const byHand: Phase = {
    kind: "waiting-for-person",
    step: "activate",
    handedAt: now,
    expiresAt: now,
  };

  it.each<[what: string, other: Request, holders: readonly string[]]>([
    ["card that is out", aRequest("A", { finished: made, phase: asked }), []],
    ["approval that waits for a window", posted, []],
    ["activation about to be made", aRequest("A", approved), ["A"]],
    ["activation that was handed over", aRequest("A", { ...begun, phase: byHand }), ["A"]],
    ["activation of an unknown outcome", aRequest("A", { ...begun, phase: stuck }), ["A"]],
    ["activation that the runner refused", aRequest("A", { ...approved, phase: stuck }), []],
    ["card after a void activation", aRequest("A", { ...begun, phase: asked }), []],
    ["activation that waits itself", aRequest("A", { ...begun, phase: waiting() }), []],
  ])(
    "a step that makes something pending waits or not for another's %s",
    (_what, other, holders) => {
      const gathering = { all: [at, other], now, isEach: true };

      expect(findHolders(at, gathering)).toEqual(holders.map(id));
      const half = { ...at, begun: ["grant-permissions"] } as const;
      expect(findHolders(half, gathering)).toEqual(holders.map(id));
    },
  );

  it("what takes something back waits for what a machine activates in this moment, or a person who began", () => {
    const back = aRequest("ME", closing());
    const handed = aRequest("A", { ...begun, phase: byHand });

    expect(findHolders(back, { all: [back, aRequest("A", begun)], now })).toEqual([id("A")]);
    expect(findHolders(back, { all: [back, handed], now })).toEqual([]);
    const start = { kind: "started", by: dan, until: now } as const;
    const started = aRequest("A", { ...begun, phase: { ...byHand, start } });
    expect(findHolders(back, { all: [back, started], now })).toEqual([id("A")]);
  });

  it("an activation waits for what is half made, unless a person takes it back", () => {
    const mine = aRequest("ME", approved);
    const takenBack = { ...aRequest("A", { ...closing() }), phase: byHand };

    expect(findHolders(mine, { all: [mine, halfMade, queued("B")], now })).toEqual([id("HALF")]);
    expect(findHolders(mine, { all: [mine, takenBack], now })).toEqual([]);
  });
});

describe("where what is pending goes live together", () => {
  const approved = [...made, "approve"] as const;
  const waits = aRequest("A", {
    finished: approved,
    phase: waiting({ heldAt: "activate", for: [id("HALF")] }),
  });
  const held = waiting({ heldAt: "grant-permissions", for: [id("A")] });

  it("what is half made goes on where an approved activation waits for it: they never wait for each other", () => {
    const half = { ...halfMade, phase: held };
    const all = [waits, half];

    expect(findHolders(half, { all: [aRequest("A", { finished: approved }), half], now })).toEqual([
      id("A"),
    ]);
    expect(findHolders(waits, { all, now })).toEqual([id("HALF")]);
    expect(listToGoOn({ all, now }).map((one) => one.id)).toEqual([id("HALF")]);
  });

  it("what is not begun yet waits for that activation still", () => {
    const next = aRequest("NEXT", { finished: ["create-user"], phase: held });

    expect(findHolders(next, { all: [waits, next, halfMade], now })).toEqual([id("A")]);
  });
});
