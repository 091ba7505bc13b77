import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import { type Entries, fillForm, sendForm } from "../support/processes/form-fields.ts";
import {
  allWithPlay,
  confirmPlan,
  enter,
  type Opened,
  openForm,
  ownNames,
  press,
  titleOf,
} from "../support/processes/play.ts";
import { readDetails } from "../support/processes/read-details.ts";
import { withdraw } from "../support/processes/withdraw.ts";

const issuer = "https://idp.acme.example/saml";

describe("the further settings of an account", () => {
  const play = allWithPlay();

  /** Asks with further settings. */
  async function ask(entries: Entries): Promise<Opened> {
    const { ann, slack } = play();
    await openForm(play(), ann);
    await fillForm(play(), ann, { reason: "Because", ...entries });
    await sendForm(ann);
    await slack.until(() => titleOf(ann) === "Check the plan", { what: "the plan" });
    return confirmPlan(play());
  }

  async function shows(words: string): Promise<string> {
    const { ann, slack } = play();
    return slack.until(
      () => {
        const view = ann.view();
        const text = view === undefined ? "" : textOf(view);
        return text.includes(words) ? text : undefined;
      },
      { what: `the window to show ${words}` },
    );
  }

  function account(userName: string): unknown {
    const all = play().workday.tenant("acme_dpt1").accounts();
    return all.find((one) => one.userName === userName);
  }

  it("make an x509 user whose password nobody knows, with no secret stored", async () => {
    const { bob, vault, workday } = play();
    const { userName, ...names } = ownNames();
    const seen = workday.passwordsSeen.size;
    const secrets = vault.secrets().length;

    const request = await ask({
      userName,
      ...names,
      passwordFrom: "workday",
      x509: true,
      x509Key: "Entra_Signing_2026",
    });
    await request.shows("Waiting for an approver");
    expect(account(userName)).toMatchObject({ webServiceSecurity: [] });
    expect(request.text()).toContain("x509 token authentication with the key Entra_Signing_2026");

    await press(request, bob, "Approve");
    await request.shows("Unverified");

    expect(account(userName)).toMatchObject({
      webServiceSecurity: [{ x509: true, x509Key: "Entra_Signing_2026", saml: false }],
    });
    expect(request.text()).toContain("Nobody knows the password.");
    const details = await readDetails(play(), request, play().ann);
    expect(details).toContain("Workday made the password, and nobody knows it.");
    expect(details).toMatch(/Integration system user: WID [0-9a-f]{32}, System_User_ID/);
    expect(vault.secrets()).toHaveLength(secrets);
    expect(workday.passwordsSeen.size).toBe(seen);
  });

  it("make a SAML user with a holder-of-key, and a password in Key Vault besides", async () => {
    const { bob, vault } = play();
    const { userName, ...names } = ownNames();
    const secrets = vault.secrets().length;

    const request = await ask({
      userName,
      ...names,
      saml: true,
      samlIssuer: issuer,
      identityProviderKey: "Okta_Identity_Provider_2026",
      holderOfKeyKey: "Payroll_Holder_2026",
    });
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Unverified");

    expect(account(userName)).toMatchObject({
      requireNewPassword: false,
      webServiceSecurity: [
        {
          x509: false,
          saml: true,
          samlIssuer: issuer,
          identityProviderKey: "Okta_Identity_Provider_2026",
          holderOfKeyKey: "Payroll_Holder_2026",
        },
      ],
    });
    expect(request.text()).toContain("Signing on with x509 or SAML: not tried.");
    expect(request.text()).toContain("The password is in Key Vault.");
    expect(vault.secrets()).toHaveLength(secrets + 1);
    await expectNoSecretAnywhere(play());
  });

  it("are changed afterwards, with another key beside the first, and no password is sent", async () => {
    const { ann, bob, slack, workday } = play();
    const { userName, ...names } = ownNames();
    const first = await ask({ userName, ...names, x509: true, x509Key: "Entra_Signing_2026" });
    await first.shows("Waiting for an approver");
    await press(first, bob, "Approve");
    await first.shows("Unverified");
    const seen = workday.passwordsSeen.size;

    await ann.closeAll();
    await ann.command("/workday-isu", `change ${userName}`);
    await shows("What do you want to change");
    await ann.press("view", "Settings");
    await shows("These are its settings");
    const other = { x509Change: "add", x509Key: "Payroll_Holder_2026" };
    await fillForm(play(), ann, { sessionTimeoutMinutes: "60", ...other, reason: "A new key" });
    await ann.submit();
    await slack.until(() => titleOf(ann) === "Check the plan", { what: "the plan" });
    const request = await confirmPlan(play());
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain("Session timeout: 0 minutes -> 60 minutes");
    await press(request, bob, "Approve");
    await request.shows("Unverified");

    expect(account(userName)).toMatchObject({
      sessionTimeoutMinutes: 60,
      webServiceSecurity: [
        { x509: true, x509Key: "Entra_Signing_2026" },
        { x509: true, x509Key: "Payroll_Holder_2026" },
      ],
    });
    expect(workday.passwordsSeen.size).toBe(seen);
  });

  it("bring a refusal that only the tenant knows back to its field, before anything is live", async () => {
    const { ann, bob, workday } = play();
    const { userName, ...names } = ownNames();
    const before = workday.tenant("acme_dpt1").timestamps().length;
    const request = await ask({ userName, ...names, x509: true, x509Key: "Gone_2026" });
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");

    await request.shows("Stuck at the sign-on with x509 or SAML");
    expect(request.text()).toContain("does not know this Certificate ID");
    expect(request.text()).toContain("This is about the field *x509 public key* of the form.");
    expect(workday.tenant("acme_dpt1").timestamps()).toHaveLength(before);
    await withdraw(play(), request, ann);
    await request.shows("left behind");
    await press(request, ann, "Change and ask again");

    const shown = await shows("Problem: Workday does not know this Certificate ID.");
    expect(shown).toContain("Gone_2026");
    await ann.press("view", "Back to the form");
    const first = await shows("To change: 1 in More settings.");
    // What is left behind has its own names: they are taken, and the next free ones are proposed.
    expect(first).not.toContain(userName);
    expect(first).toContain("Because");
    await ann.closeAll();
  });

  it("put an account on a system that was named by its WID", async () => {
    const { ann, workday } = play();
    const system = workday
      .tenant("acme_dpt1")
      .integrationSystems()
      .find(({ id }) => id === "INT_Badge_System");
    const { userName, groupName } = ownNames();
    await openForm(play(), ann);
    await enter(ann, { userName, groupName, reason: "Because" });

    const [option] = await ann.suggest("existingSystem", system?.wid ?? "");
    await ann.fill("existingSystem", option?.value ?? "");
    await ann.submit();
    await play().slack.until(() => titleOf(ann) === "Check the plan", { what: "the plan" });
    await ann.submit();

    await expect
      .poll(() => account(userName), { timeout: 60_000 })
      .toMatchObject({ integrationSystem: "INT_Badge_System" });
  });
});
