import { expect, it } from "vitest";
import { expectOneOfEach } from "../../support/fakes/outside.ts";
import {
  allWithPlay,
  askForPlan,
  follow,
  isTold,
  open,
  ownNames,
  posted,
  press,
} from "../../support/processes/play.ts";

const play = allWithPlay();

/** The one tenant under another name: the requests of the first have none. */
const renamed = { tenant: { name: "acme_dpt2" } };

it("rests while its tenant is not in the configuration, answers, and goes on when it is back", async () => {
  const request = await open(play(), ownNames());
  await request.shows("Waiting for an approver");
  const { ann, bob, bot, restart } = play();

  await restart(renamed);
  await press(request, bob, "Approve");
  await isTold(play(), bob, "put the tenant back");
  await ann.command("/workday-isu", `status ${request.id}`);
  await isTold(play(), ann, `*${request.id}*`);
  const said = bot().lines.filter((line) => line.includes("open requests rest"));
  await restart();
  await press(request, bob, "Approve");
  await request.shows("Done, verified");

  expect(said).toHaveLength(1);
  expect(said[0]).toContain("acme_dpt1");
  expect(posted(play())).toHaveLength(1);
  expectOneOfEach(play(), request);
});

it("takes up the work that a kill left, although its tenant was away meanwhile", async () => {
  const { ann, slack, workday, bot, restart } = play();
  const killed = new Promise<void>((resolve, reject) => {
    const off = workday.onRequest((name) => {
      if (name !== "create-security-group") return;
      off();
      bot().kill().then(resolve, reject);
    });
  });
  await askForPlan(play(), ann, ownNames());
  await ann.submit();
  await killed;

  await restart(renamed);
  await expect
    .poll(() => bot().lines.join("\n"), { timeout: 60_000 })
    .toMatch(/ISU-[0-9A-Z]{8}:1 broke/);
  await restart();
  const message = await slack.until(() => posted(play())[0], {
    what: "the request's message",
  });
  const request = follow(play(), message.ts);
  await request.shows("Waiting for an approver");
  await press(request, play().bob, "Approve");
  await request.shows("Done, verified");

  expectOneOfEach(play(), request);
});
