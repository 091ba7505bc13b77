import { describe, expect, it } from "vitest";
import {
  activations,
  allWithPlay,
  type Opened,
  open,
  ownNames,
  press,
  told,
} from "../support/processes/play.ts";
import { withdraw } from "../support/processes/withdraw.ts";

// A clean-up waits for a person, so that it is still to be done.
const hands = { default: "runner", "revoke-permissions": "person" } as const;

describe("an approver's own changes on another's card", () => {
  const play = allWithPlay({ tenant: { hands } });

  it("are named, and another approver decides", async () => {
    const { bob, slack } = play();
    const names = ownNames();
    const own = await open(play(), names, bob);
    await own.shows("Waiting for an approver");
    const named = new RegExp(`${own.id}: \\d+ changes, asked for by <@UBOB>`);

    const request = await open(play(), ownNames());
    await request.shows(named);
    expect(request.text()).toMatch(new RegExp(`Added for ${names.groupName}, .*, of ${own.id}`));
    await slack.until(() => named.test(request.thread()), { what: "the thread to name it" });

    await isRefused(request);
    expect(liveOf(names.groupName)).toEqual([]);
    await isDecidedByEve(request);
    expect(liveOf(names.groupName)).not.toEqual([]);
  });

  it("are named as withdrawn, while their clean-up is not done yet", async () => {
    const { bob } = play();
    const names = ownNames();
    const own = await open(play(), names, bob);
    await own.shows("Waiting for an approver");
    await withdraw(play(), own, bob);
    await own.shows("waiting for a person");

    const request = await open(play(), ownNames());
    await request.shows(
      new RegExp(`${own.id} \\(withdrawn\\): \\d+ changes, asked for by <@UBOB>`),
    );

    await isRefused(request);
    expect(liveOf(names.groupName)).toEqual([]);
    await isDecidedByEve(request);
  });

  async function isRefused(request: Opened): Promise<void> {
    const { bob, slack } = play();
    const [heard, before] = [refusals(), activations(play()).length];
    await press(request, bob, "Approve");
    await slack.until(() => refusals() > heard, { what: "Bob to be refused" });
    expect(activations(play())).toHaveLength(before);
  }

  function refusals(): number {
    return told(play(), play().bob).split("Leave it to another approver").length;
  }

  async function isDecidedByEve(request: Opened): Promise<void> {
    const before = activations(play()).length;
    await press(request, play().eve, "Approve");
    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(before + 1);
  }

  function liveOf(groupName: string): readonly unknown[] {
    const active = play().workday.tenant("acme_dpt1").activePermissions();
    return active.filter(({ securityGroup }) => securityGroup === groupName);
  }
});
