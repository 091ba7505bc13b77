import { describe, expect, it } from "vitest";
import { refusals } from "../../../src/bot/blocks/messages.ts";
import { anAsking } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { openOffice } from "../support/an-office.ts";
import { keepRequest, onlyMessage, viewWith } from "../support/shown.ts";

describe("a form that is filled from a request", () => {
  it("is not opened where its tenant has left the configuration, and says what to do", async () => {
    const tenants = [aTenant()];
    const { slack, store, outbox } = await openOffice({ deps: { tenants } });
    await keepRequest(store, anAsking());
    await outbox.whenSettled();
    const person = slack.person("ann");
    tenants.splice(0);

    await person.press(onlyMessage(slack), "Edit");

    expect(await viewWith(slack, person, "Nothing was done")).toContain(refusals["tenant-gone"]);
  });

  it("is not opened where there is no such request", async () => {
    const { slack, store, outbox } = await openOffice();
    await keepRequest(store, anAsking());
    await outbox.whenSettled();
    const person = slack.person("ann");
    Object.assign(store, { find: async () => undefined });

    await person.press(onlyMessage(slack), "Edit");

    expect(await viewWith(slack, person, "There is no such request")).toContain("status");
  });
});
