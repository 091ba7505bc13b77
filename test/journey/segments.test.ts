import { describe, expect, it } from "vitest";
import type { Person } from "../../sandbox/slack/people/client.ts";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import { type Entries, fillForm, refusalOf, sendForm } from "../support/processes/form-fields.ts";
import {
  allWithPlay,
  approvePlan,
  confirmPlan,
  isTold,
  open,
  openChange,
  ownNames,
  type Play,
  press,
  pressAndSay,
} from "../support/processes/play.ts";
import { readDetails } from "../support/processes/read-details.ts";
import { withdraw } from "../support/processes/withdraw.ts";

const tenantName = "acme_dpt1";
const inSegments = ["Manage: Learning Content", "Reports: Learning Record"];

type Names = ReturnType<typeof ownNames>;

async function make(play: Play): Promise<Names> {
  const names = ownNames();
  const request = await open(play, names);
  await request.shows("Waiting for an approver");
  await press(request, play.bob, "Approve");
  await request.shows("Done, verified");
  return names;
}

function activeOf({ workday }: Play, groupName: string): readonly string[] {
  return workday
    .tenant(tenantName)
    .activePermissions()
    .filter(({ securityGroup }) => securityGroup === groupName)
    .map(({ policy }) => policy)
    .toSorted();
}

function groupOf({ workday }: Play, groupName: string) {
  return workday
    .tenant(tenantName)
    .groups()
    .find(({ name }) => name === groupName);
}

/** Opens the form, fills it in and sends it. */
async function askFor(
  play: Play,
  userName: string,
  entries: Entries,
): Promise<Awaited<ReturnType<Person["submit"]>>> {
  const { ann, slack } = play;
  await ann.closeAll();
  await ann.command("/workday-isu", `segments ${userName}`);
  await slack.until(() => shown(ann).includes("Segmented by"), { what: "the form" });
  await fillForm(play, ann, { reason: "Less to see", ...entries });
  return ann.submit();
}

function shown(who: Person): string {
  const view = who.view();
  return view === undefined ? "" : textOf(view);
}

describe("access by segments, by runner", () => {
  const play = allWithPlay();

  it("restricts learning content to topics, and ends again", async () => {
    const { userName, groupName } = await make(play());
    const { ann, bob, workday } = play();
    const tenant = workday.tenant(tenantName);
    const before = activeOf(play(), groupName);
    const segmentGroup = `${groupName} segments`;

    const request = await openChange(play(), `segments ${userName}`, {
      segmentNames: `Compliance\nNew for ${userName}`,
      content: "Code of conduct 2026\nYour first week",
    });
    await request.shows("What is done by this approval, and by whom");
    expect(tenant.learning().topics).not.toContain(`New for ${userName}`);
    expect(request.text()).toContain("aggregation group");
    await press(request, bob, approvePlan);
    await request.shows("Goes live for this request (4)");
    expect(request.text()).toContain(`Get: Manage: Learning Content (Added) for ${segmentGroup}`);
    expect(request.text()).toContain("Get: Manage: Learning Content (Removed)");
    expect(activeOf(play(), groupName)).toEqual(before);
    await press(request, bob, "Approve");
    await request.shows("Unverified");

    expect(activeOf(play(), segmentGroup)).toEqual(inSegments);
    expect(activeOf(play(), groupName)).toEqual(
      before.filter((domain) => !inSegments.includes(domain)),
    );
    expect(groupOf(play(), segmentGroup)).toMatchObject({
      type: "Segment-Based Security Group",
      isActive: true,
      segmentBased: { securityGroups: [groupName], segments: [`${userName} topics`] },
    });
    expect(tenant.learning().segments).toContainEqual({
      id: `${userName} topics`,
      topics: ["Compliance", `New for ${userName}`],
    });
    expect(tenant.learning().content).toContainEqual({
      title: "Code of conduct 2026",
      topics: ["Compliance", `New for ${userName}`],
      categories: [],
    });
    expect(request.text()).toContain(`Which segments the group ${segmentGroup} opens: not seen`);

    const end = await openChange(play(), `segments ${userName}`);
    await end.shows("Goes live for this request (4)");
    await press(end, bob, "Approve");
    await end.shows("Done, verified");

    expect(activeOf(play(), groupName)).toEqual(before);
    expect(groupOf(play(), segmentGroup)).toMatchObject({
      isActive: false,
      segmentBased: { securityGroups: [] },
    });
    await isTold(play(), ann, "the end of the segments");
    await expectNoSecretAnywhere(play());
  });

  it("is edited once it is made: what is not asked for moves back, after an approval that shows it", async () => {
    const { userName, groupName } = await make(play());
    const { ann, bob, slack } = play();
    const before = activeOf(play(), groupName);
    const segmentGroup = `${groupName} segments`;
    const request = await openChange(play(), `segments ${userName}`, {
      segmentNames: "Compliance",
    });
    await request.shows("Goes live for this request (4)");
    await press(request, ann, "Edit");
    await slack.until(() => shown(ann).includes("Segmented by"), { what: "the form" });
    expect(shown(ann)).toContain("Compliance");
    await fillForm(play(), ann, { segmentGroup: "Another", Get: ["Reports: Learning Record"] });
    expect(await refusalOf(play(), ann)).toContain("no service renames one");
    await fillForm(play(), ann, { segmentGroup });
    await sendForm(ann);
    await slack.until(() => shown(ann).includes("What changes (2)"), { what: "the difference" });
    await ann.submit();
    await request.shows("Goes live for this request (2)");
    expect(request.text()).toContain("taken out: Get: Manage: Learning Content in the segments");
    await press(request, bob, "Approve");
    await request.shows("Unverified");

    expect(activeOf(play(), segmentGroup)).toEqual(["Reports: Learning Record"]);
    expect(activeOf(play(), groupName)).toEqual(
      before.filter((domain) => domain !== "Reports: Learning Record"),
    );
  });

  it("opens security categories by a group that is inactive first, and is retired with it", async () => {
    const { userName, groupName } = await make(play());
    const { bob, workday } = play();
    const segmentGroup = `${groupName} segments`;

    const request = await openChange(play(), `segments ${userName}`, {
      segmentKind: "categories",
      segmentNames: `Partners of ${userName}`,
      segmentInactive: true,
    });
    await request.shows("Goes live for this request");
    await press(request, bob, "Approve");
    await request.shows("Unverified");
    expect(groupOf(play(), segmentGroup)?.isActive).toBe(false);
    expect(workday.tenant(tenantName).learning().categories).toContain(`Partners of ${userName}`);

    const activation = await openChange(play(), `activate-group ${userName}`);
    await activation.shows("Waiting for an approver");
    expect(await readDetails(play(), activation, play().ann)).toContain(
      `Activate the group ${segmentGroup}`,
    );
    await press(activation, bob, "Approve");
    await activation.shows("Done, verified");
    expect(groupOf(play(), segmentGroup)?.isActive).toBe(true);

    const retirement = await openChange(play(), `retire ${userName}`);
    await retirement.shows("Waiting for an approver");
    await press(retirement, bob, approvePlan);
    await retirement.shows("Goes live for this request");
    await press(retirement, bob, "Approve");
    await retirement.shows("Unverified");
    expect(groupOf(play(), segmentGroup)?.isActive).toBe(false);
    expect(groupOf(play(), groupName)?.isActive).toBe(false);
    expect(activeOf(play(), segmentGroup)).toEqual([]);
  });

  it("refuses segments of two types in the form, and says what Workday says of the rest", async () => {
    const { userName, groupName } = await make(play());
    const { ann, slack } = play();
    const before = activeOf(play(), groupName);
    const existing = { segmentKind: "existing", segmentGroup: `By segment of ${userName}` };

    const sent = await askFor(play(), userName, {
      ...existing,
      segmentNames: "Benefits\nJob Application – External",
    });
    expect(sent.kind === "errors" ? sent.errors["segmentNames"] : "").toContain("one type only");
    await ann.fill("segmentNames", "Benefits\nNo such segment");
    await ann.submit();
    await slack.until(() => shown(ann).includes("Nothing has been changed yet"), {
      what: "the plan",
    });
    const request = await confirmPlan(play());
    await request.shows("There is no security segment");
    await withdraw(play(), request, ann);
    await request.shows("left behind");

    expect(activeOf(play(), groupName)).toEqual(before);
    expect(play().workday.tenant(tenantName).pending()).toEqual([]);
  });
});

