import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { acmeTenant } from "../../sandbox/workday/acme-tenant.ts";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import {
  activations,
  allWithPlay,
  askForPlan,
  confirmPlan,
  eachWithPlay,
  enter,
  isTold,
  type Opened,
  open,
  openForm,
  ownNames,
  type Play,
  posted,
  press,
  titleOf,
  told,
} from "../support/processes/play.ts";
import { readDetails } from "../support/processes/read-details.ts";
import { withdraw } from "../support/processes/withdraw.ts";

const tenantName = "acme_dpt1";

const free = { id: "INT_Viva_Learning", name: "INT Viva Learning" };

describe("create, by runner", () => {
  const play = allWithPlay({
    tenantDefinition: { integrationSystems: [...acmeTenant.integrationSystems, free] },
  });

  it("ends with a user that signs on, a reference in the channel, and no value anywhere", async () => {
    const { ann, bob, workday, vault } = play();
    const tenant = workday.tenant(tenantName);
    tenant.seedPendingDomainChange({
      policy: "Worker Data: Compensation",
      securityGroup: "ISSG_Payroll_Benefits",
      access: "Put",
      change: "Added",
      by: "lmcneil",
    });

    const { userName, ...names } = ownNames();
    const request = await open(play(), { userName, ...names });
    await request.shows("Waiting for an approver");

    expect(request.text()).toContain(
      "Goes live as well, though this request did not ask for it (1)",
    );
    expect(request.text()).toContain("by lmcneil");
    expect(activations(play())).toEqual([]);
    expect(secretsOf(play(), userName)).toEqual([]);

    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    const [secret] = secretsOf(play(), userName);
    const value = vault.readAsConsumer(secret?.name ?? "");
    expect(value.ok && tenant.hasPassword(userName, value.value)).toBe(true);
    expect(request.text()).toContain(`/secrets/${secret?.name}`);
    const details = await readDetails(play(), request, ann);
    expect(details).toContain("Manage: Learning Content: Get verified");
    expect(details).toContain("A Get probe proves Get only");
    expect(details).toContain("Workday Accounts: Get seen in what the tenant lists of its groups");
    expect(activations(play()).map(({ comment }) => comment.slice(0, 12))).toEqual([request.id]);
    expect(tenant.pending()).toEqual([]);
    await isTold(play(), ann, "is done and verified");
    await request.tells("The plan is carried out");
    await expectNoSecretAnywhere(play());
  });

  it("shows the plan with every step and its hand before anything changes", async () => {
    const { ann, slack, workday } = play();
    const systems = workday.tenant(tenantName).integrationSystems();

    await askForPlan(play(), ann, ownNames());
    const view = ann.view();
    const shown = view === undefined ? "" : textOf(view);
    await ann.press("view", "Show every step");
    await slack.until(() => titleOf(ann) === "Show every step", { what: "the steps" });
    const top = ann.view();
    const steps = top === undefined ? "" : textOf(top);
    await ann.close();

    expect(shown).toContain("Nothing has been changed yet.");
    expect(shown).toContain("The bot: 4 steps\nRunner: 4 steps\nAn approver: 1 decision");
    expect(steps.match(/By: .+|^\d+\. /gm)).toEqual([
      "By: the bot",
      "1. ",
      "2. ",
      "By: runner",
      "3. ",
      "4. ",
      "5. ",
      "By: an approver",
      "6. ",
      "By: runner",
      "7. ",
      "By: the bot",
      "8. ",
      "9. ",
    ]);
    expect(workday.tenant(tenantName).integrationSystems()).toEqual(systems);
  });

  it("answers status and help in private, and what it does not know with a hint", async () => {
    const { ann, bob, cy } = play();
    const { userName, ...names } = ownNames();
    const request = await open(play(), { userName, ...names });
    await request.shows("Waiting for an approver");

    await ann.command("/workday-isu", "status");
    await isTold(play(), ann, request.id);
    await bob.command("/workday-isu", "status");
    await isTold(play(), bob, request.id);
    await bob.command("/workday-isu", `status ${request.id}`);
    await isTold(play(), bob, "asked for the account");
    await ann.command("/workday-isu", `status ${userName.toUpperCase()}`);
    await isTold(play(), ann, "asked for the account");
    await cy.command("/workday-isu", `status ${request.id}`);
    await isTold(play(), cy, "There is no such request");
    await cy.command("/workday-isu", "help");
    await isTold(play(), cy, "create viva-learning");
    await cy.command("/workday-isu", "staus");
    await isTold(play(), cy, "status");

    expect(told(play(), cy)).not.toContain(userName);
    expect(posted(play())).toHaveLength(1);
    // What it leaves pending would stand on the cards of the others.
    await withdraw(play(), request, ann);
    await request.shows("left behind");
  });

  it("finds an existing integration system by typing, makes the user on it, and makes no other system", async () => {
    const { ann, bob, slack, workday } = play();
    const tenant = workday.tenant(tenantName);
    const systems = tenant.integrationSystems();
    const names = { ...ownNames(), newSystem: "" };
    await openForm(play(), ann);

    const offered = await ann.suggest("existingSystem", "viva");
    await enter(ann, { ...names, existingSystem: free.name, reason: "Learning" });
    await ann.submit();
    await slack.until(() => titleOf(ann) === "Check the plan");
    const request = await confirmPlan(play());
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    expect(offered.map(({ text }) => text.text)).toEqual([free.name]);
    expect(tenant.integrationSystems()).toEqual(systems);
    expect(tenant.accounts()).toContainEqual(
      expect.objectContaining({ userName: names.userName, integrationSystem: free.id }),
    );
  });

  it("refuses an integration system that has a user, before anything is touched", async () => {
    const { ann, slack, workday } = play();
    const passwords = workday.passwordsSeen.size;
    await openForm(play(), ann);
    await ann.suggest("existingSystem", "okta");
    await enter(ann, {
      ...ownNames(),
      existingSystem: "INT Okta Provisioning",
      reason: "Learning",
    });

    await ann.submit();

    await slack.until(() => JSON.stringify(ann.view()).includes("already has the user"));
    expect(workday.passwordsSeen.size).toBe(passwords);
  });
});

