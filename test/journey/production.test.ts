import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  activations,
  allWithPlay,
  askForPlan,
  confirmPlan,
  eachWithPlay,
  isTold,
  type Opened,
  open,
  openChange,
  ownNames,
  type Play,
  press,
  pressAndSay,
} from "../support/processes/play.ts";
import { withdraw } from "../support/processes/withdraw.ts";

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** Every day from a minute on the wall in UTC, for two minutes. */
function windowFrom(moment: number): object {
  const from = clockAt(moment);
  return { days: [...weekdays], from, until: clockAt(moment + 120_000), timeZone: "UTC" };
}

function clockAt(moment: number): string {
  return new Date(moment).toISOString().slice(11, 16);
}

/** The first whole minute that is at least so many seconds away: windows are set to the minute. */
function minuteAfter(seconds: number): number {
  return Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000;
}

async function openProduction(play: Play): Promise<Opened> {
  const { ann } = play;
  await askForPlan(play, ann);
  await ann.fill("tenant-name", "acme_preview");
  const refused = await ann.submit();
  expect(refused.kind).toBe("errors");
  await ann.fill("tenant-name", "acme_dpt1");
  return confirmPlan(play);
}

describe("a production tenant", () => {
  const play = eachWithPlay({ tenant: { production: true } });

  it("is changed only where its name was typed, to open and to approve", async () => {
    const { bob, slack } = play();
    const request = await openProduction(play());
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain("PRODUCTION: Acme preview.");

    await press(request, bob, "Approve");
    await slack.until(() => bob.view() !== undefined, { what: "the window" });
    await bob.fill("tenant-name", "acme_dpt2");
    expect((await bob.submit()).kind).toBe("errors");
    expect(activations(play())).toEqual([]);
    await bob.fill("tenant-name", "acme_dpt1");
    await bob.submit();

    await request.shows("Done, verified");
    expect(activations(play())).toHaveLength(1);
  });
});

describe("a closed change window", () => {
  const play = allWithPlay({
    tenant: { changeWindows: [windowFrom(Date.now() + 6 * 3_600_000)] },
  });

  it("is waited for, and a withdrawal cleans up meanwhile", async () => {
    const { ann, bob, workday } = play();
    const request = await open(play(), ownNames());
    await request.shows("Approved before then, it is activated when the next window opens");

    await press(request, bob, "Approve");
    await request.shows("Waiting for the change window, opens");
    await withdraw(play(), request, ann);

    await request.shows("left behind");
    expect(activations(play())).toEqual([]);
    expect(workday.tenant("acme_dpt1").pending()).toEqual([]);
  });

  it("is waited for by no roll back, which is an emergency that two people approve", async () => {
    const { bob, eve, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const fields = { comment: "By hand", confirm: true };
    tenant.perform("activate-pending-security-policy-changes", fields, "lmcneil");
    const before = tenant.timestamps();
    const timestamp = String(before.at(-2)?.at);
    const request = await openChange(play(), "rollback", { timestamp });
    await request.shows("EMERGENCY");

    await press(request, bob, "Approve");
    await request.shows("Waiting for 2 approvers, 1 approved");
    expect(tenant.timestamps()).toEqual(before);
    await press(request, eve, "Approve");
    // What somebody else's activation had made live, nobody sees.
    await request.shows("Unverified");
    expect(tenant.timestamps().at(-1)?.at).toBe(before.at(-2)?.at);
  });

  it("is time enough to deny what one has approved oneself, with a reason", async () => {
    const { ann, bob, workday } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Waiting for the change window, opens");

    await pressAndSay(play(), { request, who: bob, button: "Deny", words: "Wrong quarter" });

    await isTold(play(), ann, "denied it: “Wrong quarter”.");
    await request.shows("left behind");
    await request.tells("denied it: “Wrong quarter”.");
    expect(activations(play())).toEqual([]);
    expect(workday.tenant("acme_dpt1").pending()).toEqual([]);
  });
});

describe("a change window that opens soon", () => {
  const play = eachWithPlay({ hasSetClock: true });

  it("lets what was approved be activated, and not before", async () => {
    const { bob, clockAheadMs, moveClock } = play();
    const request = await open(play());
    await request.shows("Waiting for an approver");
    // Far enough away for the slowest machine, and then three seconds.
    const opensAt = minuteAfter(300);
    const tenant = { changeWindows: [windowFrom(opensAt)] };
    await play().restart({ hasSetClock: true, tenant });
    await play().slack.until(() => told(play()).includes("changeWindows: "), { what: "the rules" });

    await press(request, bob, "Approve");
    await request.shows("Waiting for the change window, opens");
    expect(activations(play())).toEqual([]);
    moveClock(opensAt - 3_000 - Date.now());
    await request.shows("Done, verified");

    expect(Date.now() + clockAheadMs()).toBeGreaterThanOrEqual(opensAt);
    await play().ann.command("/workday-isu", `status ${request.id}`);
    await isTold(play(), play().ann, "The change window is open.");
    expect(activations(play())).toHaveLength(1);
  });
});

describe("what goes live beside a request's own", () => {
  const doers = { people: ["UDORA", "UANN"] };
  const play = eachWithPlay({
    tenant: { hands: { default: "runner", activate: "person" }, doers },
  });

  it("is told as the card showed it, and what slipped in raises one alarm", async () => {
    const { ann, bob, dora, slack, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const others = {
      securityGroup: "ISSG_Payroll_Benefits",
      change: "Added",
      by: "lmcneil",
    } as const;
    tenant.seedPendingDomainChange({
      ...others,
      policy: "Worker Data: Compensation",
      access: "Put",
    });
    const request = await open(play());
    await request.shows("this request did not ask for it (1)");

    await press(request, bob, "Approve");
    await request.shows("Press Start first");
    await press(request, ann, "Start");
    await isTold(play(), ann, "You asked for what this activation makes live");
    await press(request, dora, "Start");
    await request.shows("pressed Start: activate now");
    tenant.seedPendingDomainChange({ ...others, policy: "Workday Accounts", access: "Put" });
    const fields = { comment: request.id, confirm: true };
    tenant.perform("activate-pending-security-policy-changes", fields, "okafor");
    await press(request, dora, "Done");
    await isTold(play(), dora, "The bot goes on");
    await request.shows("Different from what was asked");

    await request.tells("Put on Worker Data: Compensation for ISSG_Payroll_Benefits");
    await request.tells("1 change went live that the card did not show");
    await slack.until(() => alarms(play()).length > 0, { what: "the alarm" });
    // The watch has looked by then, several times a second: nothing more is said of the same activation.
    expect(alarms(play())).toEqual([
      "An activation made live what nobody was shown in Acme preview",
    ]);
  });
});

/** What the channel was told. */
function told({ slack }: Play): string {
  return slack.messages("workday-access").map(textOf).join("\n");
}

function alarms({ slack }: Play): readonly string[] {
  return slack
    .messages("workday-access")
    .map(({ text }) => text ?? "")
    .filter((text) => text.startsWith("An activation"));
}
