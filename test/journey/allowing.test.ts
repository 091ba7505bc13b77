import { describe, expect, it } from "vitest";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import {
  activations,
  allWithPlay,
  approvePlan,
  askForPlan,
  confirmPlan,
  eachWithPlay,
  type Opened,
  open,
  ownNames,
  type Play,
  press,
  pressAndSay,
} from "../support/processes/play.ts";

const tenantName = "acme_dpt1";
const authenticationPolicy = { allowed: ["ISU_Slack_Bot", "rpa-runner"] };

/** Kolleno's guide asks for the exemption, so the form begins with it. */
async function openKolleno(play: Play, names: ReturnType<typeof ownNames>): Promise<Opened> {
  const { ann } = play;
  await askForPlan(play, ann, names, "kolleno");
  expect(JSON.stringify(ann.view())).toContain("from password expiration");
  return confirmPlan(play);
}

function isExempt({ workday }: Play, userName: string): boolean | undefined {
  return workday
    .tenant(tenantName)
    .accounts()
    .find((account) => account.userName === userName)?.exemptFromPasswordExpiration;
}

describe("a tenant with an authentication policy, where nothing is made unapproved", () => {
  const play = allWithPlay({
    tenantDefinition: { authenticationPolicy },
    tenant: {
      authenticationPolicy: { name: "Integrations" },
      approvals: { needed: 1, neededWhenUnseen: 1, beforeCreation: true },
    },
  });

  it("makes an account that signs on and is exempt, after two approvals, by the runner", async () => {
    const { bob, workday } = play();
    const names = ownNames();
    const request = await openKolleno(play(), names);

    await request.shows("Nothing has been made yet");
    expect(isExempt(play(), names.userName)).toBe(undefined);
    await press(request, bob, approvePlan);
    await request.shows("Goes live for this request");
    expect(request.text()).toContain("The bot cannot see what else is pending there");
    expect(isExempt(play(), names.userName)).toBe(false);
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    expect(isExempt(play(), names.userName)).toBe(true);
    const tasks = workday.runner.tasks().map(({ request: { task } }) => task);
    expect(tasks.slice(tasks.indexOf("activate-pending-security-policy-changes"))).toEqual([
      "activate-pending-security-policy-changes",
      "exempt-from-password-expiration",
      "manage-authentication-policies",
      "activate-all-pending-authentication-policy-changes",
    ]);
    await expectNoSecretAnywhere(play());
  });

  it("leaves nothing of a request that is denied before anything was made", async () => {
    const { bob, workday } = play();
    const before = [workday.tenant(tenantName).accounts().length, activations(play()).length];
    const request = await open(play(), ownNames());
    await request.shows("Nothing has been made yet");

    await pressAndSay(play(), { request, who: bob, button: "Deny", words: "Not this year" });
    await request.shows("Nothing was made or changed");

    expect(request.text()).not.toContain("Left behind");
    expect([workday.tenant(tenantName).accounts().length, activations(play()).length]).toEqual(
      before,
    );
  });
});

describe("a tenant with an authentication policy, by person", () => {
  const play = allWithPlay({
    tenantDefinition: { authenticationPolicy },
    tenant: {
      authenticationPolicy: {},
      exemptFromPasswordExpiry: true,
      hands: {
        default: "runner",
        "exempt-from-password-expiry": "person",
        "allow-in-authentication-policy": "person",
        "activate-authentication-policies": "person",
      },
    },
  });

  it("signs on only once both tasks are done, and the exemption is looked at", async () => {
    const { bob, dora, workday } = play();
    const names = ownNames();
    const { userName: user, groupName: group } = names;
    const request = await open(play(), names);
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");

    await request.shows("Maintain Password Rules");
    await press(request, dora, "Done");
    await request.shows("is not exempt from password expiration");
    expect(isExempt(play(), user)).toBe(false);
    workday.tenant(tenantName).perform("exempt-from-password-expiration", { user }, "okafor");
    await press(request, play().ann, "Try again");
    await request.shows("Waiting for a person");
    await press(request, dora, "Done");
    await request.shows("Waiting for a person (the authentication policy)");
    workday
      .tenant(tenantName)
      .perform("manage-authentication-policies", { user, group, types: ["X"] }, "okafor");
    await press(request, dora, "Done");
    await request.shows("Activate All Pending Authentication Policy Changes");
    await press(request, dora, "Start");
    await request.shows("pressed Start: activate now");
    await press(request, dora, "Done");
    await request.shows("Stuck");
    expect(request.text()).toContain("its log says that an authentication policy does not allow");
    workday
      .tenant(tenantName)
      .perform(
        "activate-all-pending-authentication-policy-changes",
        { comment: request.id, confirm: true },
        "okafor",
      );
    await press(request, play().ann, "Try again");

    await request.shows("Done, verified");
    expect(isExempt(play(), user)).toBe(true);
    await expectNoSecretAnywhere(play());
  });
});

describe("an approver who leaves while people carry out the tasks in between", () => {
  const play = eachWithPlay({
    tenantDefinition: { authenticationPolicy },
    tenant: {
      authenticationPolicy: {},
      hands: { default: "runner", "allow-in-authentication-policy": "person" },
    },
  });

  it("is replaced before the authentication policies are activated, and nothing is done twice", async () => {
    const { bob, dora, eve, slack, workday } = play();
    const names = ownNames();
    const request = await open(play(), names);
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Manage Authentication Policies");
    const { userName: user, groupName: group } = names;
    workday
      .tenant(tenantName)
      .perform("manage-authentication-policies", { user, group, types: ["X"] }, "okafor");

    slack.deactivate("bob");
    // What Slack said is believed for some seconds; a bot that starts anew asks again.
    await play().bot().kill();
    await play().restart();
    await press(request, dora, "Done");

    await request.shows("By this approval everything that is pending in the authentication");
    await request.tells("is no full member of this workspace any more");
    const tasks = workday.runner.tasks().map(({ request: { task } }) => task);
    expect(tasks).not.toContain("activate-all-pending-authentication-policy-changes");
    await press(request, eve, "Approve");
    await request.shows("Done, verified");

    expect(activations(play())).toHaveLength(1);
    await expectNoSecretAnywhere(play());
  });
});
