import { describe, expect, it } from "vitest";
import { groundIn } from "../../../src/flows/intake/open-request.ts";
import { prepareEdit } from "../../../src/flows/intake/prepare-edit.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { createWorld } from "../../support/fakes/world.ts";

describe("prepareEdit", () => {
  const request = given(anOpening());
  const { deps } = createWorld();

  it.each([
    ["another kind of request", aRawChange()],
    ["another tenant", aRawDraft({ tenant: "acme_prod" })],
  ])("breaks on %s, which no form sends", async (_what, raw) => {
    const tenant = aTenant();
    const preparing = prepareEdit(groundIn(deps, tenant), { request, raw, tenant });

    await expect(preparing).rejects.toThrow("is edited as something else than it is");
  });

  it("asks for a ticket where the tenant does, also when something is made", async () => {
    const tenant = aTenant({ needsTicket: true });
    const made = given(anOpening(), { kind: "step-begun", step: "create-user" });
    const content = { request: made, raw: aRawDraft({ reason: "Another" }), tenant };

    const prepared = await prepareEdit(groundIn(deps, tenant), content);

    expect(prepared.ok).toBe(false);
    expect(JSON.stringify(prepared)).toContain("names a ticket");
  });
});
