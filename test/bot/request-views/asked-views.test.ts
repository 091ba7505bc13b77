import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { describeTimeline } from "../../../src/bot/request-views/timeline.ts";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import { ann, ben } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import { openAtOnce, requestOf, run, theRelease, together } from "../../support/scenes/releases.ts";

function show(world: World, id: RequestId): string {
  const { tenant } = world;
  const story = world.store.peekStory(id);
  return JSON.stringify(requestMessage({ request: requestOf(world, id), tenant, story }));
}

describe("a request of a release that is asked about", () => {
  it("says that the others wait for the answer, and can be denied", async () => {
    const world = together();
    const [one, other] = await openAtOnce(world);
    if (one === undefined || other === undefined) throw new Error("Nothing was opened");
    await world.clickOn(one, ben, { kind: "send-back", digest: "release", question: "Why?" });
    await run(world);
    const open = show(world, one);
    await world.clickOn(one, ann, { kind: "answer", question: 0, answer: "Because." });
    await run(world);

    expect(open).toContain("*Question by <@U0BEN>:* “Why?”");
    expect(open).toContain("The requests that it was to go live with wait for the answer");
    for (const id of ["answer", "deny"]) expect(open).toContain(`"action_id":"${id}"`);
    const told = describeTimeline(world.store.peekStory(one));
    expect(JSON.stringify(told)).toContain("It waits for its activation again.");
    const card = show(world, theRelease(world).id);
    expect(card).toContain("Question: “Why?” Answer: “Because.”");
    expect(card).toContain("*Ask a question* is about one of them");
  });
});
