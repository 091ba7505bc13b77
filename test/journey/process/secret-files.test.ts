import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { eachWithPlay, open, ownNames, type Play, press } from "../../support/processes/play.ts";

const play = eachWithPlay({ secretFiles: ["SLACK_BOT_TOKEN", "WORKDAY_PASSWORD"] });

/** In one piece, as operators are asked to. */
function replace({ folder }: Play, name: string, secret: string): void {
  const file = join(folder, name);
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

it("goes on with another token and another password in the files, without a restart", async () => {
  const { slack, workday, bob, bot } = play();
  const { pid } = bot();
  const request = await open(play(), ownNames());
  await request.shows("Waiting for an approver");
  const tenant = workday.tenant("acme_dpt1");
  const [token, password] = ["xoxb-of-tomorrow", "Sandbox-of-tomorrow-7Kd3"];

  replace(play(), "SLACK_BOT_TOKEN", token);
  replace(play(), "WORKDAY_PASSWORD", password);
  slack.exchangeBotToken(token);
  tenant.changePassword("ISU_Slack_Bot", password);
  const signedOn = tenant.signOns().length;
  await press(request, bob, "Approve");
  await request.shows("Done, verified");

  const own = tenant.signOns().filter(({ userName }) => userName === "ISU_Slack_Bot");
  expect(tenant.signOns().length).toBeGreaterThan(signedOn);
  expect(own.at(-1)?.ok).toBe(true);
  expect(bot().pid).toBe(pid);
  expect(bot().isRunning()).toBe(true);
  const log = bot().lines.join("\n");
  expect([token, password].filter((one) => log.includes(one))).toEqual([]);
  expect(log).toMatch(/SLACK_BOT_TOKEN_FILE/);
});
