import { describe, expect, it } from "vitest";
import { activations, eachWithPlay, isTold, open, press } from "../support/processes/play.ts";

describe("Socket Mode", () => {
  const play = eachWithPlay({ slack: { delivery: "socket" } });

  it("plays the same story without a public address", async () => {
    const { ann, bob } = play();
    const request = await open(play());
    await request.shows("waiting for an approver");

    await ann.command("/workday-isu", "status");
    await isTold(play(), ann, request.id);
    await press(request, bob, "Approve");

    await request.shows("Now: done");
    expect(activations(play())).toHaveLength(1);
  });
});
