import { describe, expect, it } from "vitest";
import { wqlClient } from "../../../sandbox/workday/wql/with-wql.ts";
import { allWithPlay, open, ownNames, type Play, press } from "../../support/processes/play.ts";

const withoutReports = { tenant: { reports: undefined }, tenantDefinition: { reports: [] } };

/** Somebody else's, in a policy that no request is about. */
function leaveBehind({ workday }: Play): void {
  workday.tenant("acme_dpt1").seedPendingDomainChange({
    policy: "Worker Data: Compensation",
    securityGroup: "ISSG_Payroll_Benefits",
    access: "Put",
    change: "Added",
    by: "lmcneil",
  });
}

describe("a tenant that answers WQL finely, and has no reports", () => {
  const play = allWithPlay({ wql: "fine", ...withoutReports });

  it("shows on the card what goes live, and who left it there; the outcome is compared with what was asked", async () => {
    const { bob } = play();
    leaveBehind(play());
    const request = await open(play(), ownNames());
    await request.shows("Goes live as well, though this request did not ask for it (1)");

    await press(request, bob, "Approve");

    // Only a report shows who is exempt, and only that or the activity log who activated: all the rest was seen as asked.
    await request.shows("Unverified");
    expect(request.text()).toContain("2 that nobody can see here");
    expect(request.text()).toContain("from password expiration: not seen");
    expect(request.text()).toContain("Who ran the activation, and with which comment: not seen");
    expect(request.thread()).toContain("Put: Added for ISSG_Payroll_Benefits, by lmcneil");
    const written = play().bot().lines.join("\n");
    expect(written).toContain("pendingDomainPolicies: read by WQL");
    expect(written).not.toContain(wqlClient.clientSecret);
    expect(written).not.toContain(wqlClient.refreshToken);
  });
});

describe("a tenant that answers WQL coarsely, and has no reports", () => {
  const play = allWithPlay({ wql: "coarse", ...withoutReports });

  it("names the policies in which something is pending, says that it cannot see what, and calls nothing verified by it", async () => {
    const { bob } = play();
    leaveBehind(play());
    const request = await open(play(), ownNames());
    await request.shows("cannot see what else is pending");
    await request.shows("Something is pending in these policies, and the bot cannot see what (6):");
    await request.shows("Worker Data: Compensation");

    await press(request, bob, "Approve");

    await request.shows("Unverified");
    expect(play().bot().lines.join("\n")).toContain("groupPermissions: cannot be seen.");
  });
});
