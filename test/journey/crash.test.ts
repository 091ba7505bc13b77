import { describe, expect, it } from "vitest";
import { expectNoSecretAnywhere, expectOneOfEach } from "../support/fakes/outside.ts";
import { allWithPlay, open, ownNames, type Play, press } from "../support/processes/play.ts";

/** Kills the bot at the moment Workday or the runner gets this request, and starts it again. */
async function killAt(play: Play, match: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const off = play.workday.onRequest((name) => {
      if (name !== match) return;
      off();
      play.bot().kill().then(resolve, reject);
    });
  });
  await play.restart();
}

// Each kill takes the bot, and none the sandbox.
describe("kill -9", () => {
  const play = allWithPlay();

  it.each([
    ["Put_Integration_System"],
    ["Put_Integration_System_User"],
    ["create-security-group"],
    ["maintain-permissions"],
  ])("goes on after a kill at %s, with one of each", async (match) => {
    const killed = killAt(play(), match);
    const request = await open(play(), ownNames());
    await killed;

    await request.shows("Waiting for an approver");
    await press(request, play().bob, "Approve");
    await request.shows("Done, verified");

    expectOneOfEach(play(), request);
    await expectNoSecretAnywhere(play());
  });

  it.each([["activate-pending-security-policy-changes"], ["Get_Workers"]])(
    "goes on after a kill at %s, with one of each",
    async (match) => {
      const request = await open(play(), ownNames());
      await request.shows("Waiting for an approver");
      const killed = killAt(play(), match);
      await press(request, play().bob, "Approve");
      await killed;

      await request.shows("Done, verified");

      expectOneOfEach(play(), request);
      await expectNoSecretAnywhere(play());
    },
  );

  it("counts an approval that was acknowledged just before the kill", async () => {
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    await press(request, play().bob, "Approve");
    await play().bot().kill();
    await play().restart();

    await request.shows("Done, verified");
    expectOneOfEach(play(), request);
  });

  it("keeps a request that waits over a restart", async () => {
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    expect(await play().bot().stop()).toBe(0);
    await play().restart();
    await press(request, play().bob, "Approve");

    await request.shows("Done, verified");
  });
});
