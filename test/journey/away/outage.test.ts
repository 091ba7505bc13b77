import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { expectNoSecretAnywhere, expectOneOfEach } from "../../support/fakes/outside.ts";
import {
  allWithPlay,
  enter,
  follow,
  type Opened,
  openForm,
  ownNames,
  type Play,
  press,
  titleOf,
} from "../../support/processes/play.ts";

const hourMs = 3_600_000;
const away = { kind: "status", status: 503, times: 1_000_000 } as const;

/** Opens a request, and takes something away at the call of this name. */
async function openUntil(play: Play, call: string, takeAway: () => void): Promise<Opened> {
  const { ann, slack, workday } = play;
  await openForm(play, ann);
  await enter(ann, { ...ownNames(), reason: "Learning" });
  await ann.submit();
  await slack.until(() => titleOf(ann) === "Check the plan");
  const before = slack.messages("workday-access").length;
  const stop = workday.onRequest((name) => {
    if (name === call) takeAway();
  });
  await ann.submit();
  const message = await slack.until(() =>
    // The notice of the outage may be posted before it.
    slack
      .messages("workday-access")
      .slice(before)
      .find((one) => textOf(one).includes("New integration user")),
  );
  const request = follow(play, message.ts);
  await request.shows(/Waiting for (Workday|the runner|Key Vault) /, 40_000);
  stop();
  return request;
}

function notices({ slack }: Play, words: string): number {
  return slack.messages("workday-access").filter((message) => textOf(message).includes(words))
    .length;
}

async function isPosted(play: Play, words: string): Promise<void> {
  await play.slack.until(() => notices(play, words) > 0, {
    what: `the channel to hear that ${words}`,
  });
}

/** An hour goes by, and then it is back. */
async function goOn(play: Play, request: Opened, shows: string): Promise<void> {
  play.moveClock(hourMs);
  await request.shows(/Waiting for/);
  play.workday.clearFaults();
  play.workday.runner.clearFaults();
  play.vault.clearFaults();
  play.moveClock(hourMs);
  await request.shows(shows, 60_000);
}

describe("what is away for an hour", () => {
  const play = allWithPlay({ hasSetClock: true });

  it("is Workday, then the vault: the request goes on by itself, and the channel hears of each once", async () => {
    const { bob, vault, workday } = play();
    const request = await openUntil(play(), "Put_Integration_System", () =>
      workday.failNext({ match: "/ccx/", ...away }),
    );
    await isPosted(play(), "Workday (Acme preview) cannot be reached");
    await goOn(play(), request, "Waiting for an approver");
    await isPosted(play(), "Workday is back");

    vault.failNext({ ...away, method: "PUT" });
    await press(request, bob, "Approve");
    await request.shows("Waiting for Key Vault", 40_000);
    await isPosted(play(), "Key Vault cannot be reached");
    await goOn(play(), request, "Done, verified");
    await isPosted(play(), "Key Vault is back");

    expect(notices(play(), "Workday (Acme preview) cannot be reached since")).toBe(1);
    expectOneOfEach(play(), request);
    await expectNoSecretAnywhere(play());
  });

  it("is the runner: the request goes on by itself, and nothing is done twice", async () => {
    const { bob, workday } = play();
    const request = await openUntil(play(), "Put_Integration_System_User", () =>
      workday.runner.failNext({ match: "/tasks", ...away }),
    );

    await goOn(play(), request, "Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    expectOneOfEach(play(), request);
  });
});
