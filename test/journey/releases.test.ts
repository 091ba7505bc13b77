import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../sandbox/slack/people/client.ts";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { Secret } from "../../src/secret.ts";
import { createAuditTrail } from "../../src/store/audit/audit-trail.ts";
import { createDatabase } from "../../src/store/database/database.ts";
import { fill, listReleases, type Release, readRelease } from "../releases/release.ts";
import {
  createSoftAuthenticator,
  type SoftAuthenticator,
} from "../support/keys/soft-authenticator.ts";
import { createTestDatabase, type TestDatabase } from "../support/processes/database.ts";
import {
  activations,
  follow,
  isTold,
  type Opened,
  openPlay,
  type Play,
  press,
  titleOf,
} from "../support/processes/play.ts";
import { confirm, pressApprove, prove } from "../support/scenes/passkey-play.ts";

const dayMs = 86_400_000;
const patient = 60_000;

describe.each(listReleases())("the database that %s wrote", (name) => {
  const { release, sql } = readRelease(name);
  const { settings, outside, requests: messages } = release;
  let database: TestDatabase | undefined;
  let begun: Play | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    await fill(database.url, sql);
    begun = await openPlay(database.url, { ...settings, saved: outside, hasSetClock: true });
  });
  afterAll(async () => {
    await begun?.bot().kill();
    await begun?.stop();
    await database?.drop();
  });

  it("is gone on with: each request comes to its end, and the audit trail is whole", async () => {
    if (begun === undefined) throw new Error("The play has not begun");
    const play = begun;
    const requests = followAll(play, messages);
    const { working, person, approver, stuck, done, ended } = requests;
    // The update asks for it: a list of exemptions that shows nobody proves nothing.
    doInWorkday(play, "exempt-from-password-expiration", { user: "ISU_Slack_Bot" });
    const [eve, bob] = await takeUpPasskeys(play, release);
    expect(done.text()).toContain("done, verified");
    await working.shows("Create Security Group", patient);
    await channelHears(play, "was taken away");
    await endDelegation(play);
    await deleteWhatIsLeft(play, ended);
    expect(activations(play)).toHaveLength(1);

    play.moveClock(2 * dayMs);
    // What is stuck may be half made, and nothing half made goes live with another card.
    await requests.window.shows("Waiting for other requests", patient);
    await press(stuck, play.ann, "Try again");
    // Whose changes a card makes live is part of what is approved by now, so an older approval is asked for again.
    await approve(play, requests.window, eve);
    await play.ann.command("/workday-isu", `status ${requests.window.id}`);
    await isTold(play, play.ann, "The change window is open.");
    expect(activations(play)).toHaveLength(2);

    await askAnew(play, stuck, bob);
    await approve(play, stuck, bob);
    await askAnew(play, approver, eve);
    await approve(play, approver, eve);
    await doAsked(play, person);
    await approve(play, person, eve);
    await doAsked(play, working);
    await approve(play, working, bob);

    expect(await verifyTrail(play, settings.env)).toBe("intact");
    // A workflow whose stored steps have other names breaks, and begins again: nothing of that kind is said.
    expect(play.bot().lines.filter((line) => /"level":"error"|broke/.test(line))).toEqual([]);
  }, 300_000);
});

type Requests = Readonly<Record<keyof Release["requests"], Opened>>;

function followAll(play: Play, messages: Release["requests"]): Requests {
  const { working, person, approver, window, stuck, done, ended } = messages;
  return {
    working: follow(play, working),
    person: follow(play, person),
    approver: follow(play, approver),
    window: follow(play, window),
    stuck: follow(play, stuck),
    done: follow(play, done),
    ended: follow(play, ended),
  };
}

interface Approver {
  readonly who: Person;
  readonly key: SoftAuthenticator;
}

/** Eve's passkey counts, and confirms the one that waits. */
async function takeUpPasskeys(
  play: Play,
  { passkeys }: Release,
): Promise<readonly [eve: Approver, bob: Approver]> {
  const origin = `http://localhost:${play.pagesPort}`;
  const eve = { who: play.eve, key: createSoftAuthenticator(origin, passkeys.eve) };
  const bob = { who: play.bob, key: createSoftAuthenticator(origin, passkeys.secondOfBob) };
  expect(await confirm(play, play.eve, { authenticator: eve.key, nth: 3 })).toMatchObject({
    status: 200,
  });
  return [eve, bob];
}

async function endDelegation(play: Play): Promise<void> {
  const { bob, cy, slack } = play;
  await bob.command("/workday-isu", "delegate");
  await slack.until(() => titleOf(bob) === "Delegate approvals", { what: "the window" });
  await bob.press("view", "End it now");
  await isTold(play, cy, "You no longer decide for");
}

/** The sweep looks for it again, and takes it off the list. */
async function deleteWhatIsLeft(play: Play, ended: Opened): Promise<void> {
  const [id = ""] = /ISU_BOT_ISU_[0-9A-Z]{8}/.exec(ended.text()) ?? [];
  // As the release wrote it, or as this one does: whichever stands there by now.
  await ended.shows(/3 (?:left|things are left) behind/, patient);
  doInWorkday(play, "delete-integration-system", { integrationSystem: id });
  await ended.shows(/[12] things? (is|are) left behind/, patient);
  expect(ended.text()).not.toContain(id);
}

/** Dora makes the group that the message asks for. */
async function doAsked(play: Play, request: Opened): Promise<void> {
  const [, group = ""] = /(Group of test \d+)/.exec(request.text()) ?? [];
  doInWorkday(play, "create-security-group", {
    name: group,
    type: "Integration System Security Group (Unconstrained)",
  });
  await press(request, play.dora, "Done");
  await request.shows("Waiting for an approver", patient);
}

function doInWorkday({ workday }: Play, task: string, fields: Record<string, unknown>): void {
  const outcome = workday.tenant("acme_dpt1").perform(task, fields, "okafor");
  if (outcome.status !== "done") throw new Error(outcome.detail);
}

/** What others have activated meanwhile is not pending any more, so the card that the release posted counts no more. */
async function askAnew(play: Play, request: Opened, { who }: Approver): Promise<void> {
  expect(request.text()).not.toContain("not seen pending");
  await press(request, who, "Approve");
  await isTold(play, who, "What is pending in the tenant has changed");
  await request.shows("not seen pending", patient);
}

async function approve(play: Play, request: Opened, { who, key }: Approver): Promise<void> {
  await request.shows("Waiting for an approver", patient);
  const link = await pressApprove(play, request, who);
  expect((await prove(link, key)).words).toContain("Approved.");
  await request.shows("Done, verified", patient);
}

function channelHears({ slack }: Play, words: string): Promise<unknown> {
  return slack.until(
    () => slack.messages("workday-access").map(textOf).join("\n").includes(words),
    {
      what: `the channel to hear ${words}`,
      within: patient,
    },
  );
}

async function verifyTrail(
  { databaseUrl }: Play,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const database = createDatabase({ url: databaseUrl, onConnectionLost: () => undefined });
  try {
    const auditKey = new Secret(env["AUDIT_KEY"] ?? "");
    const verdict = await createAuditTrail({ db: database.db, auditKey }).verify();
    return verdict.kind;
  } finally {
    await database.close();
  }
}
