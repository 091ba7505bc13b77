import { expect, it, onTestFinished } from "vitest";
import type { SoftAuthenticator } from "../support/keys/soft-authenticator.ts";
import { createTestDatabase } from "../support/processes/database.ts";
import {
  isTold,
  type Opened,
  open,
  openPlay,
  ownNames,
  type Play,
  titleOf,
} from "../support/processes/play.ts";
import { withdraw } from "../support/processes/withdraw.ts";
import {
  enrol,
  enrolFirstTwo,
  pressApprove,
  prove,
  waitingPasskey,
} from "../support/scenes/passkey-play.ts";
import { dump, writeRelease } from "./release.ts";

// oxlint-disable-next-line node/no-process-env -- a command reads its own settings
const name = process.env["RELEASE"] ?? "";
const dayMs = 86_400_000;
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const env = {
  AUDIT_KEY: "the audit key of every kept release, no secret",
  // The same in every run: what was in flight is this replica's.
  REPLICA: "kept",
};
const delegation = { to: { people: ["UCY"] } };
/** What most requests are opened under. */
const withoutWindows = { asksForPasskey: true, tenant: { delegation }, env };
/** What the bot of the release ran under at last: the windows are closed, and a person makes groups. */
const withWindows = {
  ...withoutWindows,
  tenant: {
    delegation,
    hands: { default: "runner", "create-security-group": "person" },
    changeWindows: [
      {
        days: [2, 3].map((ahead) => weekdays[new Date(Date.now() + ahead * dayMs).getUTCDay()]),
        from: "00:00",
        until: "00:00",
        timeZone: "UTC",
      },
    ],
  },
};

async function begin(): Promise<Play> {
  const database = await createTestDatabase();
  onTestFinished(database.drop);
  const play = await openPlay(database.url, withoutWindows);
  onTestFinished(async () => {
    await play.bot().kill();
    await play.stop();
  });
  return play;
}

async function openAndWait(play: Play): Promise<Opened> {
  const request = await open(play, ownNames());
  await request.shows("Waiting for an approver");
  return request;
}

async function approve(play: Play, request: Opened, ofEve: SoftAuthenticator): Promise<void> {
  const { words } = await prove(await pressApprove(play, request, play.eve), ofEve);
  expect(words).toContain("Approved.");
}

/** Everything that waits before the change windows come: its order is that of what is pending in the tenant. */
async function openWithoutWindows(
  play: Play,
  ofEve: SoftAuthenticator,
): Promise<Readonly<Record<"done" | "ended" | "approver" | "stuck" | "window", Opened>>> {
  const { ann, workday } = play;
  const done = await openAndWait(play);
  await approve(play, done, ofEve);
  await done.shows("Done, verified");
  const ended = await openAndWait(play);
  await withdraw(play, ended, ann);
  await ended.shows("3 things are left behind");
  const approver = await openAndWait(play);
  const detail = "The robot lost its session.";
  workday.runner.failNext({
    match: "maintain-permissions",
    kind: "task-fails",
    reason: "error",
    detail,
  });
  const stuck = await open(play, ownNames());
  await stuck.shows("Stuck");
  return { done, ended, approver, stuck, window: await openAndWait(play) };
}

async function delegate(play: Play): Promise<void> {
  const { bob, cy, slack } = play;
  await bob.command("/workday-isu", "delegate");
  await slack.until(() => titleOf(bob) === "Delegate approvals", { what: "the window" });
  await bob.fill("to", "cy");
  await bob.fill("until", new Date(Date.now() + 10 * dayMs).toISOString().slice(0, 10));
  await bob.fill("reason", "Skiing");
  await bob.submit();
  await isTold(play, cy, "You may decide requests in Acme preview");
  await slack.until(() => JSON.stringify(slack.messages("workday-access")).includes("Skiing"), {
    what: "the channel to hear of it",
  });
}

/** Kills the bot while Workday is asked for the account. */
async function killAtWork(play: Play): Promise<Opened> {
  const killed = new Promise<void>((resolve, reject) => {
    const off = play.workday.onRequest((asked) => {
      if (asked !== "Put_Integration_System_User") return;
      off();
      play.bot().kill().then(resolve, reject);
    });
  });
  const working = await open(play, ownNames());
  await killed;
  return working;
}

it("keeps the database that this bot writes, with a request in each phase", async () => {
  expect(name, "RELEASE names the folder, by commit or version").toMatch(/^[\w.]+$/);
  const play = await begin();
  const { ofEve } = await enrolFirstTwo(play);
  const first = await openWithoutWindows(play, ofEve);
  await delegate(play);
  await play.restart(withWindows);
  await approve(play, first.window, ofEve);
  await first.window.shows("Waiting for the change window, opens");
  const person = await open(play, ownNames());
  await person.shows("Create Security Group");
  const secondOfBob = await enrol(play, play.bob);
  await waitingPasskey(play, 3);
  const secondOfEve = await enrol(play, play.eve);
  await waitingPasskey(play, 4);
  const working = await killAtWork(play);
  expect((await play.operate(["revoke", "--passkey", secondOfEve.id])).code).toBe(0);

  writeRelease(
    name,
    {
      settings: withWindows,
      requests: {
        working: working.ts,
        person: person.ts,
        approver: first.approver.ts,
        window: first.window.ts,
        stuck: first.stuck.ts,
        done: first.done.ts,
        ended: first.ended.ts,
      },
      passkeys: { eve: ofEve.save(), secondOfBob: secondOfBob.save() },
      outside: play.save(),
    },
    await dump(play.databaseUrl),
  );
}, 600_000);
