import { describe, expect, it } from "vitest";
import { changeForm } from "../../src/bot/views/change-form.ts";
import { clientForm, linkToEntry, showStored, suggestAreas } from "../../src/bot/views/client.ts";
import { taskButtons } from "../../src/bot/views/task-card.ts";
import { toRawClient } from "../../src/flows/parse-client.ts";
import { acme, aTenant } from "../support/a-tenant.ts";
import { withAccount } from "../support/changes.ts";
import { createFakeDice } from "../support/fake-dice.ts";

const id = createFakeDice().requestId();
const raw = toRawClient(undefined, { tenant: acme, userName: "ISU_Viva" });

function toText(shown: unknown): string {
  return `${JSON.stringify(shown, null, 2)}\n`;
}

describe("what people see of an API client", () => {
  it("the form", async () => {
    const shown = clientForm({
      id,
      tenants: [aTenant()],
      raw,
      problems: { otherAreas: "Choose." },
    });

    await expect(toText(shown)).toMatchFileSnapshot("snapshots/client-form.json");
  });

  it("the form for what becomes of one", async () => {
    const shown = changeForm({
      id,
      tenants: [aTenant()],
      raw: {
        kind: "replace-token",
        tenant: acme,
        userName: "ISU_Viva",
        tell: [],
        reason: "",
        ticket: "",
      },
    });

    await expect(toText(shown)).toMatchFileSnapshot("snapshots/client-change-form.json");
  });

  it("a search that answers with what holds the text", () => {
    const functionalAreas = ["Customer Accounts", "System", "x".repeat(76)];

    expect(suggestAreas({ functionalAreas }, " acc").map(({ value }) => value)).toEqual([
      "Customer Accounts",
    ]);
  });

  it("a button for the page in the place of Done, and none where commands are used", async () => {
    const request = (await withAccount()).request();
    const step = "register-api-client";

    const byPage = taskButtons(request, { step });
    const byHand = taskButtons(request, { step, commands: ["az …"] });

    expect(byPage.map(({ text }) => text)).toEqual(["Enter the values", "I can't"]);
    expect(byHand.map(({ text }) => text)).toEqual(["I can't"]);
  });

  it("a link with its code, or with the passkey", () => {
    const link = "https://isu-bot.example/enter#token";

    expect(linkToEntry({ link, code: "ABCD" })).toContain("this code: `ABCD`");
    expect(linkToEntry({ link })).toContain("your passkey");
  });

  it("says what is unverified", () => {
    const shown = showStored({ stored: [], outcome: { kind: "not-tried", words: "By hand." } });

    expect(JSON.stringify(shown)).toContain("Unverified: By hand.");
    expect(showStored(undefined)).toEqual([]);
  });
});
