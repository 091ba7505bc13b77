import { describe, expect, it } from "vitest";
import { later } from "../../../src/flows/model/ids.ts";
import {
  decideTurn,
  findHolders,
  gatherMs,
  listToGoOn,
  type Turn,
} from "../../../src/flows/release/decide-turn.ts";
import { canJoin, type ReleaseStanding, standingOf } from "../../../src/flows/release/standing.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import {
  activate,
  alone,
  aRequest,
  asked,
  away,
  before,
  closing,
  grant,
  halfMade,
  id,
  joined,
  made,
  now,
  onTheWay,
  plan,
  posted,
  queued,
  release,
  stuck,
  waiting,
} from "../../support/data/on-the-way.ts";

describe("where a request stands", () => {
  it.each<[what: string, request: Request, standing: ReleaseStanding]>([
    ["before anything is pending", onTheWay, "on-the-way"],
    ["about to make something pending", aRequest("A", { finished: ["create-user"] }), "half-made"],
    [
      "about to make something pending, with more by hand after it",
      aRequest("A", {
        plan: [...plan.slice(0, 2), { ...grant, hand: "person" }, ...plan.slice(2)],
        finished: ["create-user"],
      }),
      "half-made",
    ],
    ["with a change that was begun", halfMade, "half-made"],
    ["held before it makes something pending", before, "aside"],
    ["at its approval", aRequest("A", { finished: made }), "on-the-way"],
    ["held up at its approval", aRequest("A", { finished: made, phase: asked }), "aside"],
    ["stuck at its approval", aRequest("A", { finished: made, phase: stuck }), "aside"],
    ["a release that is stuck at its approval", { ...release, phase: stuck }, "on-the-way"],
    ["a release that cannot look", { ...release, phase: away }, "on-the-way"],
    ["that cannot look", aRequest("A", { finished: made, phase: away }), "on-the-way"],
    ["in the line", queued("A"), "queued"],
    ["in a release", joined, "joined"],
    ["approved, and waiting for a window", posted, "posted"],
    ["activated", aRequest("A", { finished: [...made, "approve", "activate"] }), "aside"],
    ["carried out", aRequest("A", { finished: plan.map(({ name }) => name) }), "aside"],
    ["without an activation", aRequest("A", { plan: plan.slice(0, 1) }), "aside"],
    [
      "with a person, and nothing made",
      aRequest("A", {
        plan: [{ ...grant, hand: "person" }, ...plan.slice(2)],
        begun: ["grant-permissions"],
      }),
      "aside",
    ],
    ["denied, and not taken back", aRequest("A", { ...closing(), begun: made }), "half-made"],
    [
      "denied, and taken back",
      aRequest("A", { ...closing(), finished: ["revoke-permissions"] }),
      "aside",
    ],
    ["ended", aRequest("A", { ...closing(), phase: { kind: "ended" } }), "aside"],
  ])("is told of one %s", (_what, request, standing) => {
    expect(standingOf(request)).toBe(standing);
  });
});

describe("what can go live together with others", () => {
  it.each<[what: string, request: Request, can: boolean]>([
    ["what is approved right before its activation", onTheWay, true],
    ["nothing where a step stands between", aRequest("A", alone), false],
    [
      "nothing without an activation",
      aRequest("A", { plan: plan.filter((one) => one !== activate) }),
      false,
    ],
    ["nothing that changes no policy", aRequest("A", { plan: plan.slice(2) }), false],
    ["no release", aRequest("A", { members: [id("ONE")] }), false],
  ])("is %s", (_what, request, can) => {
    expect(canJoin(request)).toBe(can);
  });
});

const me = aRequest("ME", { finished: made });

function wait(...ids: readonly string[]): Turn {
  return { kind: "wait", for: ids.map(id), gathersUntil: later(now, gatherMs) };
}

