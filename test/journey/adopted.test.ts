import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { acmeTenant } from "../../sandbox/workday/acme-tenant.ts";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import {
  allWithPlay,
  approvePlan,
  openChange,
  type Play,
  press,
} from "../support/processes/play.ts";

const tenantName = "acme_dpt1";

const badges = { userName: "ISU_Badges", password: "Sandbox-badge-3Rt8" };

// Each is about an account of its own.
describe("an account that the bot did not make", () => {
  const play = allWithPlay({
    tenantDefinition: {
      accounts: [
        ...acmeTenant.accounts,
        { ...badges, kind: "isu", integrationSystem: "INT_Badge_System" },
      ],
      groups: [
        ...acmeTenant.groups,
        {
          name: "ISSG_Badges",
          members: [badges.userName],
          permissions: { "Worker Data: Worker ID": ["Get"] },
        },
      ],
    },
  });

  it("gets another password after an approval that says whose account it is", async () => {
    const { bob, workday, vault } = play();
    const tenant = workday.tenant(tenantName);
    const { userName, password: theirs } = badges;

    const request = await openChange(play(), `rotate ${userName}`);
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain("The bot did not make this account: somebody else did");
    expect(request.text()).toContain("The password that it has is reset at once");
    expect(tenant.hasPassword(userName, theirs)).toBe(true);
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    expect(tenant.hasPassword(userName, theirs)).toBe(false);
    const [secret] = vault.secrets();
    const stored = vault.readAsConsumer(secret?.name ?? "");
    expect(stored).toMatchObject({ ok: true });
    expect(stored.ok && tenant.hasPassword(userName, stored.value)).toBe(true);
    await expectNoSecretAnywhere(play());
  });

  it("is retired with everything that its group holds, and is nobody's to change any more", async () => {
    const { bob, workday } = play();
    const tenant = workday.tenant(tenantName);
    const [userName, groupName] = ["ISU_ServiceNow_HR", "ISSG_ServiceNow_HR"];

    const request = await openChange(play(), `retire ${userName}`);
    expect(request.text()).toContain("The bot did not make this account");
    await request.shows("Waiting for an approver");
    await press(request, bob, approvePlan);
    await request.shows("Goes live for this request");
    await press(request, bob, "Approve");
    await request.shows("Unverified");

    const held = tenant
      .activePermissions()
      .filter(({ securityGroup }) => securityGroup === groupName);
    expect(held).toEqual([]);
    expect(tenant.groups().find(({ name }) => name === groupName)).toMatchObject({
      isActive: false,
      members: [],
    });
    expect(tenant.hasPassword(userName, "Sandbox-snow-2Hx6")).toBe(false);
    const words = `The bot retired ${userName} with ${request.id}`;
    expect(await answerTo(play(), `rotate ${userName}`, words)).toContain("Nothing was changed");
  });

  it.each([
    ["rotate isu_slack_BOT", "protected by the bot's configuration"],
    ["retire ISU_Payroll_Export", "ISU_Benefits_Carrier"],
    ["api-client lmcneil", "belongs to no integration system"],
    ["activate-group ISU_Nobody", "has no account ISU_Nobody"],
  ])("is looked at as for an edit when it is to be changed: %s", async (command, words) => {
    expect(await answerTo(play(), command, words)).toContain("Nothing was changed");
  });
});

/** What the window says to a command, once it says these words. */
async function answerTo({ ann, slack }: Play, command: string, words: string): Promise<string> {
  await ann.closeAll();
  await ann.command("/workday-isu", command);
  await slack.until(() => shownTo(ann).includes(words), { what: words });
  return shownTo(ann);
}

function shownTo(who: Play["ann"]): string {
  const view = who.view();
  return view === undefined ? "" : textOf(view).replaceAll("`", "");
}
