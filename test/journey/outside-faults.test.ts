import { describe, expect, it, onTestFinished } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { expectNoSecretAnywhere, expectOneOfEach } from "../support/fakes/outside.ts";
import {
  allWithPlay,
  eachWithPlay,
  enter,
  follow,
  isTold,
  type Opened,
  open,
  openForm,
  ownNames,
  type Play,
  posted,
  press,
  titleOf,
} from "../support/processes/play.ts";

type WorkdayFault = Parameters<Play["workday"]["failNext"]>[0];
type VaultFault = Parameters<Play["vault"]["failNext"]>[0];

const minuteMs = 60_000;

/** Approves, and tries again each time it is stuck, until it is done. What asks again in half a minute does so at once. */
async function finish(play: Play, request: Opened): Promise<void> {
  await request.shows(/Waiting for an approver|Waiting for Workday|Stuck at/);
  if (request.text().includes("Waiting for Workday")) play.moveClock(minuteMs);
  await request.shows(/Waiting for an approver|Stuck at/);
  if (request.text().includes("Stuck at")) await press(request, play.ann, "Try again");
  await request.shows("Waiting for an approver");
  await press(request, play.bob, "Approve");
  await request.shows(/Done, verified|Unverified|Stuck/);
  if (request.text().includes("Stuck at")) await press(request, play.ann, "Try again");
  await request.shows("Done, verified");
}

describe("Workday in trouble", () => {
  const play = allWithPlay({ hasSetClock: true, tenant: { timeoutSeconds: 1 } });

  it.each<[how: string, fault: WorkdayFault]>([
    ["is down for a moment", { match: "Put_Integration_System", kind: "status", status: 503 }],
    ["cuts the line before", { match: "Put_Integration_System", kind: "cut-before" }],
    ["cuts the line after", { match: "Put_Integration_System", kind: "cut-after" }],
    [
      "cuts the line after the account",
      { match: "Put_Integration_System_User", kind: "cut-after" },
    ],
    ["is slow", { match: "Put_Integration_System_User", kind: "delay", ms: 3_000 }],
    ["answers nonsense", { match: "Put_Integration_System_User", kind: "nonsense" }],
    ["answers nothing", { match: "Put_Integration_System", kind: "empty" }],
    [
      "redirects",
      { match: "Put_Integration_System", kind: "redirect", location: "http://127.0.0.1:9/" },
    ],
    ["answers too much", { match: "Put_Integration_System", kind: "huge" }],
    ["throttles", { match: "Put_Integration_System_User", kind: "ratelimit" }],
  ])("gets there when it %s, with one of each and no secret anywhere", async (_how, fault) => {
    const request = await openWithFault(play(), fault);

    await finish(play(), request);

    expectOneOfEach(play(), request);
    await expectNoSecretAnywhere(play());
  });

  async function openWithFault(now: Play, fault: WorkdayFault): Promise<Opened> {
    await openForm(now, now.ann);
    await enter(now.ann, { ...ownNames(), reason: "Learning" });
    await now.ann.submit();
    await now.slack.until(() => titleOf(now.ann) === "Check the plan");
    const before = now.slack.messages("workday-access").length;
    now.workday.failNext(fault);
    await now.ann.submit();
    const message = await now.slack.until(() =>
      // The notice of an outage may be posted before it.
      now.slack
        .messages("workday-access")
        .slice(before)
        .find((one) => textOf(one).includes("New integration user")),
    );
    return follow(now, message.ts);
  }

  it("stops with words when the new user cannot sign on, and issues another password later", async () => {
    const { bob, ann, vault, workday } = play();
    const { userName, ...others } = ownNames();
    const request = await open(play(), { userName, ...others });
    await request.shows("Waiting for an approver");
    workday.failNext({
      match: "Get_Workers",
      kind: "fault",
      faultcode: "SOAP-ENV:Client.authenticationError",
      faultstring: "invalid username or password",
    });

    await press(request, bob, "Approve");
    await request.shows("Stuck at");

    expect(request.text()).toContain("refuses the new user's sign-on");
    expect(
      vault
        .secrets()
        .flatMap(({ versions }) => versions)
        .filter(({ tags }) => tags?.["isu"] === userName)
        .map(({ enabled }) => enabled),
    ).toEqual([false]);
    await press(request, ann, "Try again");
    await request.shows("Done, verified");
    expectOneOfEach(play(), request);
  });
});

