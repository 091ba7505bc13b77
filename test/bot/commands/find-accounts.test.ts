import { describe, expect, it } from "vitest";
import { readSought } from "../../../src/bot/commands/find-accounts.ts";
import type { Existing, Named } from "../../../src/flows/inventory/existing-account.ts";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { TenantCheck } from "../../../src/flows/request/raw-draft.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { draftIdOf, viewWith } from "../support/shown.ts";

const production = aTenant({ name: valueIn(parseTenantName("acme_prod")), label: "Acme prod" });
const tenants = [aTenant(), production];
const theirs: Existing = {
  account: aDraft({ userName: "ISU_Theirs", system: existingSystem, isAdopted: true }),
  user: { systemId: existingSystem.id, systemWid: "a1", userName: "ISU_Theirs" },
  isKnown: false,
  pending: noPermissions,
};

/** An office whose tenants all have `ISU_Theirs`; what was looked for is noted. */
async function open(
  found: Result<Existing, TenantCheck> = ok(theirs),
): Promise<Office & { readonly asked: (Named & { readonly tenant: string })[] }> {
  const asked: (Named & { readonly tenant: string })[] = [];
  const office = await openOffice({
    deps: {
      tenants,
      findExisting: async ({ name }, named) => {
        asked.push({ ...named, tenant: name });
        return found;
      },
    },
  });
  return { ...office, asked };
}

describe("readSought", () => {
  it.each([
    ["ISU_X", "", 2],
    ["ISU_X ACME_prod", "", 1],
    ["ISU_X ISSG of X", "ISSG of X", 2],
  ])("reads %s", (about, groupName, count) => {
    const sought = readSought(about, tenants);

    expect(sought.named).toEqual({ userName: "ISU_X", groupName });
    expect(sought.tenants).toHaveLength(count);
  });
});

describe("a change to an account that the bot did not make", () => {
  it.each<[kind: string, further: Readonly<Record<string, string>>]>([
    ["rotate", {}],
    ["retire", {}],
    ["activate-group", {}],
    ["api-client", { otherAreas: "Staffing" }],
  ])("%s opens its form, and keeps the group that was named", async (kind, further) => {
    const { slack, store, asked } = await open();
    const person = slack.person("ann");
    await person.command("/workday-isu", `${kind} ISU_Theirs ISSG More`, { channel: "workday" });
    await viewWith(slack, person, "Ticket (optional)");
    const id = draftIdOf(person);

    await person.fill("tenant", "acme_prod");
    const entries = { reason: "It is time", ...further };
    for (const [block, value] of Object.entries(entries)) await person.fill(block, value);
    await person.submit();

    expect(asked.map(({ groupName }) => groupName)).toEqual(["ISSG More", "ISSG More"]);
    expect((await store.findDraft(id))?.raw).toMatchObject({
      kind,
      tenant: "acme_prod",
      userName: "ISU_Theirs",
      groupName: "ISSG More",
    });
  });

  it("is looked for in the tenant that is named, and keeps no group where none is", async () => {
    const { slack, store, asked } = await open();
    const person = slack.person("ann");
    await person.command("/workday-isu", "rotate ISU_Theirs acme_prod", { channel: "workday" });
    expect(await viewWith(slack, person, "Ticket (optional)")).toContain("Acme prod");
    const id = draftIdOf(person);

    await person.fill("reason", "It is time");
    await person.submit();

    expect(asked).toEqual([{ userName: "ISU_Theirs", groupName: "", tenant: "acme_prod" }]);
    expect((await store.findDraft(id))?.raw).not.toHaveProperty("groupName");
  });

  it("says for each tenant why there is none", async () => {
    const { slack } = await open(
      err({ kind: "problems", problems: { userName: "It is nobody's." } }),
    );
    const person = slack.person("ann");

    await person.command("/workday-isu", "rotate ISU_Theirs", { channel: "workday" });

    const said = await viewWith(slack, person, "knows no account");
    expect(said).toContain("Acme sandbox: It is nobody's.");
    expect(said).toContain("Acme prod: It is nobody's.");
  });

  it("has to be named", async () => {
    const { slack, asked } = await open();
    const person = slack.person("ann");

    await person.command("/workday-isu", "rotate", { channel: "workday" });

    await viewWith(slack, person, "Name the account");
    expect(asked).toEqual([]);
  });
});
