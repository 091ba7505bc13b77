import { describe, expect, it } from "vitest";
import {
  activations,
  allWithPlay,
  isTold,
  open,
  ownNames,
  press,
} from "../support/processes/play.ts";

describe("Socket Mode", () => {
  const play = allWithPlay({ slack: { delivery: "socket" } });

  it("plays the same story without a public address", async () => {
    const { ann, bob } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    await ann.command("/workday-isu", "status");
    await isTold(play(), ann, request.id);
    await press(request, bob, "Approve");

    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(1);
  });

  it("says that Slack refuses the app-level token, lives, and goes on when it is accepted", async () => {
    const { slack, port, bot, ann } = play();
    async function readiness(): Promise<string> {
      return (await fetch(`http://127.0.0.1:${port}/readyz`)).text();
    }
    slack.refuseAppToken();
    slack.dropConnections("cut");

    await expect
      .poll(readiness)
      .toBe("not ready: Slack refuses the app-level token (invalid_auth).");
    slack.refuseAppToken(false);
    await expect.poll(readiness).toBe("ready");

    expect(await ann.command("/workday-isu", "help")).toEqual({ kind: "acknowledged" });
    expect(bot().isRunning()).toBe(true);
  });
});
