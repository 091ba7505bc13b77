import { describe, expect, it } from "vitest";
import type { ChangeContent } from "../../../src/bot/forms/change-form.ts";
import { changeForm } from "../../../src/bot/kinds/kinds.ts";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, aRawRollback } from "../../support/data/changes.ts";
import { ann } from "../../support/data/people.ts";
import { createFakeRandom } from "../../support/fakes/fake-random.ts";
import { valueIn } from "../../support/value-in.ts";

const id = createFakeRandom().requestId();
const production = aTenant({
  name: valueIn(parseTenantName("acme")),
  label: "Acme",
  production: true,
});

function formText(changes: Partial<ChangeContent> = {}): string {
  const content = { id, tenants: [aTenant()], raw: aRawChange(), ...changes };
  return JSON.stringify(changeForm(content).blocks);
}

describe("changeForm", () => {
  it("says above what failed, and that nothing typed is lost", () => {
    const kept = "What you typed is still here.";

    expect(formText({ banner: "Workday did not answer." })).toContain(
      `Workday did not answer. ${kept}`,
    );
    expect(formText()).not.toContain(kept);
  });

  it("names the one tenant, and that it is in production", () => {
    expect(formText()).not.toContain("PRODUCTION");
    expect(formText({ tenants: [production] })).toContain("*PRODUCTION*: real people's data.");
  });

  it("lets several tenants be chosen from", () => {
    const text = formText({ tenants: [aTenant(), production] });

    expect(text).toContain("Acme (PRODUCTION)");
    expect(text).toContain('"Acme sandbox"');
  });

  it("keeps who has to know of a password", () => {
    expect(formText({ raw: aRawChange({ tell: [ann] }) })).toContain('"initial_users":["U0ANN"]');
    expect(formText()).not.toContain("initial_users");
  });

  it("says which activation was chosen, where one was", () => {
    expect(formText({ raw: aRawRollback({ timestamp: "0" }) })).toContain("*Back to:*");
    expect(formText({ raw: aRawRollback() })).not.toContain("*Back to:*");
  });
});
