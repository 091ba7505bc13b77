import { describe, expect, it } from "vitest";
import { findFlaws } from "../../support/processes/accessibility.ts";
import { useSandboxPage } from "../../support/processes/sandbox-page.ts";

const panels = [
  ["Tenant", "tenant"],
  ["By hand", "hand"],
  ["Vault", "vault"],
  ["Wire", "wire"],
  ["Switches", "switches"],
  ["Bot", "bot"],
] as const;

describe("the sandbox's page", () => {
  const { visit } = useSandboxPage();

  it.each(["light", "dark"] as const)("has no flaw that axe knows, %s", async (scheme) => {
    const { page, show, errors } = await visit({ scheme });

    expect(await findFlaws(page)).toEqual([]);
    for (const [name, id] of panels) {
      await show(name);
      expect(await findFlaws(page, `#panel-${id}`)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });

  it("fits a phone's width, with the message box in reach", async () => {
    const { page } = await visit({ width: 390, height: 844 });

    for (const step of await page.locator(".step").all()) {
      await step.click();
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect(width).toBe(390);
    }
    await page.locator("#message-box").click();
    await page.getByRole("button", { name: "Send" }).click({ trial: true });
  });

  it("is used with the keyboard alone: commands are completed, and Escape closes a window from anywhere", async () => {
    const { page } = await visit();
    const dialog = page.getByRole("dialog");
    const { keyboard } = page;

    await keyboard.press("Tab");
    await keyboard.press("Enter");
    await keyboard.type("/workday-isu cre");
    await page.getByRole("option", { name: "/workday-isu create" }).waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await page.getByRole("option", { name: "viva-insights" }).waitFor();
    await keyboard.type("workos acme_dpt1");
    await page.getByRole("option", { name: "viva-insights" }).waitFor({ state: "hidden" });
    await keyboard.press("Enter");
    await dialog.waitFor();
    await page.getByLabel("Reason").waitFor();
    expect(await dialog.locator("textarea:focus").count()).toBe(1);
    expect(await findFlaws(page, "[role=dialog]")).toEqual([]);
    await page.getByRole("button", { name: "More settings" }).press("Enter");
    await page.getByRole("button", { name: "Back to the form" }).waitFor();
    const focused = page.locator(":focus");
    expect(await focused.getAttribute("id")).not.toContain("reason");
    expect(await dialog.locator(":focus").count()).toBe(1);
    await page.getByRole("tab", { name: "Tenant" }).focus();
    await keyboard.press("End");
    expect(await focused.textContent()).toBe("Bot");
    await keyboard.press("Home");
    expect(await focused.textContent()).toContain("Tenant");
    await keyboard.press("Escape");

    await dialog.waitFor({ state: "hidden" });
  });

  it("turns what goes wrong on and off, and says on the tab how much is", async () => {
    const { page, show } = await visit();

    await show("Switches");
    const down = page.getByRole("switch", { name: "Workday is down" });
    await down.press("Space");
    await page.getByRole("switch", { name: "Workday is down", checked: true }).waitFor();
    await page.getByRole("tab", { name: "Switches 1 on" }).waitFor();
    await down.press("Space");

    await page.getByRole("switch", { name: "Workday is down", checked: false }).waitFor();
    expect(await page.getByRole("tab", { name: "Switches" }).textContent()).toBe("Switches");
  });

  it("turns people and reports of the tenant that is chosen", async () => {
    const { page, show } = await visit();

    await show("Switches");
    await page.getByRole("radio", { name: "Acme production" }).check();
    await page.getByRole("heading", { name: "What the bot can see, in Acme production" }).waitFor();
    const hidden = page.getByRole("switch", { name: "Hide the report of accounts" });
    await hidden.click();
    await page
      .getByRole("switch", { name: "Hide the report of accounts", checked: true })
      .waitFor();
    await page.getByRole("radio", { name: "Acme preview" }).check();
    expect(await hidden.getAttribute("aria-checked")).toBe("false");
    await page.getByRole("radio", { name: "Acme production" }).check();
    await hidden.click();
    await page
      .getByRole("switch", { name: "Hide the report of accounts", checked: false })
      .waitFor();
  });

  it("shows what crossed the wire, and nothing secret of it", async () => {
    const { page, type, show } = await visit();

    await type("/workday-isu help");
    await show("Wire");
    await page.locator(".wire summary").filter({ hasText: "→ bot" }).first().click();

    const body = page.locator(".wire-body pre").first();
    await body.waitFor();
    expect(await body.textContent()).toMatch(/"text": "help"/);
    expect(await body.textContent()).toMatch(/"token": "\[redacted\]"/);
  });
});
