import { describe, expect, it } from "vitest";
import { checking, deciding, opening } from "../../src/bot/views/checking.ts";
import { chooser } from "../../src/bot/views/chooser.ts";
import { form } from "../../src/bot/views/form.ts";
import { help, unknownCommand, unknownRecipe } from "../../src/bot/views/help.ts";
import { requestMessage } from "../../src/bot/views/message.ts";
import { loading, notice } from "../../src/bot/views/notice.ts";
import { plan } from "../../src/bot/views/plan.ts";
import { denial, inability } from "../../src/bot/views/reason.ts";
import { toReplies } from "../../src/bot/views/replies.ts";
import { overview, tellRequest } from "../../src/bot/views/status.ts";
import { refusals } from "../../src/bot/views/words.ts";
import { aDraft, aRawDraft, existingSystem } from "../support/a-draft.ts";
import { requestId } from "../support/a-request.ts";
import { aTenant } from "../support/a-tenant.ts";
import { viva } from "./an-office.ts";
import { everyState, tenant } from "./shown-requests.ts";

const production = aTenant({ label: "Acme production", production: true });
const states = everyState();

async function isAsKept(name: string, shown: unknown): Promise<void> {
  await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(`snapshots/${name}.json`);
}

describe("windows", () => {
  it.each<[name: string, view: unknown]>([
    ["loading", loading()],
    ["refused", notice(refusals["not-a-requester"])],
    ["chooser", chooser({ recipes: [viva], tenants: [tenant], recipe: viva })],
    [
      "chooser-unknown-recipe",
      chooser({
        recipes: [viva],
        tenants: [tenant, production],
        sentence: unknownRecipe("viva-lerning", [viva.name]),
      }),
    ],
    ["form-blank", form({ id: requestId, tenant, raw: aRawDraft({ recipe: "", userName: "" }) })],
    [
      "form-problems",
      form({
        id: requestId,
        tenant: production,
        recipe: { ...viva, incomplete: "The guide does not say which domains writeback needs." },
        raw: aRawDraft({ existingSystem }),
        problems: { userName: "This account exists.", existingSystem: "It has a user." },
      }),
    ],
    ["form-fault", form({ id: requestId, tenant, raw: aRawDraft(), banner: "Workday is away." })],
    ["checking", checking(tenant, requestId)],
    ["plan", plan({ id: requestId, tenant, draft: aDraft() })],
    [
      "plan-production-again",
      plan({
        id: requestId,
        tenant: production,
        draft: aDraft({ system: existingSystem, ticket: "https://tickets.example/1" }),
        banner: "The request was not opened.",
      }),
    ],
    ["opening", opening(requestId)],
    ["deciding", deciding(requestId)],
    ["deny", denial(requestId, "sha256:shown")],
    ["report-refused", inability(requestId, "activate")],
  ])("%s", async (name, view) => {
    expect(view).toBeDefined();
    await isAsKept(name, view);
  });
});

describe("the request's message", () => {
  it.each(Object.entries(states))("%s", async (name, told) => {
    const message = requestMessage(told);

    expect(message.text).toContain(told.request.id);
    await isAsKept(`message-${name}`, message);
  });
});

describe("the thread", () => {
  it.each(Object.entries(states))("of %s", async (name, told) => {
    const replies = told.story.flatMap((one) => toReplies(one, told.request, told.tenant));

    expect(replies.length).toBeGreaterThan(0);
    await isAsKept(`thread-${name}`, replies);
  });
});

describe("private answers", () => {
  it.each<[name: string, message: unknown]>([
    ["help", help([viva.name])],
    ["unknown-command", unknownCommand("statsu")],
    ["status-nothing", overview({ mine: [], toApprove: [] })],
    [
      "status",
      overview({
        mine: Object.values(states),
        toApprove: [states["waiting-for-approval"]].filter((told) => told !== undefined),
      }),
    ],
    [
      "status-one",
      Object.values(states)
        .slice(-2)
        .flatMap((told) => tellRequest({ ...told, others: [told.request] })),
    ],
  ])("%s", async (name, message) => {
    expect(message).toBeDefined();
    await isAsKept(name, message);
  });
});