describe("access by segments, by a person", () => {
  const hands = {
    default: "runner",
    "create-segment-group": "person",
    "add-segments-to-content": "person",
    "close-segment-group": "person",
  };
  const play = allWithPlay({ tenant: { hands } });

  function doInWorkday(task: string, fields: Record<string, unknown>): void {
    const outcome = play().workday.tenant(tenantName).perform(task, fields, "okafor");
    if (outcome.status !== "done") throw new Error(outcome.detail);
  }

  it("tells each task with its fields, and takes all of it back when it is denied", async () => {
    const { userName, groupName } = await make(play());
    const { bob, dora, workday } = play();
    const before = activeOf(play(), groupName);
    const group = `${groupName} segments`;

    const request = await openChange(play(), `segments ${userName}`, {
      segmentNames: "Onboarding",
      content: "Your first week",
    });
    await request.shows("What is done by this approval, and by whom");
    await press(request, bob, approvePlan);
    await request.shows("Edit the learning content");
    doInWorkday("edit-learning-content", {
      content: ["Your first week"],
      kind: "topics",
      add: ["Onboarding"],
    });
    await press(request, dora, "Done");
    await request.shows("Waiting for a person (the segment-based group)");
    expect(request.text()).toContain("Access to Segments: ");
    expect(request.text()).toContain(`Security Groups: \`${groupName}\``);
    doInWorkday("create-security-group", {
      name: group,
      type: "Segment-Based Security Group",
      securityGroups: [groupName],
      segments: [`${userName} topics`],
    });
    await press(request, dora, "Done");
    await request.shows("Goes live for this request (4)");
    await pressAndSay(play(), { request, who: bob, button: "Deny", words: "Not this year" });

    await request.shows(`Security Groups (remove): \`${groupName}\``);
    doInWorkday("inactivate-security-group", { group, removeSecurityGroups: [groupName] });
    await press(request, dora, "Done");
    await request.shows("3 things are left behind");
    expect(request.text()).toContain(`In Learning ${userName} topics may stay`);
    expect(request.text()).toContain("Your first week is marked with Onboarding");
    expect(activeOf(play(), groupName)).toEqual(before);
    expect(workday.tenant(tenantName).pending()).toEqual([]);
  });
});
