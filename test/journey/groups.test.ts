import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { fillForm, sendForm } from "../support/processes/form-fields.ts";
import {
  activations,
  allWithPlay,
  approvePlan,
  askForPlan,
  confirmPlan,
  isTold,
  type Opened,
  open,
  openChange,
  openForm,
  ownNames,
  type Play,
  press,
  sendChange,
} from "../support/processes/play.ts";

const tenantName = "acme_dpt1";

function groupOf({ workday }: Play, groupName: string) {
  return workday
    .tenant(tenantName)
    .groups()
    .find(({ name }) => name === groupName);
}

function doInWorkday({ workday }: Play, task: string, fields: Record<string, unknown>): void {
  const outcome = workday.tenant(tenantName).perform(task, fields, "okafor");
  if (outcome.status !== "done") throw new Error(outcome.detail);
}

/** Opens a request with settings of its group, which the form shows only when asked. */
async function openWithGroup(
  play: Play,
  entries: Readonly<Record<string, string | readonly string[] | boolean>>,
): Promise<Opened> {
  const { ann, slack } = play;
  await openForm(play, ann);
  await fillForm(play, ann, { reason: "A group of its own kind", ...entries });
  await sendForm(ann);
  await slack.until(() => shown(play).includes("Nothing has been changed yet"), {
    what: "the plan",
  });
  return confirmPlan(play);
}

function shown({ ann }: Play): string {
  const view = ann.view();
  return view === undefined ? "" : textOf(view);
}

describe("groups, by runner", () => {
  const play = allWithPlay();

  it("a constrained and inactive group is made, granted, and activated by a request of its own", async () => {
    const names = ownNames();
    const { ann, bob } = play();
    const request = await openWithGroup(play(), {
      ...names,
      groupType: "constrained",
      organizations: "Acme Germany\nAcme Switzerland",
      groupScope: "subordinates",
      groupInactive: true,
    });
    await request.shows("Waiting for an approver");
    expect(groupOf(play(), names.groupName)).toMatchObject({
      type: "Integration System Security Group (Constrained)",
      isActive: false,
      constraint: { organizations: ["Acme Germany", "Acme Switzerland"], scope: "subordinates" },
    });
    await press(request, bob, "Approve");
    await request.shows(/Done, verified|Unverified|Different from/);
    expect(request.text()).not.toContain("is inactive.");

    await isTold(play(), ann, `/workday-isu activate-group ${names.userName}`);
    await ann.closeAll();
    await press(request, ann, "Activate the group");
    const activation = await sendChange(play());
    await activation.shows("Waiting for an approver");
    expect(groupOf(play(), names.groupName)?.isActive).toBe(false);
    const before = activations(play()).length;
    await press(activation, bob, "Approve");
    await activation.shows(/Done, verified|Unverified|Different from/);

    expect(groupOf(play(), names.groupName)?.isActive).toBe(true);
    expect(activations(play())).toHaveLength(before);
  });

  it("of one account is joined by another, and stays when the first is retired", async () => {
    const { bob } = play();
    const [first, second] = [ownNames(), ownNames()];
    const { groupName } = first;
    const made = await open(play(), first);
    await made.shows("Waiting for an approver");
    await press(made, bob, "Approve");
    await made.shows("Done, verified");

    const joined = await openWithGroup(play(), { ...second, groupName, groupType: "existing" });
    await joined.shows(`In the group now (1):`);
    await press(joined, bob, "Approve");
    await joined.shows(/Done, verified|Unverified|Different from/);
    expect(joined.text()).not.toContain("as well");

    const end = await openChange(play(), `retire ${first.userName}`);
    expect(end.text()).toContain(`only ${first.userName} is taken out: it is not this account's`);
    await end.shows("Waiting for an approver");
    await press(end, bob, "Approve");
    await end.shows("Unverified");

    expect(groupOf(play(), groupName)).toMatchObject({
      isActive: true,
      members: [second.userName],
    });
  });

  it("says what Workday says of organizations of two types", async () => {
    const request = await openWithGroup(play(), {
      ...ownNames(),
      groupType: "constrained",
      organizations: "Acme Germany\nSales Zurich",
    });

    await request.shows("All organizations of the group must be of the same type");
  });

  it("shows a missing group below its field", async () => {
    const { ann, slack } = play();
    await openForm(play(), ann);
    await fillForm(play(), ann, { ...ownNames(), reason: "Why not", groupType: "existing" });
    await ann.submit();

    await slack.until(() => shown(play()).includes("no security group of this name"), {
      what: "the problem",
    });
    await expect(askForPlan(play(), ann, ownNames())).resolves.toBeUndefined();
  });
});

describe("a group that exists, joined by person", () => {
  const play = allWithPlay({
    tenant: { hands: { default: "runner", "add-group-member": "person" } },
  });

  it("is joined after an approval that shows who is in it and what it may do", async () => {
    const { bob, dora } = play();
    const { userName, newSystem } = ownNames();
    const group = "ISSG_ServiceNow_HR";
    const request = await openWithGroup(play(), {
      userName,
      newSystem,
      groupName: group,
      groupType: "existing",
    });
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain("Get: Manage: Location");
    expect(request.text()).toContain("ISU_ServiceNow_HR");
    expect(groupOf(play(), group)?.members).toEqual(["ISU_ServiceNow_HR"]);

    await press(request, bob, approvePlan);
    await request.shows("Edit Integration System Security Group");
    doInWorkday(play(), "add-group-member", { group, user: userName });
    await press(request, dora, "Done");
    await request.shows("Goes live for this request");
    expect(groupOf(play(), group)?.members).toEqual(["ISU_ServiceNow_HR", userName]);
    await press(request, bob, "Approve");
    await request.shows(/Done, verified|Unverified|Different from/);

    expect(request.text()).not.toContain("as well");
    expect(activations(play())).toHaveLength(1);
  });
});
