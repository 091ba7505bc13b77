import { describe, expect, it } from "vitest";
import { delegate, openDelegation } from "../support/processes/delegate.ts";
import {
  activations,
  eachWithPlay,
  isTold,
  open,
  type Play,
  press,
} from "../support/processes/play.ts";

async function channelHears({ slack }: Play, words: string): Promise<void> {
  await slack.until(() => JSON.stringify(slack.messages("workday-access")).includes(words), {
    what: `the channel to hear ${words}`,
  });
}

async function endIt(play: Play): Promise<void> {
  const { bob, cy } = play;
  await openDelegation(play);
  await bob.press("view", "End it now");
  await isTold(play, cy, "in Acme preview no more");
  await channelHears(play, "is back");
}

const tenant = { delegation: { to: { people: ["UCY"] } } };

describe("an approver on holiday", () => {
  const play = eachWithPlay({ tenant });

  it("is stood in for by the delegate, until the delegation is ended", async () => {
    const { cy } = play();
    await delegate(play());
    await channelHears(play(), "Skiing");
    const request = await open(play());
    await request.shows("Waiting for an approver");
    await request.shows(/Who may decide.*<@UCY> for <@UBOB>/);

    await press(request, cy, "Approve");
    await request.shows("Done, verified");
    await request.shows("<@UCY> for <@UBOB>");
    expect(activations(play())).toHaveLength(1);

    await endIt(play());
    const next = await open(play(), {
      userName: "ISU_Next",
      groupName: "ISSG_Next",
      newSystem: "Next",
    });
    await next.shows("Waiting for an approver");
    await press(next, cy, "Approve");
    await isTold(play(), cy, "not on the approver list");
    expect(activations(play())).toHaveLength(1);
  });
});

describe("an approval for somebody who is off the list by the hand-over", () => {
  const play = eachWithPlay({
    tenant: {
      ...tenant,
      approvals: { needed: 2, at: "activation" },
      approvers: { people: ["UBOB"], groups: ["S0SECURITY"] },
    },
  });

  it("counts for nothing", async () => {
    const { cy, bob, eve, slack } = play();
    await delegate(play());
    await channelHears(play(), "Skiing");
    const request = await open(play());
    await request.shows("Waiting for 2 approvers");
    await press(request, cy, "Approve");
    await request.shows("Waiting for 2 approvers, 1 approved");
    await press(request, bob, "Approve");
    await isTold(play(), bob, "You approved this one already");

    slack.deactivate("bob");
    // What Slack said is believed for some seconds; a bot that starts anew asks again.
    await play().bot().kill();
    await play().restart();
    await press(request, eve, "Approve");

    await request.shows(/Waiting for 2 approvers\*/);
    await request.tells("may not decide it for them any more");
    expect(activations(play())).toEqual([]);
  });
});
