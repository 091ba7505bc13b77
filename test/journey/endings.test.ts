import { describe, expect, it, onTestFinished } from "vitest";
import {
  activations,
  allWithPlay,
  enter,
  isTold,
  open,
  openForm,
  ownNames,
  type Play,
  posted,
  press,
  pressAndSay,
} from "../support/processes/play.ts";
import { withdraw } from "../support/processes/withdraw.ts";

const tenantName = "acme_dpt1";

/** The vault refuses what it is given, until it is enough for a request and the test is over. */
function refuseSecrets({ vault }: Play): void {
  for (let tries = 0; tries < 8; tries += 1) vault.failNext({ method: "PUT", kind: "rbac" });
  onTestFinished(vault.clearFaults);
}

/** What a tenant has pending for a group. */
function pendingFor({ workday }: Play, groupName: string): readonly unknown[] {
  const pending = workday.tenant(tenantName).pending();
  return pending.filter(({ securityGroup }) => securityGroup === groupName);
}

describe("a request that does not end well", () => {
  const play = allWithPlay();

  it("cleans up after a denial, tells the requester why, and lists what is left", async () => {
    const { ann, bob, vault } = play();
    const { userName, ...others } = ownNames();
    const request = await open(play(), { userName, ...others });
    await request.shows("Waiting for an approver");
    expect(pendingFor(play(), others.groupName)).toHaveLength(5);

    await pressAndSay(play(), {
      request,
      who: bob,
      button: "Deny",
      words: "Wait for <the audit> & ask again",
    });
    await request.shows("3 things are left behind");

    expect(request.text()).toContain("Wait for <the audit> & ask again");
    expect(request.text()).toContain("The integration system ISU_BOT_");
    expect(request.text()).toContain(`The account ${userName} stays`);
    expect(request.text()).toContain("inactive, without the user");
    await isTold(play(), ann, "Wait for <the audit> & ask again");
    expect(pendingFor(play(), others.groupName)).toEqual([]);
    expect(activations(play())).toEqual([]);
    const tags = vault.secrets().flatMap(({ versions }) => versions.map((one) => one.tags));
    expect(tags.filter((one) => one?.["isu"] === userName)).toEqual([]);
  });

  it("takes off the list what it sees gone", async () => {
    const { ann, workday } = play();
    const tenant = workday.tenant(tenantName);
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    await withdraw(play(), request, ann);
    await request.shows("3 things are left behind");
    const [id = ""] = /ISU_BOT_ISU_[0-9A-Z]{8}/.exec(request.text()) ?? [];

    tenant.perform("delete-integration-system", { integrationSystem: id }, "lmcneil");

    await request.shows(/[12] things? (is|are) left behind/);
    expect(request.text()).not.toContain(id);
    expect(posted(play())).toHaveLength(1);
  });

  it("frees its names when it has ended: what is left in the tenant is what refuses them now", async () => {
    const { ann, slack } = play();
    const names = ownNames();
    const first = await open(play(), names);
    await first.shows("Waiting for an approver");
    await withdraw(play(), first, ann);
    await first.shows("left behind");

    await openForm(play(), ann);
    await enter(ann, { ...names, reason: "Once more" });
    await ann.submit();

    await slack.until(() => JSON.stringify(ann.view()).includes("would reset its password"));
    expect(JSON.stringify(ann.view())).not.toContain("holds this account");
  });

  it("cleans up what was live already, and says that the removal waits for an activation", async () => {
    const { ann, bob } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    refuseSecrets(play());
    await press(request, bob, "Approve");
    await request.shows("Stuck at");

    await withdraw(play(), request, ann);
    await request.shows("left behind");

    expect(request.text()).toMatch(/The removal of 5 permissions .* is pending/);
  });

  it("lists permissions that may be active until taking them away has succeeded", async () => {
    const { ann, bob, workday } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    refuseSecrets(play());
    await press(request, bob, "Approve");
    await request.shows("Stuck at");
    workday.runner.failNext({
      match: "maintain-permissions",
      kind: "task-fails",
      reason: "error",
      detail: "The robot lost its session.",
    });

    await withdraw(play(), request, ann);
    await request.shows("left behind");
    expect(request.text()).toContain("may be active");
    await request.tells("The robot lost its session.");
    await press(request, ann, "Clean up again");

    await request.shows(/The removal of 5 permissions .* is pending/);
  });
});

describe("a request that nobody decides", () => {
  const play = allWithPlay({ tenant: { approvalExpiresAfterHours: 4 / 3_600 } });

  it("expires, and cleans up by the same hands", async () => {
    const { ann, workday } = play();
    const request = await open(play());

    await request.shows("left behind");

    expect(request.text()).toContain("nobody decided or acted in time");
    expect(workday.tenant(tenantName).pending()).toEqual([]);
    await isTold(play(), ann, "expired");
  });
});
