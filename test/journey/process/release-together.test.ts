import { expect, it, onTestFinished } from "vitest";
import {
  activations,
  askForPlan,
  eachWithPlay,
  follow,
  isTold,
  type Opened,
  ownNames,
  type Play,
  press,
} from "../../support/processes/play.ts";

const channel = "workday-access";
const patient = 60_000;

const stage = eachWithPlay({ env: { REPLICA: "first" }, tenant: { releases: "together" } });

/** The message that names this, once it is there. */
async function untilMessage({ slack }: Play, name: string | RegExp): Promise<Opened> {
  const message = await slack.until(
    () => slack.messages(channel).find(({ text }) => text.match(name) !== null),
    { what: `a message of ${String(name)}`, within: patient },
  );
  // The message names the others it goes live with, too: its own id begins what Slack notifies with.
  const [id = ""] = /^ISU-\S+/.exec(message.text) ?? [];
  return { ...follow({ slack }, message.ts), id };
}

/** Two people confirm their plans in the same moment. */
async function openTogether(play: Play): Promise<readonly [Opened, Opened]> {
  const { ann, bob } = play;
  const [anns, bobs] = [ownNames(), ownNames()];
  await askForPlan(play, ann, anns);
  await askForPlan(play, bob, bobs);
  await Promise.all([ann.submit(), bob.submit()]);
  return [await untilMessage(play, anns.userName), await untilMessage(play, bobs.userName)];
}

it("makes two requests live with one activation, though the bot dies between the click and its end", async () => {
  const play = stage();
  const second = await play.startReplica("second");
  onTestFinished(() => second.kill());
  const [anns, bobs] = await openTogether(play);
  const release = await untilMessage(play, /^ISU-\S+ release:/);
  await release.shows("Releases (2)", patient);
  await anns.shows(`aiting for the release ${release.id}`, patient);
  await bobs.shows(`aiting for the release ${release.id}`, patient);

  // Bob asked for one of them: his click counts for the other alone.
  await press(release, play.bob, "Approve");
  await isTold(play, play.bob, /counts/);
  // A link, once it is known where that request's message is.
  await release.shows(new RegExp(`${bobs.id}>? \\(1 more\\)`), patient);
  expect(activations(play)).toEqual([]);

  const off = play.workday.onRequest((name) => {
    if (name !== "activate-pending-security-policy-changes") return;
    off();
    process.kill(play.bot().pid, "SIGKILL");
  });
  await press(release, play.eve, "Approve");

  for (const request of [anns, bobs, release]) await request.shows("verified", 3 * patient);
  expect(activations(play)).toHaveLength(1);
  expect(activations(play)[0]?.comment).toMatch(
    new RegExp(`^${release.id}: .*${anns.id}.*|^${release.id}: .*${bobs.id}`),
  );
}, 300_000);
