import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { tellRequester } from "../../../src/bot/request-views/timeline.ts";
import type { Held } from "../../../src/flows/intake/prepare-permissions.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { ok } from "../../../src/result.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { openOffice, viva } from "../support/an-office.ts";
import { isAsKept } from "../support/kept.ts";
import { keepRequest, onlyMessage, viewWith } from "../support/shown.ts";
import { tell } from "../support/shown-requests.ts";

const recipe: Recipe = {
  ...viva,
  vendor: "Viva & <Co>",
  apiClient: {
    task: "Register API Client for Integrations",
    nonExpiringRefreshTokens: true,
    functionalAreas: ["System"],
    includeWorkdayOwnedScope: false,
    optional: "for <WQL>",
  },
  segments: { by: "learning topics & <more>", optional: "to show <less>" },
};

describe("what comes after a request that is carried out", () => {
  const draft = aDraft({ isGroupInactive: true });
  const told = tell(draft, { kind: "done" });

  it("stands on its message, each with the command and a button", async () => {
    const message = requestMessage({ ...told, recipe });

    expect(JSON.stringify(message)).toContain("Next:");
    await isAsKept("message-done-with-follow-ups", message);
  });

  it("is told to the requester, and to nobody before", () => {
    const words = told.story.map((one) =>
      tellRequester(one, { draft, recipe, isCleaningUp: false }),
    );

    expect(words.at(0)).toBeUndefined();
    expect(words.at(-1)).toContain("`/workday-isu activate-group ISU_Viva acme_dpt1`");
    expect(words.at(-1)).toContain("the guide of Viva &amp; &lt;Co&gt; offers an API client");
    expect(words.at(-1)).toContain("`/workday-isu api-client ISU_Viva acme_dpt1`");
    expect(words.at(-1)).toContain(
      "access by learning topics &amp; &lt;more&gt; (optional: to show &lt;less&gt;)",
    );
    expect(words.at(-1)).toContain("`/workday-isu segments ISU_Viva acme_dpt1`");
  });
});

describe("what a guide asks somebody to do once the account is there", () => {
  const draft = aDraft();
  const asked = Array.from({ length: 20 }, (_, at) => `Task ${at} ${"x".repeat(60)}`);

  it.each([
    [["Paste the name"], "has one more task", ["• Paste the name"]],
    [asked, "has 20 more tasks", ["• Task 0", "more: `/workday-isu recipes viva-learning` shows"]],
  ])("stands on the message and is told to the requester: %#", (afterwards, words, shown) => {
    const told = tell(draft, { kind: "done" });
    const from = { ...viva, afterwards };

    const message = JSON.stringify(requestMessage({ ...told, recipe: from }));
    const news = told.story.map((one) =>
      tellRequester(one, { draft, recipe: from, isCleaningUp: false }),
    );

    expect(message).toContain("asks somebody for:");
    for (const line of shown) expect(message).toContain(line);
    expect(news.at(-1)).toContain(words);
    expect(news.at(-1)).toContain("`/workday-isu recipes viva-learning`");
  });
});

describe("a button of what comes next", () => {
  const { userName, ...account } = aDraft({ system: existingSystem });
  const held: Held = {
    account: { ...account, userName },
    before: account.permissions,
    seenIn: "report",
    others: [],
  };

  const systemMade: Event = {
    kind: "step-finished",
    step: "create-integration-system",
    facts: { systemId: "INT_1", systemWid: "1".repeat(32) },
  };

  it.each([
    ["Ask for an API client", "api-client", "Client name"],
    ["Ask for access by segments", "segments", "Segmented by"],
  ])("opens what its command opens: %s", async (button, command, words) => {
    const { slack, store, outbox } = await openOffice({
      deps: {
        recipes: { find: () => recipe, list: () => [recipe] },
        findHeld: async () => ok(held),
      },
    });
    await keepRequest(store, systemMade, { kind: "done" });
    await outbox.whenSettled();
    const [presses, types] = [slack.person("ann"), slack.person("ann")];

    await presses.press(onlyMessage(slack), button);
    const pressed = await viewWith(slack, presses, words);
    await presses.closeAll();
    await types.command("/workday-isu", `${command} ${userName} acme_dpt1`, { channel: "workday" });

    expect(await viewWith(slack, types, words)).toBe(pressed);
  });
});
