import { describe, expect, it } from "vitest";
import type { Person } from "../../sandbox/slack/people/client.ts";
import { delegate } from "../support/processes/delegate.ts";
import {
  activations,
  allWithPlay,
  confirmPlan,
  isTold,
  type Opened,
  open,
  ownNames,
  type Play,
  press,
  pressAndSay,
  titleOf,
  told,
} from "../support/processes/play.ts";
import { withdraw } from "../support/processes/withdraw.ts";

// A clean-up waits for a person, so that it is still to be done.
const hands = { default: "runner", "revoke-permissions": "person" } as const;
const tenant = {
  hands,
  // Two where whose change it is cannot be told.
  approvals: { at: "activation", neededWhenUnseen: 2 },
  workdayAccounts: { UBOB: "bcole", runner: "rpa-runner" },
  delegation: { to: { people: ["UCY"] } },
};
const others = { policy: "Worker Data: Compensation", securityGroup: "ISSG_Payroll_Benefits" };

describe("an approver's own changes on another's card", () => {
  const play = allWithPlay({ tenant });

  it("are named, and another approver decides", async () => {
    const { bob, slack } = play();
    const names = ownNames();
    const own = await open(play(), names, bob);
    await own.shows("Waiting for an approver");
    const named = new RegExp(`${own.id}: \\d+ changes, asked for by <@UBOB>`);

    const request = await open(play(), ownNames());
    await request.shows(named);
    expect(request.text()).toMatch(new RegExp(`Added for ${names.groupName}, .*, of ${own.id}`));
    await slack.until(() => named.test(request.thread()), { what: "the thread to name it" });

    await isRefused(request);
    expect(liveOf(names.groupName)).toEqual([]);
    await isDecidedByEve(request);
    expect(liveOf(names.groupName)).not.toEqual([]);
  });

  it("are named as withdrawn, while their clean-up is not done yet", async () => {
    const { bob } = play();
    const names = ownNames();
    const own = await open(play(), names, bob);
    await own.shows("Waiting for an approver");
    await withdraw(play(), own, bob);
    await own.shows("waiting for a person");

    const request = await open(play(), ownNames());
    await request.shows(
      new RegExp(`${own.id} \\(withdrawn\\): \\d+ changes, asked for by <@UBOB>`),
    );

    await isRefused(request);
    expect(liveOf(names.groupName)).toEqual([]);
    await isDecidedByEve(request);
  });

  it("are theirs by their Workday account as well, which nobody edits for themselves", async () => {
    workday().seedPendingDomainChange({ ...others, access: "Put", change: "Added", by: "bcole" });
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    await isRefused(request);
    await isDecidedByEve(request);
  });

  it("may be theirs where nobody said whose account made them: two people decide", async () => {
    const { bob, eve } = play();
    workday().seedPendingDomainChange({
      ...others,
      access: "View",
      change: "Added",
      by: "mallory",
    });
    const request = await open(play(), ownNames());
    await request.shows("Waiting for 2 approvers");

    const before = activations(play()).length;
    await press(request, bob, "Approve");
    await request.shows("Waiting for 2 approvers, 1 approved");
    expect(activations(play())).toHaveLength(before);
    await press(request, eve, "Approve");
    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(before + 1);
  });

  it("are theirs where they answered for the requester", async () => {
    const { bob, eve, slack } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    await pressAndSay(play(), { request, who: eve, button: "Ask a question", words: "Why?" });
    await request.shows("Question by");
    await pressAndSay(play(), { request, who: bob, button: "Answer", words: "The guide says so." });
    await request.shows("Answer: “The guide says so.”");

    const before = activations(play()).length;
    await bob.closeAll();
    await press(request, bob, "Approve");
    await slack.until(() => told(play(), bob).includes("answered a question for its requester"), {
      what: "Bob to be refused",
    });
    expect(activations(play())).toHaveLength(before);
    await isDecidedByEve(request);
  });

  it("are theirs however they were edited, and another's request is edited by nobody else", async () => {
    const { ann, bob, slack } = play();
    const own = await open(play(), ownNames(), bob);
    await own.shows("Waiting for an approver");
    await press(own, ann, "Edit");
    await slack.until(
      () => JSON.stringify(ann.view() ?? "").includes("Only the person who asked"),
      {
        what: "Ann to be refused",
      },
    );
    await press(own, bob, "Edit");
    await slack.until(() => titleOf(bob) === "New integration user", { what: "the form" });
    await bob.fill("reason", "Another reason");
    await bob.submit();
    await slack.until(() => titleOf(bob) === "Check the edit", { what: "the plan of the edit" });
    await bob.submit();
    await own.shows("reason: ");

    const before = activations(play()).length;
    await bob.closeAll();
    await press(own, bob, "Approve");
    await isTold(play(), bob, "You cannot decide your own request");
    expect(activations(play())).toHaveLength(before);
    await isDecidedByEve(own);
  });

  it("are theirs on the card of what takes over the system that theirs left behind", async () => {
    const { ann, bob, slack } = play();
    const own = await openStuck(bob);
    await withdraw(play(), own, bob);
    await own.shows("left behind");
    await press(own, ann, "Change and ask again");
    await slack.until(() => titleOf(ann) === "New integration user", { what: "the form" });
    await ann.submit();
    await slack.until(() => titleOf(ann) === "Check the plan", { what: "the plan" });
    const request = await confirmPlan(play());
    await request.shows("Waiting for an approver");

    await press(request, bob, "Approve");
    await isTold(play(), bob, "had to do with the request that it takes over from");
    await isDecidedByEve(request);
  });

  it("are not decided on by who decides for them", async () => {
    const { bob, cy, slack } = play();
    const own = await open(play(), ownNames(), bob);
    await own.shows("Waiting for an approver");
    await delegate(play());
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    const before = activations(play()).length;
    await press(request, cy, "Approve");
    await slack.until(
      () => /Leave it to another approver|not on the approver list/.test(told(play(), cy)),
      {
        what: "Cy to be refused",
      },
    );
    expect(activations(play())).toHaveLength(before);
    await isDecidedByEve(request);
  });

  it("stop everything where the runner's account made them and no request asked for them", async () => {
    const { slack } = play();
    workday().seedPendingDomainChange({
      ...others,
      access: "Modify",
      change: "Added",
      by: "rpa-runner",
    });
    const request = await open(play(), ownNames());
    await request.shows("Nobody is asked to approve");
    await slack.until(
      () => JSON.stringify(slack.messages("workday-access")).includes("no request asked for"),
      { what: "the alarm" },
    );

    const revoke = [{ domain: others.policy, access: ["Modify"] }];
    const fields = { group: others.securityGroup, grant: [], revoke };
    workday().perform("maintain-permissions", fields, "lmcneil");
    await press(request, play().ann, "Try again");
    await request.shows("Waiting for an approver");
    await isDecidedByEve(request);
  });

  async function isRefused(request: Opened): Promise<void> {
    const { bob, slack } = play();
    const [heard, before] = [refusals(), activations(play()).length];
    await press(request, bob, "Approve");
    await slack.until(() => refusals() > heard, { what: "Bob to be refused" });
    expect(activations(play())).toHaveLength(before);
  }

  /** Workday takes no user: what is left behind is an integration system. */
  async function openStuck(who: Person): Promise<Opened> {
    play().workday.failNext({
      kind: "fault",
      match: "Put_Integration_System_User",
      faultstring: "Validation error occurred. Not today.",
    });
    const request = await open(play(), ownNames(), who);
    await request.shows("Stuck at");
    return request;
  }

  function workday(): ReturnType<Play["workday"]["tenant"]> {
    return play().workday.tenant("acme_dpt1");
  }

  function refusals(): number {
    return told(play(), play().bob).split("Leave it to another approver").length;
  }

  async function isDecidedByEve(request: Opened): Promise<void> {
    const before = activations(play()).length;
    await press(request, play().eve, "Approve");
    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(before + 1);
  }

  function liveOf(groupName: string): readonly unknown[] {
    const active = workday().activePermissions();
    return active.filter(({ securityGroup }) => securityGroup === groupName);
  }
});
