import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/start.ts";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import {
  activations,
  allWithPlay,
  isTold,
  open,
  ownNames,
  press,
  pressAndSay,
  titleOf,
} from "../support/processes/play.ts";

const domains = [
  "Reports: Learning Record",
  "Manage: Learning Content",
  "Worker Data: Active and Terminated Workers",
  "Worker Data: Current staffing information",
  "Workday Accounts",
];

/** What Dora does in Workday's own pages. */
function doInWorkday({ workday }: Sandbox, task: string, fields: Record<string, unknown>): void {
  const outcome = workday.tenant("acme_dpt1").perform(task, fields, "okafor");
  if (outcome.status !== "done") throw new Error(outcome.detail);
}

// Bob carries out steps as well as he approves.
const doers = { people: ["UDORA", "UBOB"] };

describe("create, by person", () => {
  const play = allWithPlay({ tenant: { hands: { default: "person" }, doers } });

  it("posts each task with its fields, and looks when the doer says Done", async () => {
    const { ann, bob, dora } = play();
    const names = ownNames();
    const { userName: user, groupName: group } = names;
    const request = await open(play(), names);

    await request.shows("Create Security Group");
    expect(request.text()).toContain("Integration System Security Group (Unconstrained)");
    expect(request.text()).toContain("Security Configuration");
    await press(request, dora, "Done");
    await request.shows(`Workday shows otherwise: There is no security group ${group}.`);
    await isTold(play(), dora, "Workday does not show that it is done");
    await press(request, ann, "Try again");
    await request.shows("Search Workday for *Create Security Group*");
    doInWorkday(play(), "create-security-group", {
      name: group,
      type: "Integration System Security Group (Unconstrained)",
    });
    await press(request, dora, "Done");
    await request.shows("Waiting for a person (the membership in the group)");
    doInWorkday(play(), "add-group-member", { group, user });
    await press(request, dora, "Done");
    await request.shows("Waiting for a person (the permissions)");
    const [first, ...others] = domains.map((domain) => ({ domain, access: ["Get"] }));
    doInWorkday(play(), "maintain-permissions", { group, grant: others, revoke: [] });
    await press(request, dora, "Done");

    await request.shows("Get on Reports: Learning Record is neither pending nor active");
    await press(request, ann, "Try again");
    await request.shows("Waiting for a person");
    doInWorkday(play(), "maintain-permissions", { group, grant: [first], revoke: [] });
    await press(request, dora, "Done");
    await request.shows("Goes live for this request (5)");

    await press(request, bob, "Approve");
    await request.shows("Search Workday for *Activate");
    await request.shows("Press Start first");
    expect(request.text()).not.toContain("[Done]");
    await press(request, dora, "Start");
    await request.shows("pressed Start: activate now");
    await press(request, dora, "Done");
    await isTold(play(), dora, "Workday still lists the changes of this request as pending");
    doInWorkday(play(), "activate-pending-security-policy-changes", {
      comment: request.id,
      confirm: true,
    });
    doInWorkday(play(), "add-group-member", { group: "ISSG_Payroll_Benefits", user });
    await press(request, dora, "Done");
    await request.shows("Different from what was asked");
    expect(request.text()).toContain(
      `${user} is also in the group ISSG_Payroll_Benefits, which gives`,
    );

    expect(activations(play())).toHaveLength(1);
    await expectNoSecretAnywhere(play());
  });

  it("waits with the doer's reason when they cannot, and goes on at Try again", async () => {
    const { ann, dora } = play();
    const request = await open(play(), ownNames());
    await request.shows("Create Security Group");

    await pressAndSay(play(), {
      request,
      who: dora,
      button: "I can't",
      words: "I have no access to <Security Configuration> & co.",
    });
    await request.shows("Stuck");

    expect(request.text()).toContain("I have no access to <Security Configuration> & co.");
    await isTold(play(), ann, "is stuck");
    await press(request, ann, "Try again");
    await request.shows("Create Security Group");
  });

  it("is approved by nobody who did a step of it, also one that an edit takes back", async () => {
    const { ann, bob, dora, eve, slack } = play();
    const names = ownNames();
    const { userName: user, groupName: group } = names;
    const request = await open(play(), names);
    await request.shows("Create Security Group");
    doInWorkday(play(), "create-security-group", {
      name: group,
      type: "Integration System Security Group (Unconstrained)",
    });
    doInWorkday(play(), "add-group-member", { group, user });
    const grant = domains.map((domain) => ({ domain, access: ["Get"] }));
    doInWorkday(play(), "maintain-permissions", { group, grant, revoke: [] });
    await press(request, bob, "Done");
    await request.shows("Goes live for this request (5)");

    await press(request, ann, "Edit");
    await slack.until(() => titleOf(ann) === "New integration user", { what: "the form" });
    await ann.fill("Get", domains.slice(0, 4));
    await ann.submit();
    await slack.until(() => titleOf(ann) === "Check the edit", { what: "the plan of the edit" });
    await ann.submit();
    await request.shows("Waiting for a person (taking the permissions away)");
    doInWorkday(play(), "maintain-permissions", { group, grant: [], revoke: grant.slice(4) });
    await press(request, dora, "Done");
    await request.shows("Goes live for this request (4)");

    const before = activations(play()).length;
    await press(request, bob, "Approve");
    await isTold(play(), bob, "carried out a step");
    expect(activations(play())).toHaveLength(before);
    await press(request, eve, "Approve");
    await request.shows("Press Start first");
    await press(request, dora, "Start");
    await request.shows("pressed Start: activate now");
    doInWorkday(play(), "activate-pending-security-policy-changes", {
      comment: request.id,
      confirm: true,
    });
    await press(request, dora, "Done");
    await request.shows("Done, verified");
  });
});