describe("whose turn it is", () => {
  it.each<[what: string, others: readonly Request[], turn: Turn]>([
    ["nobody else is there", [], { kind: "ask" }],
    ["another is held", [before], { kind: "ask" }],
    ["another is on the way", [onTheWay], wait("WAY")],
    ["another is half made", [halfMade], wait("HALF")],
    ["another's card is out", [posted, halfMade], wait("POSTED")],
    ["a release gathers", [release, joined], wait("RELEASE")],
    ["a release that waits gathers", [{ ...release, phase: waiting() }, joined], wait("RELEASE")],
    ["another waits", [queued("A")], { kind: "form", members: [queued("A"), me] }],
    [
      "two wait, the older first",
      [queued("B", later(now, 2)), queued("A", later(now, 3))],
      { kind: "form", members: [queued("B", later(now, 2)), queued("A", later(now, 3)), me] },
    ],
    ["an older one goes live by itself alone", [{ ...queued("A"), ...alone }], wait("A")],
    [
      "a younger one goes live by itself alone",
      [{ ...queued("A", later(now, gatherMs + 1)), ...alone }],
      { kind: "ask" },
    ],
  ])("where %s", (_what, others, turn) => {
    expect(decideTurn(me, { all: [me, ...others], now })).toEqual(turn);
  });

  it("waits no longer than a minute for what is on the way, and for half of something as long as it takes", () => {
    const due = { ...me, gathersUntil: now };

    expect(decideTurn(due, { all: [due, onTheWay], now })).toEqual({ kind: "ask" });
    expect(decideTurn(due, { all: [due, halfMade], now })).toMatchObject({ kind: "wait" });
  });

  it("lets who can join nobody wait for its own turn", () => {
    const single = { ...me, ...alone };

    expect(decideTurn(single, { all: [single, queued("A")], now })).toMatchObject({ kind: "wait" });
    expect(decideTurn(single, { all: [single], now })).toEqual({ kind: "ask" });
  });

  it.each<[what: string, others: readonly Request[], turn: Partial<Turn>]>([
    ["is what it was", [joined], { kind: "ask" }],
    ["has lost all its requests", [], { kind: "dissolve" }],
    [
      "lost one to a denial",
      [{ ...joined, ...closing(), finished: ["revoke-permissions"] }],
      { kind: "dissolve" },
    ],
    [
      "takes in who waits",
      [joined, queued("A")],
      { kind: "gather", members: [joined, queued("A")] },
    ],
    ["waits for what is half made", [joined, halfMade], wait("HALF")],
  ])("of a release that %s", (_what, others, turn) => {
    expect(decideTurn(release, { all: [release, ...others], now })).toMatchObject(turn);
  });
});

describe("a step that makes something pending", () => {
  const at = aRequest("ME", { finished: ["create-user"] });
  const overdue = queued("A", now);

  it.each<[what: string, others: readonly Request[], holders: readonly string[]]>([
    ["a card is out", [posted], ["POSTED"]],
    ["another waits, and has time", [queued("A")], []],
    ["another has waited long enough", [overdue], ["A"]],
    ["nobody waits", [onTheWay, halfMade], []],
  ])("waits where %s", (_what, others, holders) => {
    expect(findHolders(at, { all: [at, ...others], now })).toEqual(holders.map(id));
  });

  it("goes on where half of it is pending already, so that nobody waits for each other", () => {
    const half = { ...at, begun: ["grant-permissions"] } as const;

    expect(findHolders(half, { all: [half, overdue], now })).toEqual([]);
  });
});

describe("who goes on", () => {
  const untimed = aRequest("UNTIMED", { finished: made, phase: waiting() });

  it.each<[what: string, all: readonly Request[], due: readonly string[]]>([
    ["nobody while a card is out", [posted, before, queued("A")], []],
    ["who was held first", [before, queued("A")], ["HELD"]],
    ["the oldest that waits", [queued("B"), queued("A", now)], ["A"]],
    ["who never said how long it waits", [untimed, queued("A", now)], ["UNTIMED"]],
    ["the same one, however they are listed", [queued("A", now), untimed], ["UNTIMED"]],
    ["nobody while half of something is pending", [halfMade, queued("A", now)], []],
    [
      "a release before others",
      [queued("A", now), { ...release, phase: waiting() }, joined],
      ["RELEASE"],
    ],
    ["nobody where nobody waits", [onTheWay], []],
  ])("is %s", (_what, all, due) => {
    expect(listToGoOn({ all, now }).map((one) => one.id)).toEqual(due.map(id));
  });
});
