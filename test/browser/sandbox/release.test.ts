import { describe, expect, it } from "vitest";
import { findFlaws } from "../../support/processes/accessibility.ts";
import { activations } from "../../support/processes/play.ts";
import {
  fillForm,
  openRequest,
  useSandboxPage,
  type Visitor,
} from "../../support/processes/sandbox-page.ts";

async function fill(visitor: Visitor, who: "Ann" | "Bob", recipe: string): Promise<Visitor> {
  await visitor.be(who);
  await visitor.type(`/workday-isu create ${recipe} acme_dpt1`);
  await fillForm(visitor);
  return visitor;
}

describe("two people at two browsers of one sandbox", () => {
  const { play, visit } = useSandboxPage({ tenant: { releases: "together" } });

  it("see their requests go live together, with one click of a third", async () => {
    const ann = await visit();
    const bob = await visit();
    const eve = await visit();
    await fill(ann, "Ann", "cribl");
    await fill(bob, "Bob", "kolleno");
    const cards = await Promise.all([openRequest(ann), openRequest(bob)]);

    await eve.be("Eve");
    const approve = eve.page.getByRole("button", { name: "Approve", exact: true });
    await eve.page.getByText("Each request has its own message").waitFor();
    expect(await approve.count()).toBe(1);
    expect(await findFlaws(eve.page, "main")).toEqual([]);
    await approve.click();
    await eve.page.locator("dialog.confirm").getByRole("button").last().click();

    for (const card of cards) await card.shows("verified");
    expect(activations(play())).toHaveLength(1);
    expect([...ann.errors, ...bob.errors, ...eve.errors]).toEqual([]);
  });
});
