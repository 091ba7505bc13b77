import { describe, expect, it } from "vitest";
import { findFlaws } from "../../support/processes/accessibility.ts";
import { activations } from "../../support/processes/play.ts";
import { fillForm, openRequest, useSandboxPage } from "../../support/processes/sandbox-page.ts";

describe("the sandbox's page, with its tenant in production", () => {
  const { play, visit } = useSandboxPage({}, true);

  it("has the tenant's name typed to open and to approve, offers no clock, and lets approvers delegate", async () => {
    const visitor = await visit();
    const { page, be, type, show, errors } = visitor;
    const dialog = page.getByRole("dialog");
    await show("Switches");
    expect(await page.getByText("One day later").count()).toBe(0);

    await type("/workday-isu create cribl");
    await fillForm(visitor);
    await dialog.locator("input").last().fill("acme_dpt1");
    const card = await openRequest(visitor);
    await card.shows("PRODUCTION");
    await card.shows("Waiting for an approver");
    await be("Bob");
    await card.press("Approve", false);
    await dialog.waitFor();
    expect(await findFlaws(page, "[role=dialog]")).toEqual([]);
    await dialog.locator("input").last().fill("acme_dpt1");
    await dialog.locator("[type=submit]").click();
    await card.shows("verified");
    expect(activations(play())).toHaveLength(1);

    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await type("/workday-isu delegate");
    await dialog.waitFor();
    await page.getByText("delegate", { exact: false }).first().waitFor();
    expect(await findFlaws(page, "[role=dialog]")).toEqual([]);
    expect(errors).toEqual([]);
  });
});
