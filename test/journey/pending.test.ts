import { describe, expect, it } from "vitest";
import {
  activations,
  allWithPlay,
  isTold,
  open,
  ownNames,
  press,
} from "../support/processes/play.ts";

const others = {
  securityGroup: "ISSG_Payroll_Benefits",
  access: "Put",
  change: "Added",
  by: "lmcneil",
} as const;

describe("what is pending", () => {
  const play = allWithPlay();

  it("voids an approval when something else became pending after the card was shown", async () => {
    const { bob, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const request = await open(play(), ownNames());
    await request.shows("Nothing else is pending in the tenant");

    tenant.seedPendingDomainChange({ ...others, policy: "Worker Data: Compensation" });
    await press(request, bob, "Approve");

    await isTold(play(), bob, /changed/);
    await request.shows("Goes live as well, though this request did not ask for it (1)");
    await request.tells("Nothing was approved");
    expect(activations(play())).toEqual([]);
    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(1);
  });

  it("activates nothing when the runner finds other changes than were approved", async () => {
    const { bob, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const request = await open(play(), ownNames());
    await request.shows("Nothing else is pending in the tenant");
    const off = workday.onRequest((name) => {
      if (name !== "activate-pending-security-policy-changes") return;
      off();
      tenant.seedPendingDomainChange({ ...others, policy: "Worker Data: Time Off" });
    });

    await press(request, bob, "Approve");

    await request.shows("Goes live as well, though this request did not ask for it (1)");
    expect(activations(play())).toEqual([]);
    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(1);
  });
});
