import { describe, expect, it } from "vitest";
import {
  activations,
  allWithPlay,
  approvePlan,
  askForPlan,
  confirmPlan,
  eachWithPlay,
  enter,
  isTold,
  open,
  openChange,
  ownNames,
  type Play,
  press,
  pressAndSay,
  titleOf,
} from "../support/processes/play.ts";

describe("two approvers", () => {
  const play = allWithPlay({ tenant: { approvals: { needed: 2, at: "activation" } } });

  it("both have to press Approve, each once, and the card shows who is missing", async () => {
    const { bob, eve } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for 2 approvers");

    await press(request, bob, "Approve");
    await isTold(play(), bob, "Others are needed too");
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
    const request = await open(play(), ownNames());
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

    await slack.until(() => request.thread().includes("more people may"));
    await press(request, cy, "Approve");
    await request.shows("Done, verified");

    expect(request.thread().match(/A reminder:/g)).toHaveLength(1);
    expect(request.thread().match(/more people may/g)).toHaveLength(1);
    expect(activations(play())).toHaveLength(1);
  });
});

/** Sends the form of an edit, and confirms its plan, which shows this. */
async function confirmEdit({ ann, slack }: Play, difference: string): Promise<void> {
  await ann.submit();
  await slack.until(() => titleOf(ann) === "Check the edit", { what: "the plan of the edit" });
  expect(JSON.stringify(ann.view())).toContain(difference);
  await ann.submit();
}

const ofPlans = { approvals: { at: "plan" }, workdayAccounts: { runner: "rpa-runner" } };
const follow = "Approve and activate";
const nothingMade = "Nothing has been made yet";

describe("a tenant whose plans are approved", () => {
  const play = allWithPlay({ tenant: ofPlans });

  it("makes, activates and verifies after one click, and says by whose", async () => {
    const { bob, workday } = play();
    const names = ownNames();
    const request = await open(play(), names);
    await request.shows(nothingMade);
    expect(request.text()).toContain("Reason: Learning content in Teams");
    const tasks = workday.runner.tasks().length;
    const before = activations(play()).length;

    await press(request, bob, follow);
    await request.shows("Done, verified");

    expect(workday.runner.tasks().length).toBeGreaterThan(tasks);
    expect(activations(play())).toHaveLength(before + 1);
    expect(activations(play()).at(-1)?.comment).toContain(request.id);
    await request.tells("The activation follows from the approval of the plan by");
  });

  it("asks again where somebody else's change is pending, and begins with it", async () => {
    const { bob, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const request = await open(play(), ownNames());
    await request.shows(nothingMade);
    const before = activations(play()).length;
    tenant.seedPendingDomainChange({
      policy: "Worker Data: Compensation",
      securityGroup: "ISSG_Payroll_Benefits",
      access: "Put",
      change: "Added",
      by: "lmcneil",
    });

    await press(request, bob, follow);
    await request.shows("Asked again, although the plan was approved");
    expect(request.text()).toContain("1 change that nobody approved");
    expect(activations(play())).toHaveLength(before);

    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(before + 1);
  });

  it("asks again where a roll back left what was approved pending, and lets nothing follow", async () => {
    const { bob, workday } = play();
    const names = ownNames();
    const first = await open(play(), names);
    await first.shows(nothingMade);
    await press(first, bob, follow);
    await first.shows("Done, verified");
    const before = workday.tenant("acme_dpt1").timestamps().at(-2);
    const back = await openChange(play(), "rollback", { timestamp: String(before?.at) });
    await back.shows("Waiting for an approver");
    await press(back, bob, "Approve");
    await back.shows("Done, verified");

    const request = await open(play(), ownNames());
    await request.shows(nothingMade);
    const made = activations(play()).length;
    await press(request, bob, follow);
    await request.shows("Asked again, although the plan was approved");
    expect(request.text()).toContain(names.groupName);
    expect(activations(play())).toHaveLength(made);

    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(made + 1);
  });

  it("is edited instead of withdrawn: the difference is shown, and what was edited is made", async () => {
    const { ann, bob, slack, workday } = play();
    const names = ownNames();
    const request = await open(play(), ownNames());
    await request.shows(nothingMade);

    await press(request, ann, "Edit");
    await slack.until(() => titleOf(ann) === "New integration user", { what: "the form" });
    await enter(ann, { ...names });
    await confirmEdit(play(), names.userName);
    await request.shows("user name: ");
    await request.tells(`→ ${names.userName}`);
    await press(request, bob, follow);
    await request.shows("Done, verified");

    const accounts = workday.tenant("acme_dpt1").snapshot().accounts;
    expect(accounts.map(({ userName }) => userName)).toContain(names.userName);
  });

  it("is freed from a domain that Workday does not know, by the nearest name", async () => {
    const { ann, bob } = play();
    // In quotes it is taken as it is spelled, as by somebody who knows their tenant better.
    const otherDomains = 'Get: "Worker Data: Compensaton"';
    const request = await open(play(), { ...ownNames(), otherDomains });
    await press(request, bob, follow);
    await request.shows('There is no domain security policy "Worker Data: Compensaton"');

    await press(request, ann, "Fix the domains");
    const { slack } = play();
    const meant = 'Did you mean "Worker Data: Compensation"';
    await slack.until(() => JSON.stringify(ann.view() ?? "").includes("Did you mean"), {
      what: meant,
    });
    await ann.fill("Get", ["Worker Data: Compensation"]);
    await confirmEdit(play(), "domain taken out: Get: Worker Data: Compensaton");
    await request.shows("domain added: Get: Worker Data: Compensation");
    await press(request, bob, follow);

    await request.shows("Done, verified");
  });

  it("leaves nothing where a plan is denied", async () => {
    const { bob, workday } = play();
    const names = ownNames();
    const request = await open(play(), names);
    await request.shows(nothingMade);

    await pressAndSay(play(), { request, who: bob, button: "Deny", words: "Not this year" });
    await request.shows("Denied by");

    await request.shows("Nothing was made");
    const tenant = workday.tenant("acme_dpt1");
    expect(tenant.snapshot().accounts.map(({ userName }) => userName)).not.toContain(
      names.userName,
    );
    expect(tenant.groups().map(({ name }) => name)).not.toContain(names.groupName);
    expect(tenant.pending()).toEqual([]);
    const again = await open(play(), names);
    await again.shows(nothingMade);
  });
});

describe("a production tenant whose plans are approved", () => {
  const play = eachWithPlay({ tenant: { ...ofPlans, production: true } });

  it("asks again before the activation, and says so on the button and on the card", async () => {
    const { ann, bob, slack } = play();
    await askForPlan(play(), ann);
    await ann.fill("tenant-name", "acme_dpt1");
    const request = await confirmPlan(play());
    await request.shows(nothingMade);

    await press(request, bob, approvePlan);
    await slack.until(() => bob.view() !== undefined, { what: "the modal" });
    await bob.fill("tenant-name", "acme_dpt1");
    await bob.submit();

    await request.shows(
      "Acme preview is a production tenant: its activations are approved by themselves",
    );
    expect(activations(play())).toEqual([]);
  });
});
