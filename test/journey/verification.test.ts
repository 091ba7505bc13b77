import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  allWithPlay,
  eachWithPlay,
  isTold,
  open,
  ownNames,
  press,
} from "../support/processes/play.ts";
import { readDetails } from "../support/processes/read-details.ts";

const group = "ISU_Microsoft_Viva_Learning";

describe("what went live", () => {
  const play = allWithPlay();

  it("is compared with what was asked, and the request ends as verified", async () => {
    const { ann, bob } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    await press(request, bob, "Approve");

    await request.shows("Done, verified");
    expect(request.text()).toMatch(/Works: all \d+ seen as asked\./);
    expect(await readDetails(play(), request, ann)).toContain("A Get probe proves Get only");
    await isTold(play(), ann, "is done and verified");
  });

  it("is different when somebody changed it by hand between, item by item", async () => {
    const { ann, bob, workday, vault } = play();
    const tenant = workday.tenant("acme_dpt1");
    const names = ownNames();
    const secrets = vault.secrets().length;
    const request = await open(play(), names);
    await request.shows("Waiting for an approver");
    const off = workday.onRequest((name) => {
      if (vault.secrets().length === secrets || name !== "Put_Integration_System_User") return;
      off();
      changeByHand();
    });
    function changeByHand(): void {
      for (const [task, fields] of [
        [
          "maintain-permissions",
          {
            group: names.groupName,
            grant: [{ domain: "Worker Data: Compensation", access: ["Get"] }],
            revoke: [{ domain: "Workday Accounts", access: ["Get"] }],
          },
        ],
        ["activate-pending-security-policy-changes", { comment: "By hand", confirm: true }],
      ] as const) {
        tenant.perform(task, fields, "lmcneil");
      }
    }

    await press(request, bob, "Approve");

    await request.shows("Different from what was asked");
    expect(request.text()).toContain("Missing: Get on Workday Accounts is not there.");
    expect(request.text()).toContain(
      "Too much: Get on Worker Data: Compensation is active, and nobody asked for it.",
    );
    await request.tells("Missing: Get on Workday Accounts is not there.");
    await isTold(play(), ann, /2 not as asked; \d+ of \d+ seen as asked/);
  });
});

describe("a tenant without reports", () => {
  const play = allWithPlay({ tenant: { reports: undefined }, tenantDefinition: { reports: [] } });

  it("leaves the request unverified, and says what was not seen", async () => {
    const { bob } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    await press(request, bob, "Approve");

    await request.shows("Unverified");
    expect(request.text()).toContain("Unverified: Get on Workday Accounts: not seen.");
  });

  it("says on the card that it cannot see what else is pending", async () => {
    const { bob } = play();
    const request = await open(play(), ownNames());
    await request.shows("cannot see what else is pending");

    await press(request, bob, "Approve");

    await request.shows("Unverified");
  });
});

describe("an activation that no request asked for", () => {
  const play = eachWithPlay();

  it("raises one alarm in the channel, and a restart raises no other", async () => {
    const { bob, slack, workday, bot } = play();
    const tenant = workday.tenant("acme_dpt1");
    const request = await open(play());
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    function alarms(): readonly string[] {
      const texts = slack.messages("workday-access").map(textOf);
      return texts.filter((text) => text.includes("An activation that no request asked for"));
    }
    expect(alarms()).toEqual([]);
    // The first look only remembers. The request has read the report too, and is over: the second read from
    // here on begins when a look of the watch has ended.
    function reads(): number {
      return workday.requests.filter(({ path }) => path.includes("ISU_Bot_Security_Timestamps"))
        .length;
    }
    const before = reads();
    await expect.poll(reads, { timeout: 60_000 }).toBeGreaterThan(before + 1);

    tenant.perform(
      "maintain-permissions",
      { group, grant: [{ domain: "Worker Data: Compensation", access: ["Get"] }], revoke: [] },
      "lmcneil",
    );
    tenant.perform(
      "activate-pending-security-policy-changes",
      { comment: "<!channel> quick fix", confirm: true },
      "lmcneil",
    );

    await slack.until(() => alarms().length > 0, { what: "the alarm" });
    expect(alarms()[0]).toContain("Who: lmcneil");
    expect(alarms()[0]).toContain("quick fix");
    expect(alarms()[0]).toContain(group);
    await bot().kill();
    await play().restart();
    tenant.perform(
      "activate-pending-security-policy-changes",
      { comment: "And another", confirm: true },
      "lmcneil",
    );
    await slack.until(() => alarms().length > 1, { what: "the second alarm" });
    expect(alarms()).toHaveLength(2);
  });
});

describe("the daily look", () => {
  const play = eachWithPlay({ file: { driftCheckEveryHours: 0.0005 } });

  it("reports a permission that somebody added by hand, once", async () => {
    const { ann, bob, slack, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const request = await open(play());
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    function lines(): readonly string[] {
      const texts = slack.messages("workday-access").map(textOf);
      return texts.filter((text) => text.includes("has drifted"));
    }
    expect(lines()).toEqual([]);

    tenant.perform(
      "maintain-permissions",
      { group, grant: [{ domain: "Worker Data: Compensation", access: ["Get"] }], revoke: [] },
      "lmcneil",
    );

    await request.shows("drifted since");
    await slack.until(() => lines().length > 0, { what: "the line" });
    const words = "Too much: Get on Worker Data: Compensation is pending, and nobody asked for it.";
    await slack.until(() => request.thread().includes(words), { what: "the thread to tell it" });
    await ann.command("/workday-isu", "status ISU_Microsoft_Viva_Learning");
    await isTold(play(), ann, "drifted since");
    tenant.perform(
      "maintain-permissions",
      { group, grant: [], revoke: [{ domain: "Worker Data: Compensation", access: ["Get"] }] },
      "lmcneil",
    );
    await request.shows("*Done, verified*");
    expect(lines()).toHaveLength(1);
  });
});
