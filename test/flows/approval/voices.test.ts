import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { readPartRequests } from "../../../src/flows/approval/voices.ts";
import { type RequestId, theBot, theRest } from "../../../src/flows/model/ids.ts";
import { ben, cy } from "../../support/data/people.ts";
import {
  approveCard,
  openAtOnce,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

describe("readPartRequests", () => {
  it("leaves out a part whose request is gone, and reads the others for as many as are called", async () => {
    const world = together();
    const [first] = await openAtOnce(world);
    if (first === undefined) throw new Error("None was opened");
    const card = { ...theRelease(world), isEscalated: true };
    const gone: RequestId = brand("ISU-G0NE0000");

    const read = await readPartRequests(world, card, [card.id, gone, first, theRest]);

    expect(read.map(({ part }) => part)).toEqual([card.id, first, theRest]);
    expect(read).toMatchObject([
      { request: card },
      { request: { ...requestOf(world, first), isEscalated: true } },
      { request: { askedBy: theBot, isEscalated: true } },
    ]);
  });
});

describe("a press on Approve of a release's card that is over", () => {
  it("is refused by the state it is in, of an approver, and by its rules of anybody else", async () => {
    const world = together();
    await openAtOnce(world);
    const { id, phase } = theRelease(world);
    if (phase.kind !== "waiting-for-approval") throw new Error(`It is ${phase.kind}`);
    const late = { kind: "approve", digest: phase.asked.digest } as const;
    await approveCard(world, id, ben);
    await run(world);
    expect(requestOf(world, id).phase.kind).toBe("done");

    expect(await world.clickOn(id, ben, { ...late, digest: "later" })).toEqual({
      kind: "refused",
      refusal: "already-settled",
    });
    expect(await world.clickOn(id, cy, late)).toEqual({
      kind: "refused",
      refusal: "not-an-approver",
    });
  });
});
