import { describe, expect, it } from "vitest";
import { suggestAreas } from "../../../src/bot/forms/client-fields.ts";
import { clientForm, linkToEntry, showStored } from "../../../src/bot/forms/client-form.ts";
import { changeForm } from "../../../src/bot/kinds/kinds.ts";
import { approvalCard } from "../../../src/bot/request-views/approval-card.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { taskButtons } from "../../../src/bot/request-views/task-card.ts";
import { toRawClient } from "../../../src/flows/intake/parse-client.ts";
import type { ClientOutcome } from "../../../src/flows/model/api-client.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking } from "../../support/data/a-request.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { withAccount } from "../../support/data/changes.ts";
import { createFakeRandom } from "../../support/fakes/fake-random.ts";
import { tell } from "../support/shown-requests.ts";
import { breaches } from "../support/slack-limits.ts";

const id = createFakeRandom().requestId();
const raw = toRawClient(undefined, { tenant: acme, userName: "ISU_Viva" });

function toText(shown: unknown): string {
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** The checkboxes that are ticked as the form opens. */
function ticked({ blocks }: ReturnType<typeof clientForm>): readonly string[] {
  return blocks.flatMap((block) =>
    "element" in block && block.element.type === "checkboxes"
      ? (block.element.initial_options ?? []).map(({ text }) => text.text)
      : [],
  );
}

describe("what people see of an API client", () => {
  it("the form", async () => {
    const shown = clientForm({
      id,
      tenants: [aTenant()],
      raw,
      problems: { otherAreas: "Choose." },
    });

    await expect(toText(shown)).toMatchFileSnapshot("../snapshots/client-form.json");
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

    await expect(toText(shown)).toMatchFileSnapshot("../snapshots/client-change-form.json");
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

  it.each([0.1, 1])("a scope that is cut at %d, and never what weighs most", (scale) => {
    const functionalAreas = Array.from({ length: 200 }, (_, at) => `${at} ${"Area ".repeat(14)}`);
    const client = {
      name: "Viva client",
      nonExpiringRefreshTokens: true,
      functionalAreas,
      includeWorkdayOwnedScope: true,
    };
    const draft: Draft = { ...aDraft(), kind: "api-client", client };
    const told = tell(
      draft,
      anAsking({ step: "approve-plan", pending: { kind: "not-activated" } }),
    );
    const { phase } = told.request;
    if (phase.kind !== "waiting-for-approval") throw new Error("No approval is asked for");

    const card = JSON.stringify(approvalCard({ ...told, scale }, phase));
    const message = requestMessage(told);

    expect(card).toContain("Viva client: refresh tokens that do not expire, Workday-owned scope.");
    expect(card).toMatch(/and \d+ more: all of them are in this request's thread/);
    expect(JSON.stringify(message)).toContain("`Viva client` (refresh tokens that do not expire,");
    expect(breaches(message, { blocks: 50 })).toEqual([]);
  });

  it.each<[outcome: ClientOutcome, words: string]>([
    [{ kind: "not-tried", words: "By hand." }, "Unverified: By hand."],
    [{ kind: "unanswered", words: "No answer." }, "Unverified: No answer."],
    [{ kind: "call-refused", words: "403." }, "Tried: 403."],
    [{ kind: "verified" }, "Tried: the token endpoint took the values"],
  ])("says of $kind whether the values were tried", (outcome, words) => {
    expect(JSON.stringify(showStored({ stored: [], outcome }))).toContain(words);
    expect(showStored(undefined)).toEqual([]);
  });

  it("keeps in the form what was typed and chosen, below what failed", () => {
    const long = "x".repeat(80);
    const typed = {
      ...raw,
      nonExpiringRefreshTokens: false,
      includeWorkdayOwnedScope: true,
      functionalAreas: ["System", long],
      otherAreas: "Payroll",
    };

    const shown = clientForm({ id, tenants: [aTenant()], raw: typed, banner: "It failed." });
    const none = clientForm({
      id,
      tenants: [aTenant()],
      raw: { ...typed, includeWorkdayOwnedScope: false },
    });

    expect(toText(shown)).toContain("It failed. What you typed is still here.");
    expect(toText(shown)).toContain(`Payroll\\n${long}`);
    expect(ticked(shown)).toEqual(["Include Workday-owned scope"]);
    expect(ticked(none)).toEqual([]);
  });
});
