import { describe, expect, it } from "vitest";
import { findFlaws } from "../../support/processes/accessibility.ts";
import { activations } from "../../support/processes/play.ts";
import {
  type Card,
  fillForm,
  openRequest,
  useSandboxPage,
  type Visitor,
} from "../../support/processes/sandbox-page.ts";

async function ask(visitor: Visitor, recipe: string): Promise<Card> {
  await visitor.type(`/workday-isu create ${recipe} acme_dpt1`);
  await fillForm(visitor);
  return openRequest(visitor);
}

/** With the keyboard alone: the menu of a card opens, closes, and its last entry opens a window. */
async function openWithdrawal(page: Visitor["page"], card: Card): Promise<void> {
  const menu = page.getByRole("menu");
  await card.focusMenu();
  await page.keyboard.press("Enter");
  await menu.waitFor();
  expect(await findFlaws(page, "[role=menu]")).toEqual([]);
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
  await page.keyboard.press("ArrowDown");
  await page.getByRole("menuitem", { name: "Approve with a note" }).waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText("The request ends").waitFor();
}

describe("people at the sandbox's page", () => {
  const { play, visit } = useSandboxPage();

  it("deny a request with a reason, and nothing goes live", async () => {
    const visitor = await visit();
    const { page, be } = visitor;
    const card = await ask(visitor, "hackerrank");

    await card.shows("Waiting for an approver");
    await be("Eve");
    await card.press("Deny", false);
    const dialog = page.getByRole("dialog");
    await dialog.locator("textarea").fill("Not this vendor");
    expect(await findFlaws(page, "[role=dialog]")).toEqual([]);
    await dialog.locator("[type=submit]").click();

    await card.shows("Denied by");
    await card.shows("Not this vendor");
    expect(activations(play())).toEqual([]);
  });

  it("withdraw a request with the keyboard alone, out of the menu of its card", async () => {
    const visitor = await visit();
    const { page } = visitor;
    const card = await ask(visitor, "viva-learning");

    await card.shows("Waiting for an approver");
    await openWithdrawal(page, card);
    const dialog = page.getByRole("dialog");
    await page.keyboard.press("Tab");
    await dialog.locator("[type=submit]").focus();
    await page.keyboard.press("Enter");

    await card.shows("Withdrawn by");
    expect(visitor.errors).toEqual([]);
  });

  it("are asked again where somebody else's change came between card and click", async () => {
    const visitor = await visit();
    const { page, be, show } = visitor;
    const card = await ask(visitor, "kolleno");

    await card.shows("Waiting for an approver");
    await be("Bob");
    await show("Switches");
    await page.getByRole("button", { name: "Somebody else leaves a change pending" }).click();
    await page.getByText("lmcneil left View of").waitFor();
    await card.press("Approve");
    await card.shows("lmcneil");

    expect(activations(play())).toEqual([]);
    expect(await findFlaws(page, "main")).toEqual([]);
  });

  it("find what waits for them on their Home tab, and open it from there", async () => {
    const visitor = await visit();
    const { page, be } = visitor;
    const card = await ask(visitor, "sumo-logic");

    await card.shows("Waiting for an approver");
    await be("Bob");
    await page.getByRole("button", { name: "Workday ISU: Home" }).click();
    await page.locator("#messages").getByText(card.id).first().waitFor();

    expect(await findFlaws(page, "main")).toEqual([]);
  });

  it("do with their own hands what Workday has no web service for, and are not believed before", async () => {
    const visitor = await visit();
    const { page, be, show } = visitor;
    await show("Bot");
    await page.getByRole("button", { name: "Restart with the person hand" }).click();
    await page.getByText("is running, with the person hand").waitFor();
    const card = await ask(visitor, "cribl");

    await page.getByText("Dora has a task").waitFor();
    await show("Switches");
    await page.getByRole("button", { name: "Dora says Done without doing it" }).click();
    await card.shows("Workday shows otherwise");
    await be("Dora");
    await show("By hand");
    await page.getByLabel("Name", { exact: true }).fill("Cribl Client Security Group");
    await page.getByRole("button", { name: "Do the task" }).click();
    await page.getByText("Create Security Group: done.").waitFor();
    await be("Ann");
    await card.press("Try again", false);
    await page.getByText("Dora has a task").waitFor();

    const { groups, tasksPerformed } = play().workday.tenant("acme_dpt1").snapshot();
    expect(groups.map(({ name }) => name)).toContain("Cribl Client Security Group");
    expect(tasksPerformed.at(-1)).toMatchObject({ task: "create-security-group", by: "ddiaz" });
  });
});
