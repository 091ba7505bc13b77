import { describe, expect, it } from "vitest";
import { activations, allWithPlay, isTold, open, ownNames, press, told } from "../support/play.ts";

// A clean-up waits for a person, so that it is still to be done.
const hands = { default: "runner", "revoke-permissions": "person" } as const;

describe("an approver's own changes on another's card", () => {
  const play = allWithPlay({ tenant: { hands } });

  it("are named, and another approver decides", async () => {
    const { bob, eve, workday } = play();
    const names = ownNames();
    const own = await open(play(), names, bob);
    await own.shows("waiting for an approver");

    const request = await open(play(), ownNames());
    await request.shows(`Of other requests (1)`);
    expect(request.text()).toMatch(new RegExp(`${own.id}: \\d+ changes, asked for by <@UBOB>`));
    expect(request.text()).toContain(`for ${names.groupName}`);
    expect(request.thread()).toContain(`Of other requests (1)`);
    await press(request, bob, "Approve");
    await isTold(play(), bob, "asked for or carried out a step of");
    expect(told(play(), bob)).not.toContain("Your approval counts");
    expect(activations(play())).toEqual([]);
    const live = workday.tenant("acme_dpt1").activePermissions();
    expect(live.filter(({ securityGroup }) => securityGroup === names.groupName)).toEqual([]);

    await press(request, eve, "Approve");
    await request.shows("Now: done");
    expect(activations(play())).toHaveLength(1);
  });

  it("are named as withdrawn, while their clean-up is not done yet", async () => {
    const { bob, eve } = play();
    const own = await open(play(), ownNames(), bob);
    await own.shows("waiting for an approver");
    await press(own, bob, "Withdraw");
    await own.shows("Maintain Permissions for Security Group");
    const before = activations(play()).length;

    const request = await open(play(), ownNames());
    await request.shows(
      new RegExp(`${own.id} \\(withdrawn\\): \\d+ changes, asked for by <@UBOB>`),
    );
    await press(request, bob, "Approve");
    await isTold(play(), bob, /(asked for or carried out a step of[^]*){2}/);
    expect(activations(play())).toHaveLength(before);

    await press(request, eve, "Approve");
    await request.shows("Now: done");
  });
});