// Each call is counted, so nothing else goes on in the workspace.
describe("a create that waits for nobody else", () => {
  const play = eachWithPlay();

  it("takes at most four posts, six updates and no look at its thread", async () => {
    const { ann, bob, slack } = play();
    const before = slack.traffic.length;

    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    await isTold(play(), ann, "is done and verified");
    await slack.until(() => request.thread().includes("The plan is carried out"));

    const calls = slack.countCalls(before);
    expect(calls.get("chat.postMessage") ?? 0).toBeLessThanOrEqual(4);
    expect(calls.get("chat.update") ?? 0).toBeLessThanOrEqual(6);
    expect(calls.get("conversations.replies") ?? 0).toBe(0);
    expect(calls.get("conversations.history") ?? 0).toBe(0);
  });
});

describe("ten requests at once, at Slack's own pace", () => {
  const play = allWithPlay({ pace: 1 });

  it("all reach their card: a limit delays words, and stops nothing", async () => {
    const opened: Opened[] = [];
    for (let n = 0; n < 10; n += 1) opened.push(await open(play(), ownNames()));

    for (const request of opened) await request.shows("Waiting for an approver", 120_000);

    expect(
      opened.map((request) => request.text()).filter((text) => text.includes("stuck")),
    ).toEqual([]);
  }, 300_000);
});

function secretsOf({ vault }: Play, userName: string): ReturnType<Play["vault"]["secrets"]> {
  return vault
    .secrets()
    .filter(({ versions }) => versions.some(({ tags }) => tags?.["isu"] === userName));
}
