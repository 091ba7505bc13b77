import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { addAuthenticator, outcomeOf } from "../../support/processes/a-browser.ts";
import { findFlaws } from "../../support/processes/accessibility.ts";
import {
  fillForm,
  openRequest,
  useSandboxPage,
  type Visitor,
} from "../../support/processes/sandbox-page.ts";
import { enabledValues } from "../../support/scenes/client-play.ts";
import { waitingPasskey } from "../../support/scenes/passkey-play.ts";

/** The bot's own page behind the newest link of this kind that is shown, in a tab of its own. */
async function follow({ page }: Visitor, kind: string, tab?: Page): Promise<Page> {
  const link = page.locator(`#messages a[href*="/${kind}#"]`).last();
  const address = await link.getAttribute("href");
  const opened = tab ?? (await addAuthenticator(await page.context().newPage()));
  await opened.goto(address ?? "");
  return opened;
}

async function prove(tab: Page, button: string): Promise<string> {
  await tab.getByRole("button", { name: button }).click();
  return outcomeOf(tab);
}

async function click({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
}

/** A task in Workday, by hand; the answer is what its page shows once. */
async function perform(
  { page }: Visitor,
  task: string,
  fields: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const panel = page.getByRole("tabpanel", { name: "By hand" });
  await panel.getByLabel("Task", { exact: true }).selectOption({ label: task });
  for (const [label, value] of Object.entries(fields))
    await panel.getByLabel(label).first().fill(value);
  await panel.getByRole("button", { name: "Do the task" }).click();
  await panel.getByText(`${task}: done.`).waitFor();
  return panel.locator(".shown-once code").allTextContents();
}

/** With the code that the page asks an operator for. */
async function register(visitor: Visitor, name: "Bob" | "Eve"): Promise<Page> {
  const said = visitor.page.locator("#said");
  await click(visitor, `Register ${name}'s passkey`);
  await said.getByText(`${name}'s code is`).waitFor();
  const [, code = ""] = /code is (\S+),/.exec((await said.textContent()) ?? "") ?? [];
  const tab = await follow(visitor, "enrol");
  await tab.getByLabel("Your code").fill(code);
  expect(await prove(tab, "Register a passkey")).toContain("Registered");
  return tab;
}

describe("the sandbox's page, beyond its tour", () => {
  const { play, visit } = useSandboxPage();

  async function confirm(visitor: Visitor, nth: number, tab: Page): Promise<void> {
    const { ts } = await waitingPasskey(play(), nth);
    const waiting = visitor.page.locator(`[data-ts="${ts}"]`);
    await waiting.getByRole("button", { name: "Confirm" }).click();
    await visitor.page.getByRole("button", { name: "I have asked" }).click();
    await follow(visitor, "confirm", tab);
    expect(await prove(tab, "Confirm with your passkey")).toContain("Confirmed");
  }

  it("has a tenant in production beside the first: its name is typed, and passkeys approve", async () => {
    const visitor = await visit();
    const { page, be, show, errors } = visitor;
    const dialog = page.getByRole("dialog");

    await click(visitor, "Free play");
    const bobs = await register(visitor, "Bob");
    await waitingPasskey(play(), 1);
    const eves = await register(visitor, "Eve");
    await confirm(visitor, 1, eves);
    await be("Bob");
    await confirm(visitor, 2, bobs);
    await click(visitor, "/workday-isu create hackerrank acme");
    await fillForm(visitor);
    await dialog.locator("input").last().fill("acme");
    const card = await openRequest(visitor);
    await card.shows("PRODUCTION");
    await card.shows("Waiting for an approver");
    await be("Bob");
    await card.press("Approve", false);
    await dialog.waitFor();
    expect(await findFlaws(page, "[role=dialog]")).toEqual([]);
    await dialog.locator("input").last().fill("acme");
    await dialog.locator("[type=submit]").click();
    await page.keyboard.press("Escape");
    await follow(visitor, "approve", bobs);
    expect(await prove(bobs, "Approve with your passkey")).toContain("Approved");
    await card.shows("verified");

    await show("Tenant");
    await page.getByRole("radio", { name: "Acme production" }).check();
    await page.getByText("HackerRank_Integration_User").first().waitFor();
    expect(await findFlaws(page, "#panel-tenant")).toEqual([]);
    const [production, preview] = ["acme", "acme_dpt1"].map((name) => play().workday.tenant(name));
    expect(production?.timestamps()).toHaveLength(2);
    expect(preview?.timestamps()).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it("leads through an API client: registered by hand, its values entered on the bot's page", async () => {
    const visitor = await visit();
    const { page, be, show, errors } = visitor;

    await click(visitor, "Free play");
    await click(visitor, "/workday-isu create cribl acme_dpt1");
    await fillForm(visitor);
    const account = await openRequest(visitor);
    await account.shows("Waiting for an approver");
    await be("Bob");
    await account.press("Approve");
    await account.shows("Ask for an API client");
    await be("Ann");
    await account.press("Ask for an API client", false);
    await fillForm(visitor);
    const client = await openRequest(visitor);
    await client.shows("Waiting for an approver");
    await be("Bob");
    await client.press("Approve");
    await client.shows("Register API Client for Integrations");

    await be("Dora");
    await show("By hand");
    const clientName = "Cribl Workday Collector";
    await perform(visitor, "Register API Client for Integrations", {
      "Client Name": clientName,
      "Scope (Functional Areas)": "System",
    });
    const [id = "", secret = "", token = ""] = await perform(
      visitor,
      "Manage Refresh Tokens for Integrations: a new one",
      { "API client": clientName, "Workday account": "cribl_ISU" },
    );
    expect(await findFlaws(page, "#panel-hand")).toEqual([]);
    await client.press("Enter the values", false);
    const tab = await follow(visitor, "enter");
    const asked = page
      .locator("#messages code")
      .filter({ hasText: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/ });
    for (const [label, value] of [
      ["Client ID", id],
      ["Client Secret", secret],
      ["Refresh Token", token],
      ["The code that came with the link", (await asked.last().textContent()) ?? ""],
    ] as const) {
      await tab.getByLabel(label).fill(value);
    }
    expect(await prove(tab, "Store in Key Vault")).toContain("verified");
    await client.shows("What Workday showed is in Key Vault");

    expect(enabledValues(play(), client.id)).toEqual([id, secret, token]);
    await click(visitor, "Put them away");
    expect(await page.locator("#panel-hand").textContent()).not.toContain(secret);
    expect(errors).toEqual([]);
  });
});
