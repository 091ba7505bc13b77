import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import {
  allWithPlay,
  open,
  openChange,
  ownNames,
  type Play,
  press,
} from "../support/processes/play.ts";

const tenantName = "acme_dpt1";
const mail = "Person Data: Work Email";

describe("permissions of an account that exists", () => {
  const play = allWithPlay();

  function activeOf(groupName: string): readonly string[] {
    return play()
      .workday.tenant(tenantName)
      .activePermissions()
      .filter(({ securityGroup }) => securityGroup === groupName)
      .map(({ access, policy }) => `${access} ${policy}`)
      .toSorted();
  }

  it("of the bot's own: one is added and one removed, after an approval that shows both", async () => {
    const { userName, groupName } = await make();
    const { bob } = play();
    const before = activeOf(groupName);
    const [removed = ""] = before.filter((line) => line.startsWith("Get "));
    const rest = before
      .filter((line) => line.startsWith("Get ") && line !== removed)
      .map((line) => line.slice("Get ".length));

    const request = await openChange(play(), `permissions ${userName}`, {
      Get: [...rest, mail],
    });
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain(`${mail} (Added)`);
    expect(request.text()).toContain(`${removed.replace("Get ", "Get: ")} (Removed)`);
    expect(activeOf(groupName)).toEqual(before);
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    expect(activeOf(groupName)).toEqual(
      [...before.filter((line) => line !== removed), `Get ${mail}`].toSorted(),
    );
    await expectNoSecretAnywhere(play());
  });

  it("of one that the bot did not make: it is in the inventory from then on", async () => {
    const { bob, workday } = play();
    const held = activeOf("ISSG_ServiceNow_HR").map((line) => line.slice("Get ".length));

    const request = await openChange(play(), "permissions ISU_ServiceNow_HR", {
      Get: [...held, mail],
    });
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain("The bot did not make this account");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    expect(activeOf("ISSG_ServiceNow_HR")).toContain(`Get ${mail}`);
    expect(workday.tenant(tenantName).hasPassword("ISU_ServiceNow_HR", "Sandbox-snow-2Hx6")).toBe(
      true,
    );
    await isAnswered("list", "ISU_ServiceNow_HR");
  });

  it.each([
    ["the bot's own account, in any case", "isu_slack_BOT", "protected by the bot's configuration"],
    ["an account whose group is shared", "ISU_Payroll_Export", "ISU_Benefits_Carrier"],
    ["a worker's", "lmcneil", "belongs to no integration system"],
    ["nobody's", "ISU_Nobody", "has no account ISU_Nobody"],
  ])("are not asked for of %s", async (_what, userName, words) => {
    const { ann, slack } = play();
    await ann.closeAll();
    await ann.command("/workday-isu", `permissions ${userName}`);
    await slack.until(() => shownTo(ann).includes(words), { what: words });
  });

  it("are not asked for without a difference", async () => {
    const { ann, slack } = play();
    await ann.closeAll();
    await ann.command("/workday-isu", "permissions ISU_ServiceNow_HR");
    await slack.until(() => shownTo(ann).includes("Below is what the group may do"), {
      what: "the form",
    });
    await ann.fill("reason", "Nothing in particular");

    const sent = await ann.submit();

    expect(sent.kind === "errors" ? sent.errors["Get"] : sent.kind).toContain("Add something");
  });

  async function make(): Promise<ReturnType<typeof ownNames>> {
    const names = ownNames();
    const request = await open(play(), names);
    await request.shows("Waiting for an approver");
    await press(request, play().bob, "Approve");
    await request.shows(/Done, verified|Unverified|Different from/);
    return names;
  }

  async function isAnswered(command: string, words: string): Promise<void> {
    const { bob, slack } = play();
    await bob.command("/workday-isu", command);
    await slack.until(() => slack.ephemerals(bob.id).map(textOf).join("\n").includes(words), {
      what: words,
    });
  }
});

function shownTo(who: Play["ann"]): string {
  const view = who.view();
  return view === undefined ? "" : textOf(view).replaceAll("`", "");
}
