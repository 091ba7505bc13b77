import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  activations,
  allWithPlay,
  isTold,
  type Opened,
  open,
  openChange,
  ownNames,
  type Play,
  press,
} from "../support/processes/play.ts";
import { withdraw } from "../support/processes/withdraw.ts";

const tenantName = "acme_dpt1";

/** An account is made, so there is something to go back from. */
async function make(play: Play): Promise<ReturnType<typeof ownNames> & { readonly id: string }> {
  const names = ownNames();
  const request = await open(play, names);
  await request.shows("Waiting for an approver");
  await press(request, play.bob, "Approve");
  await request.shows("Done, verified");
  return { ...names, id: request.id };
}

/** Asks for the way back to the activation before the newest. */
async function askBack(play: Play): Promise<Opened> {
  const before = play.workday.tenant(tenantName).timestamps().at(-2);
  const request = await openChange(play, "rollback", { timestamp: String(before?.at) });
  await request.shows("Waiting for an approver");
  return request;
}

function alarms({ slack }: Play): readonly string[] {
  const texts = slack.messages("workday-access").map(textOf);
  return texts.filter((text) => text.includes("An activation that no request asked for"));
}

/** Two more looks at who activated: what there is to say is said. */
async function watched({ workday }: Play): Promise<void> {
  function looks(): number {
    return workday.requests.filter(({ path }) => path.includes("ISU_Bot_Security_Timestamps"))
      .length;
  }
  const before = looks();
  await expect.poll(looks, { timeout: 60_000 }).toBeGreaterThan(before + 2);
}

describe("a roll back", () => {
  const play = allWithPlay();

  it("shows what it undoes, asks first, and is verified", async () => {
    const made = await make(play());
    const { bob, workday } = play();
    const tenant = workday.tenant(tenantName);

    const request = await askBack(play());
    expect(request.text()).toContain(`(${made.id})`);
    expect(request.text()).toContain(`${made.userName} loses`);
    expect(tenant.pending()).toEqual([]);
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    const ours = { securityGroup: made.groupName };
    expect(tenant.pending()).toContainEqual(expect.objectContaining({ ...ours, change: "Added" }));
    expect(tenant.activePermissions()).not.toContainEqual(expect.objectContaining(ours));
    expect(activations(play())).toEqual([]);
    await watched(play());
    expect(alarms(play())).toEqual([]);
  });

  it("is void when somebody activates before the approval", async () => {
    await make(play());
    const { ann, bob, workday } = play();
    const tenant = workday.tenant(tenantName);
    const request = await askBack(play());

    tenant.perform(
      "activate-pending-security-policy-changes",
      { comment: "quick fix", confirm: true },
      "lmcneil",
    );
    const there = tenant.timestamps().length;
    await press(request, bob, "Approve");

    await isTold(play(), bob, "nothing is rolled back");
    await request.shows("Withdraw this request");
    expect(tenant.timestamps()).toHaveLength(there);
    await withdraw(play(), request, ann);
    await request.shows("Nothing was made or changed");
  });

  it("does nothing when the runner finds another newest activation", async () => {
    await make(play());
    const { bob, workday } = play();
    const tenant = workday.tenant(tenantName);
    const request = await askBack(play());
    const off = workday.onRequest((name) => {
      if (name !== "activate-previous-security-timestamp") return;
      off();
      tenant.perform(
        "activate-pending-security-policy-changes",
        { comment: "in between", confirm: true },
        "lmcneil",
      );
    });

    await press(request, bob, "Approve");

    await request.shows("Stuck");
    expect(tenant.timestamps().at(-1)?.comment).toBe("in between");
  });
});

describe("a roll back by a person", () => {
  const play = allWithPlay({
    tenant: { hands: { default: "runner", "activate-previous-timestamp": "person" } },
  });

  it("is told with every field, and is verified once it is done", async () => {
    const made = await make(play());
    const { bob, dora, workday } = play();
    const tenant = workday.tenant(tenantName);
    const to = tenant.timestamps().at(-2);
    const request = await askBack(play());
    await press(request, bob, "Approve");
    await request.shows("Activate Previous Security Timestamp");
    expect(request.text()).toContain("Look at View All Security Timestamps first");
    await press(request, dora, "Start");
    await request.shows("pressed Start: activate now");

    tenant.perform(
      "activate-previous-security-timestamp",
      { timestamp: new Date(to?.at ?? 0).toISOString(), comment: request.id, confirm: true },
      "dora",
    );
    await press(request, dora, "Done");

    await request.shows("Done, verified");
    expect(tenant.pending().map(({ securityGroup }) => securityGroup)).toContain(made.groupName);
  });
});
