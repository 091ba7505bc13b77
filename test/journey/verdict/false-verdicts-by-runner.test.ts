import { describe, expect, it } from "vitest";
import type { Account } from "../../../sandbox/workday/state.ts";
import {
  activations,
  allWithPlay,
  approvePlan,
  type Opened,
  open,
  openChange,
  ownNames,
  press,
} from "../../support/processes/play.ts";
import { askForClient, invite, register } from "../../support/scenes/client-play.ts";
import { askPage } from "../../support/scenes/passkey-play.ts";

// What was once believed that was not as asked, where a runner does the tasks; false-verdicts.test.ts has the rest.

const tenantName = "acme_dpt1";
const stronger = "ISSG_Payroll_Benefits";
const gives = "Get on Worker Data: Compensation";

describe("what a tenant holds otherwise than was asked", () => {
  // The daily look comes every second or two.
  const play = allWithPlay({ hasPages: true, file: { driftCheckEveryHours: 0.0005 } });

  function tenant() {
    return play().workday.tenant(tenantName);
  }

  /** Somebody's own doing, in Workday's pages. */
  function perform(task: string, fields: Readonly<Record<string, string>>): void {
    const outcome = tenant().perform(task, fields, "lmcneil");
    if (outcome.status !== "done") throw new Error(outcome.detail);
  }

  /** Does something right before the last look: as soon as the account's secret is what it is to be at the end. */
  function beforeTheLook(userName: string, isEnabled: boolean, act: () => void): void {
    const { vault } = play();
    const off = vault.onChange(() => {
      const versions = vault.secrets().flatMap(({ versions: all }) => all);
      const own = versions.filter(({ tags }) => tags?.["isu"] === userName);
      if (own.length === 0 || own.some(({ enabled }) => enabled !== isEnabled)) return;
      off();
      act();
    });
  }

  function changeAccount(userName: string, act: (account: Account) => void): void {
    play().workday.change(tenantName, ({ accounts }) => {
      const account = accounts.get(userName.toLowerCase());
      if (account === undefined) throw new Error(`${userName} is gone`);
      act(account);
    });
  }

  async function openToCard(entries: Parameters<typeof open>[1]): Promise<Opened> {
    const request = await open(play(), entries);
    await request.shows("Waiting for an approver");
    return request;
  }

  it("a constrained group that somebody makes an unconstrained one before the last look", async () => {
    const { bob, workday } = play();
    const names = ownNames();
    const { groupName: name, userName } = names;
    const request = await openToCard({
      ...names,
      groupType: "constrained",
      organizations: "Acme Germany",
      groupScope: "current",
    });
    beforeTheLook(userName, true, () => {
      workday.change(tenantName, ({ groups }) => {
        const group = groups.get(name.toLowerCase());
        if (group === undefined) throw new Error(`${name} is gone`);
        const { constraint: _constraint, ...rest } = group;
        const type = "Integration System Security Group (Unconstrained)";
        groups.set(name.toLowerCase(), { ...rest, type });
      });
    });

    await press(request, bob, "Approve");

    await request.shows("Different from what was asked");
    expect(request.text()).toContain(`The security group ${name} is unconstrained`);
  });

  it("a stronger group that the account is put into before the approval", async () => {
    const { bob } = play();
    const names = ownNames();
    const { userName: user } = names;
    const request = await openToCard(names);
    expect(request.text()).not.toContain("also a member of");
    perform("add-group-member", { group: stronger, user });

    await press(request, bob, "Approve");

    await request.shows(`${user} is also a member of (1)`);
    expect(request.text()).toContain(`${stronger}, which gives ${gives}`);
    await request.tells("Nothing was approved");
    expect(activations(play())).toEqual([]);
    await press(request, bob, "Approve");
    await request.shows("Different from what was asked");
    expect(request.text()).toContain(`${user} is also in the group ${stronger}, which gives`);
    perform("remove-group-member", { group: stronger, user });
  });

  it("a stronger group that the account is put into once it was verified", async () => {
    const { bob } = play();
    const names = ownNames();
    const { userName: user } = names;
    const request = await openToCard(names);
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    perform("add-group-member", { group: stronger, user });

    await request.shows("drifted since");
    await request.tells(`${user} is also in the group ${stronger}, which gives ${gives}`);
    perform("remove-group-member", { group: stronger, user });
    await request.shows("*Done, verified*");
  });

  it("x509 of an account that ends: switched on again after every look, and before the last", async () => {
    const { ann, bob, workday } = play();
    const names = ownNames();
    const { userName } = names;
    const made = await openToCard({ ...names, x509: true, x509Key: "Entra_Signing_2026" });
    await press(made, bob, "Approve");
    await made.shows("Unverified");
    function switchOn(): void {
      changeAccount(userName, (account) => {
        account.webServiceSecurity = account.webServiceSecurity.map((one) => ({
          ...one,
          x509: true,
          x509Key: "Entra_Signing_2026",
        }));
      });
    }
    const words = `x509 sign-on with the key Entra_Signing_2026 of ${userName} is still on: its key holder can sign on.`;
    const request = await openChange(play(), `retire ${userName}`);
    await request.shows("Waiting for an approver");
    await press(request, bob, approvePlan);
    await request.shows("Goes live for this request");

    const stop = workday.onRequest((name) => {
      if (name === "Get_Integration_System_Users") switchOn();
    });
    await press(request, bob, "Approve");
    await request.shows("Workday shows otherwise");
    expect(request.text()).toContain(words);
    stop();
    beforeTheLook(userName, false, switchOn);
    await press(request, ann, "Try again");

    await request.shows("Different from what was asked");
    expect(request.text()).toContain(words);
  });

  it.each([
    { what: "a refresh token of another account", otherwise: { owner: "ISU_Payroll_Export" } },
    {
      what: "a client of another name, with tokens that expire and more scopes",
      otherwise: {
        clientName: "Somebody's client",
        nonExpiringRefreshTokens: false,
        scopes: ["System", "Staffing", "Recruiting"],
      },
    },
  ])("$what", async ({ otherwise }) => {
    const { userName, request } = await askForClient(play());
    const values = register(play(), userName, otherwise);
    const { link, code } = await invite(play(), request);

    expect((await askPage(link, "enter", { code, values })).status).toBe(200);

    await request.shows(/Done, verified|Unverified|Different from/);
    expect(request.text()).toContain("*Unverified");
    for (const unseen of [
      `Whether the refresh token is of the account ${userName}`,
      `Whether the client's name is Client of ${userName}`,
      "Whether refresh tokens do not expire",
      "Whether the scope is exactly System",
    ]) {
      expect(request.text()).toContain(`${unseen}: not seen`);
    }
  });
});
