import { describe, expect, it } from "vitest";
import { activations, eachWithPlay, isTold, open, press } from "../support/processes/play.ts";

describe("two approvers", () => {
  const play = eachWithPlay({ tenant: { approvals: { needed: 2 } } });

  it("both have to press Approve, each once, and the card shows who is missing", async () => {
    const { bob, eve } = play();
    const request = await open(play());
    await request.shows("Waiting for 2 approvers");

    await press(request, bob, "Approve");
    await isTold(play(), bob, "others are needed too");
    await request.shows("1 more approval is needed before anything is activated");
    await press(request, bob, "Approve");
    await isTold(play(), bob, "You approved this one already");
    expect(activations(play())).toEqual([]);
    await press(request, eve, "Approve");

    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(1);
  });
  it("both begin anew when something else is pending by the second click", async () => {
    const { bob, eve, workday } = play();
    const request = await open(play());
    await request.shows("Waiting for 2 approvers");
    await press(request, bob, "Approve");
    await request.shows("Waiting for 2 approvers, 1 approved");

    workday.tenant("acme_dpt1").seedPendingDomainChange({
      policy: "Worker Data: Compensation",
      securityGroup: "ISSG_Payroll_Benefits",
      access: "Put",
      change: "Added",
      by: "lmcneil",
    });
    await press(request, eve, "Approve");

    await isTold(play(), eve, /changed/);
    await request.shows(/Waiting for 2 approvers\*[^]*did not ask for it \(1\)/);
    expect(activations(play())).toEqual([]);
  });
});

describe("a card that nobody decides", () => {
  const play = eachWithPlay({
    tenant: {
      remindAfterHours: [2 / 3_600],
      escalation: { afterHours: 3 / 3_600, approvers: { people: ["UCY"] } },
    },
  });

  it("reminds its approvers once, and lets the second list decide after the escalation", async () => {
    const { cy, slack } = play();
    const request = await open(play());
    await request.shows("Waiting for an approver");
    await press(request, cy, "Approve");
    await isTold(play(), cy, "not on the approver list");

    await slack.until(() => request.thread().includes("more people may"), { within: 15_000 });
    await press(request, cy, "Approve");
    await request.shows("Done, verified");

    expect(request.thread().match(/A reminder:/g)).toHaveLength(1);
    expect(request.thread().match(/more people may/g)).toHaveLength(1);
    expect(activations(play())).toHaveLength(1);
  });
});
