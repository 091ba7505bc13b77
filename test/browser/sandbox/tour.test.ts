import { describe, expect, it } from "vitest";
import { findFlaws } from "../../support/processes/accessibility.ts";
import { activations } from "../../support/processes/play.ts";
import { fillForm, openRequest, useSandboxPage } from "../../support/processes/sandbox-page.ts";
import { takePicture } from "../../support/processes/take-picture.ts";

describe("the tour of the sandbox", () => {
  const { play, visit } = useSandboxPage();

  it("leads from the first command to the clock, by clicks alone", async () => {
    const visitor = await visit({ height: 960 });
    const { page, be, errors } = visitor;
    function click(name: string): Promise<void> {
      return page.getByRole("button", { name, exact: true }).first().click();
    }
    function isTicked(done: number): Promise<void> {
      return page.getByText(`Tour: ${done} of 5 steps done`).waitFor();
    }

    await takePicture(page, "start");
    await click("/workday-isu create viva-learning acme_dpt1");
    await page.getByLabel("Reason").waitFor();
    await takePicture(page, "form", "main");
    await fillForm(visitor, { Reason: "Learning content in Teams" });
    await takePicture(page, "plan", "main");
    expect(await findFlaws(page, "[role=dialog]")).toEqual([]);
    const first = await openRequest(visitor);
    await first.shows("Waiting for an approver");
    await isTicked(1);

    await click("Be Cy");
    await first.press("Approve");
    await page.getByText("only you can see this").waitFor();
    expect(activations(play())).toEqual([]);
    await click("Be Bob");
    expect(await findFlaws(page, "main")).toEqual([]);
    await first.lookAt();
    await takePicture(page, "card");
    await first.press("Approve");
    await first.shows("verified");
    await isTicked(2);

    await click("Show the vault");
    await page.getByText("enabled").first().waitFor();
    expect(await findFlaws(page, "#panel-vault")).toEqual([]);
    await first.lookAt();
    await takePicture(page, "proof");
    await click("/workday-isu status");
    await isTicked(3);

    await click("Kill it in its next step");
    await page.getByRole("button", { name: "Kill it in its next step", pressed: true }).waitFor();
    await click("/workday-isu create kolleno acme_dpt1");
    await fillForm(visitor, { Reason: "Invoices" });
    const second = await openRequest(visitor);
    await page.getByText("The bot has stopped").first().waitFor();
    await visitor.show("Wire");
    await takePicture(page, "killed");
    await click("Start the bot");
    await second.shows("Waiting for an approver");
    await isTicked(4);

    await click("One day later");
    await page.getByRole("heading", { name: "Free play" }).waitFor();
    await page.getByText("1 day ahead").first().waitFor();
    await visitor.show("Switches");
    await click("One week later");
    await second.shows("nobody decided");
    await be("Ann");
    await second.lookAt();
    expect(await findFlaws(page)).toEqual([]);
    await takePicture(page, "later");
    expect(activations(play())).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});
