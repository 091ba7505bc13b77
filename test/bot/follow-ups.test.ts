import { describe, expect, it } from "vitest";
import { requestMessage } from "../../src/bot/views/message.ts";
import { tellRequester } from "../../src/bot/views/story.ts";
import type { Recipe } from "../../src/flows/recipe.ts";
import { aDraft } from "../support/a-draft.ts";
import { viva } from "./an-office.ts";
import { isAsKept } from "./kept.ts";
import { tell } from "./shown-requests.ts";

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
    expect(words.at(-1)).toContain("`/workday-isu activate-group ISU_Viva`");
    expect(words.at(-1)).toContain("the guide of Viva &amp; &lt;Co&gt; offers an API client");
    expect(words.at(-1)).toContain("`/workday-isu api-client ISU_Viva`");
  });
});
