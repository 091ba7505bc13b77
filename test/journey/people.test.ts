import { describe, expect, it } from "vitest";
import {
  activations,
  allWithPlay,
  eachWithPlay,
  isTold,
  open,
  ownNames,
  posted,
  press,
  pressAndSay,
  told,
} from "../support/processes/play.ts";

describe("who may", () => {
  const play = allWithPlay();

  it("tells everybody else who presses Approve, in private, why it does not count", async () => {
    const { ann, cy, dora, slack } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    await press(request, cy, "Approve");
    await isTold(play(), cy, "not on the approver list");
    await press(request, dora, "Approve");
    await isTold(play(), dora, "not on the approver list");
    await press(request, ann, "Approve");
    await isTold(play(), ann, "not on the approver list");
    await press(request, cy, "Withdraw");
    await isTold(play(), cy, "Only the person who asked");
    await press(request, slack.person("gus"), "Approve");
    await isTold(play(), slack.person("gus"), "Guests of this workspace");

    expect(request.text()).toContain("Waiting for an approver");
    expect(activations(play())).toEqual([]);
  });

  it("refuses an approver's own request, to approve and to deny", async () => {
    const { bob, eve } = play();
    const request = await open(play(), ownNames(), bob);
    await request.shows("Waiting for an approver");

    await press(request, bob, "Approve");
    await isTold(play(), bob, "You cannot decide your own request");
    await press(request, bob, "Deny");
    await isTold(
      play(),
      bob,
      /You cannot decide your own request[^]*You cannot decide your own request/,
    );
    await press(request, eve, "Approve");

    await request.shows("Done, verified");
  });

  it("refuses people who are on no list, before the form", async () => {
    const { cy, slack } = play();

    await cy.command("/workday-isu", "create viva-learning");
    await slack.until(() => cy.view() !== undefined);
    await slack.until(() => JSON.stringify(cy.view()).includes("not on the list of people"));

    expect(posted(play())).toEqual([]);
  });

  it("counts one of two approvals at once, and each click once", async () => {
    const { bob, eve, slack } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    slack.deliverTwice({ isAtOnce: true });
    await Promise.all([press(request, bob, "Approve"), press(request, eve, "Approve")]);
    await request.shows("Done, verified");

    expect(activations(play())).toHaveLength(1);
    const thread = await request.tells("The plan is carried out");
    expect(thread.match(/ approved it\./g)).toHaveLength(1);
    expect(told(play(), bob) + told(play(), eve)).toContain("decided already");
  });

  it("does not count a second decision after a denial", async () => {
    const { bob, eve } = play();
    const request = await open(play(), ownNames());
    const card = await request.shows("Waiting for an approver");

    await pressAndSay(play(), { request, who: bob, button: "Deny", words: "Not this quarter" });
    await request.shows("left behind");
    await eve.press(card, "Approve", { isConfirmed: true, isStale: true });

    await isTold(play(), eve, "decided already");
    expect(activations(play())).toEqual([]);
  });
});

// What Slack said of a group is believed for some seconds: this bot has not asked yet.
describe("a group that Slack cannot name", () => {
  const play = eachWithPlay();

  it("fails closed when Slack cannot say who is in the group", async () => {
    const { eve, bob, slack } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    slack.setUserGroupsAvailable(false);

    await press(request, eve, "Approve");
    await slack.until(() => told(play(), eve) !== "");
    expect(request.text()).toContain("Waiting for an approver");
    await press(request, bob, "Approve");

    await request.shows("Done, verified");
  });
});