describe("Workday that is down", () => {
  const play = eachWithPlay({ tenant: { timeoutSeconds: 1 } });

  it("says so in the form when it is down, and loses nothing", async () => {
    const { ann, slack, workday } = play();
    workday.failNext({ kind: "status", status: 503, times: 50 });
    await openForm(play(), ann);
    await enter(ann, { reason: "A story worth keeping" });

    await ann.submit();

    await slack.until(() => titleOf(ann) === "New integration user");
    const view = ann.view();
    expect(view === undefined ? "" : textOf(view)).toContain("What you typed is still here");
    expect(JSON.stringify(view)).toContain("A story worth keeping");
  });
});

describe("Key Vault or Slack in trouble", () => {
  const play = allWithPlay();

  it.each<[how: string, fault: VaultFault]>([
    ["refuses", { method: "PUT", kind: "rbac" }],
    ["is behind a firewall", { method: "PUT", kind: "firewall" }],
    ["throttles", { method: "PUT", kind: "throttled" }],
    ["cuts the line after", { method: "PUT", kind: "cut-after" }],
    ["answers nonsense", { method: "PUT", kind: "nonsense" }],
    ["fails to enable", { method: "PATCH", kind: "status", status: 500 }],
  ])(
    "gets there when the vault %s, with one enabled version and no secret anywhere",
    async (_how, fault) => {
      play().vault.failNext(fault);
      const request = await open(play(), ownNames());

      await finish(play(), request);

      expectOneOfEach(play(), request);
      await expectNoSecretAnywhere(play());
      expect(play().slack.trafficWith("subscriptions/")).toEqual([]);
    },
  );

  it("lets an approver decide from status when the channel vanishes later", async () => {
    const { ann, bob, slack, vault } = play();
    const enabled = enabledIn(vault);
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    slack.archive("workday-access");
    onTestFinished(() => slack.giveBack("workday-access"));

    await bob.command("/workday-isu", "status");
    const card = await slack.until(() =>
      slack.ephemerals(bob.id).find((shown) => textOf(shown).includes(request.id)),
    );
    await bob.press(card, "Approve", { isConfirmed: true });

    await slack.until(() => enabledIn(vault) > enabled);
    await isTold(play(), ann, /cannot post|is done/);
    slack.giveBack("workday-access");
    await request.shows("Done, verified");
  });

  it("posts one message though Slack's answer to the first try was lost", async () => {
    const { slack } = play();
    slack.failNext({ method: "chat.postMessage", kind: "cut", isPerformed: true });

    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    expect(posted(play())).toHaveLength(1);
  });
});

describe("Slack in trouble", () => {
  const play = eachWithPlay();

  it("begins nothing in a channel that has vanished, and goes on when it is back", async () => {
    const { ann, slack, workday } = play();
    slack.archive("workday-access");
    await openForm(play(), ann);
    await enter(ann, { reason: "Learning" });
    await ann.submit();
    await slack.until(() => titleOf(ann) === "Check the plan");

    await ann.submit();

    await isTold(play(), ann, "/workday-isu status ISU-");
    expect(workday.passwordsSeen.size).toBe(0);
    expect(workday.tenant("acme_dpt1").integrationSystems()).toHaveLength(7);
    await ann.command("/workday-isu", "status");
    await isTold(play(), ann, "Stuck");
  });
});

function enabledIn(vault: Play["vault"]): number {
  return vault.secrets().flatMap(({ versions }) => versions.filter(({ enabled }) => enabled))
    .length;
}
