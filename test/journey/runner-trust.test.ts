import { describe, expect, it, onTestFinished } from "vitest";
import { expectNoSecretAnywhere, expectOneOfEach } from "../support/fakes/outside.ts";
import { activations, allWithPlay, open, ownNames, press } from "../support/processes/play.ts";

describe("a runner whose answers somebody else signs", () => {
  const play = allWithPlay();

  it("leaves the request stuck with words, and nothing is called done until its own answer comes", async () => {
    const { ann, bob, workday } = play();
    const before = workday.runner.tasks().length;
    workday.runner.failNext({ kind: "another-key", match: "create-security-group" });

    const request = await open(play(), ownNames());
    await request.shows("Stuck at");

    expect(request.text()).toContain("signed with another key than runner.publicKey");
    expect(request.text()).not.toContain("Done, verified");
    const tasks = workday.runner.tasks().slice(before);
    expect(tasks.map(({ request: asked }) => asked.task)).toEqual(["create-security-group"]);
    await press(request, ann, "Try again");
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    expectOneOfEach(play(), request);
    await expectNoSecretAnywhere(play());
  });

  it("calls no activation done that only a forged answer speaks of", async () => {
    const { bob, workday, vault } = play();
    onTestFinished(workday.runner.clearFaults);
    const secrets = vault.secrets().length;
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    workday.runner.failNext({
      kind: "status",
      match: "activate-pending-security-policy-changes",
      status: 202,
      body: '{"id":"forged","status":"running"}',
    });
    workday.runner.failNext({
      kind: "rewritten",
      match: "/tasks/",
      times: 1_000,
      body: '{"id":"forged","status":"done"}',
    });

    await press(request, bob, "Approve");
    await request.shows("Stuck at");

    expect(request.text()).toContain("counts for nothing: it carries no signature");
    expect(activations(play())).toEqual([]);
    expect(vault.secrets()).toHaveLength(secrets);
  });
});
