import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anAsking, requestId } from "../../support/data/a-request.ts";
import { catalogue } from "../support/an-office.ts";
import { tell, tenant } from "../support/shown-requests.ts";

const account = aDraft({ isAdopted: true, system: existingSystem });
const client = {
  name: "Theirs",
  nonExpiringRefreshTokens: false,
  functionalAreas: ["Staffing"],
  includeWorkdayOwnedScope: false,
};

const drafts: Readonly<Record<string, Draft>> = {
  rotate: { ...account, kind: "rotate", tell: [] },
  retire: { ...account, kind: "retire" },
  "activate-group": { ...account, kind: "activate-group" },
  "api-client": { ...account, kind: "api-client", client },
};

describe("a request about an account that the bot did not make", () => {
  it.each(Object.entries(drafts))(
    "says so in the plan and on the card: %s",
    async (kind, draft) => {
      const card = requestMessage(
        tell(draft, anAsking({ step: "approve-plan", pending: { kind: "not-activated" } })),
      );
      const views = [plan({ id: requestId, draft, tenant, catalogue }), card];

      await expect(`${JSON.stringify(views, null, 2)}\n`).toMatchFileSnapshot(
        `../snapshots/adopted-${kind}.json`,
      );
    },
  );
});

describe("what the account may do", () => {
  it.each(Object.keys(drafts))("is on the card of who approves it, once: %s", (kind) => {
    const draft = drafts[kind];
    if (draft === undefined) throw new Error("No such draft");
    const asking = anAsking({ step: "approve-plan", pending: { kind: "not-activated" } });

    const card = JSON.stringify(requestMessage(tell(draft, asking)));

    expect(card.split("Worker Data: Workers")).toHaveLength(2);
  });
});
