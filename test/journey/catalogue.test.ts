import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { spawnBot } from "../../sandbox/bot-process.ts";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { startOutside } from "../../sandbox/start.ts";
import {
  allWithPlay,
  confirmPlan,
  enter,
  isTold,
  openForm,
  ownNames,
  titleOf,
} from "../support/processes/play.ts";

describe("the catalogue of domains", () => {
  const play = allWithPlay();

  it("is searched as one types, picked from, pasted into, and judged in the plan", async () => {
    const { ann, slack, workday } = play();
    await openForm(play(), ann);

    const offered = await ann.suggest("Get", "staffing inf");
    await ann.fill("Get", [
      "Workday Accounts",
      "Worker Data: Current Staffing Information",
      "Badge Data",
    ]);
    const names = ownNames();
    await enter(ann, {
      ...names,
      otherDomains: "Put only\n• Workday Accounts\n• Person Data: Work Contact Information",
      reason: "Badges",
    });
    await ann.submit();
    await slack.until(() => titleOf(ann) === "Check the plan", { what: "the plan" });
    const view = ann.view();
    const plan = view === undefined ? "" : textOf(view);

    expect(offered.map(({ text }) => text.text)).toEqual([
      "Worker Data: Current Staffing Information",
      "Worker Data: Historical Staffing Information",
      "Worker Data: General Staffing Information",
      "staffing inf",
    ]);
    expect(plan).toContain("Get (3)");
    expect(plan).toContain("Badge Data (not in the catalogue)");
    expect(plan).toContain("check its name with View Security for Securable Item");
    expect(plan).toMatch(
      /Put \(2\)\n\+ Workday Accounts( · .+)?\n\+ Person Data: Work Contact Information/,
    );

    await ann.press("view", "Change something");
    await slack.until(() => titleOf(ann) === "New integration user", { what: "the form again" });
    await ann.fill("Get", ["Workday Accounts", "Worker Data: Current Staffing Information"]);
    await ann.submit();
    await slack.until(() => titleOf(ann) === "Check the plan", { what: "the plan again" });
    const request = await confirmPlan(play());
    await request.shows("Waiting for an approver");

    const pending = workday.tenant("acme_dpt1").pending();
    expect(
      pending
        .filter(({ securityGroup }) => securityGroup === names.groupName)
        .map(({ access, policy }) => `${access}: ${policy}`)
        .toSorted(),
    ).toEqual([
      "Get: Workday Accounts",
      "Get: Worker Data: Current Staffing Information",
      "Put: Person Data: Work Contact Information",
      "Put: Workday Accounts",
    ]);
  });

  it("is looked through with the command, in private", async () => {
    const { ann } = play();

    await ann.command("/workday-isu", "domains");
    await isTold(play(), ann, /\d+ domains and \d+ business processes in the catalogue/);
    await ann.command("/workday-isu", "domains system");
    await isTold(play(), ann, "Security Configuration (administers security");
    await ann.command("/workday-isu", "domains contact change");
    await isTold(
      play(),
      ann,
      "Work Contact Change: Change Work Contact Information (Web Service) (business process; spelled as in: Microsoft Learn",
    );
  });

  it("refuses what the company's own files mark besides", async () => {
    const { ann, restart } = play();
    const folder = aFolder("domains:\n  - name: Badge Data\n    administersSecurity: true\n");
    await restart({ file: { catalogue: { folder } } });
    await openForm(play(), ann);

    const offered = await ann.suggest("Put", "badge");
    await enter(ann, { ...ownNames(), Put: "Badge Data", reason: "Badges" });
    const sent = await ann.submit();

    expect(offered[0]?.description?.text).toBe("Administers security: refused in this tenant");
    expect(sent.kind === "errors" ? sent.errors["Put"] : sent.kind).toContain(
      "Badge Data administers security itself",
    );
  });
});

describe("a company's own catalogue", () => {
  it("keeps the bot from starting when a file of it is wrong, and says where", async () => {
    const folder = aFolder("domains:\n  - name: Badge Data\n    marked: true\n");
    const outside = await startOutside();
    onTestFinished(() => outside.stop());

    const bot = spawnBot(outside.settle({ file: { catalogue: { folder } } }));

    expect(await bot.ended).toBe(78);
    expect(bot.lines.join("\n")).toMatch(
      /The catalogue is wrong:\n +\/.*own\.yml: line 2: domains\.0: .*marked/,
    );
  });
});

function aFolder(own: string): string {
  const folder = mkdtempSync(join(tmpdir(), "isu-bot-own-catalogue-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "own.yml"), own);
  return folder;
}
