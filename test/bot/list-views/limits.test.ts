import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packLines } from "../../../src/bot/blocks/slack-limits.ts";
import { form } from "../../../src/bot/forms/form.ts";
import { showTrail } from "../../../src/bot/list-views/audit.ts";
import { home } from "../../../src/bot/list-views/home.ts";
import type { Inbox } from "../../../src/bot/list-views/inbox.ts";
import { showInventory } from "../../../src/bot/list-views/inventory.ts";
import { listOldRecipes, listRecipes, showRecipe } from "../../../src/bot/list-views/recipes.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { toRawDraft } from "../../../src/flows/intake/to-raw-draft.ts";
import type { CreateDraft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { truncate } from "../../../src/flows/text/truncate.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, foreignChange, requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { catalogue, viva } from "../support/an-office.ts";
import { messagesOf } from "../support/messages-of.ts";
import { everyState, tell } from "../support/shown-requests.ts";
import { breaches } from "../support/slack-limits.ts";

/** As long as every field may be, of a letter that escaping makes five times as long. */
function aLongDraft(letter: string): CreateDraft {
  const domains = Array.from({ length: 60 }, (_, at) =>
    `${at} ${letter.repeat(147)}`.slice(0, 150),
  );
  return aDraft({
    userName: letter.repeat(100),
    groupName: letter.repeat(150),
    system: { kind: "new", name: letter.repeat(150) },
    permissions: { Get: domains, Put: domains, View: domains, Modify: domains },
    reason: letter.repeat(3000),
    ticket: `https://tickets.example/${"x".repeat(470)}`,
    passwordFrom: "workday",
    requireNewPassword: true,
    x509: { key: { type: "Certificate_ID", id: letter.repeat(200) } },
    saml: {
      issuer: letter.repeat(200),
      identityProviderKey: { type: "Certificate_ID", id: letter.repeat(200) },
      holderOfKeyKey: { type: "Certificate_ID", id: letter.repeat(200) },
    },
  });
}

const most = { message: { blocks: 50 }, modal: { blocks: 100 } };

/** Seen to be refused from about 13,200 on (slackapi/bolt-js issues 2509 and 2867). */
const mostCharacters = 12_500;

function refusedBy(letter: string): Event {
  return {
    kind: "person-refused",
    step: "activate",
    by: ann,
    why: letter.repeat(3000),
    expiresAt: start,
  };
}

describe.each(["x", "&", '"', "\n", "ü", "😀"])("with as much %o as fits", (letter) => {
  const draft = aLongDraft(letter);

  it.each(Object.entries(everyState(draft)))("every message of %s is within limits", (_, told) => {
    for (const message of messagesOf(told)) {
      expect(breaches(message, most.message)).toEqual([]);
      expect(JSON.stringify(message.blocks).length).toBeLessThan(mostCharacters);
    }
  });

  it("the plan is within limits", () => {
    const tenant = aTenant({ label: letter.repeat(60), production: true });

    expect(breaches(plan({ id: requestId, catalogue, tenant, draft }), most.modal)).toEqual([]);
  });

  it("a recipe, a list of accounts and a trail are within limits", () => {
    const domains = draft.permissions.Get;
    const recipe: Recipe = {
      ...viva,
      permissions: draft.permissions,
      optional: domains.map((domain) => ({ domain, access: "Get", why: letter.repeat(150) })),
      notes: domains,
      prerequisites: domains,
      afterwards: domains,
    };
    const told = tell(draft, ...Array.from({ length: 80 }, () => refusedBy(letter)));
    const entry = { request: told.request, tenant: told.tenant, state: "drifted" } as const;
    const lines = told.story.map(({ seq, at, event }) => ({ seq, entry: { at, by: ann, event } }));
    const shown = [
      listRecipes(
        Array.from({ length: 300 }, () => recipe),
        { now: start },
      ),
      listOldRecipes(
        Array.from({ length: 300 }, () => ({ ...recipe, date: "2001-01-01" })),
        start,
      ),
      ...showRecipe(recipe, start),
      showInventory({
        entries: Array.from({ length: 300 }, () => entry),
        text: letter.repeat(200),
        from: 0,
        unclear: [told.tenant],
        now: start,
        useOf: () => ({
          read: { since: start, until: start },
          last: { at: start, address: letter.repeat(45), channel: letter.repeat(100) },
        }),
      }),
      showTrail({
        request: requestId,
        lines,
        verdict: { kind: "intact", head: { seq: 9 } },
        from: 0,
        tenant: told.tenant,
      }),
    ];

    expect(showRecipe(recipe, start).length).toBeLessThanOrEqual(4);
    for (const message of shown) {
      expect(breaches(message, most.message)).toEqual([]);
      expect(JSON.stringify(message.blocks).length).toBeLessThan(mostCharacters);
    }
  });

  it("a Home tab is within limits", () => {
    const told = tell(draft);
    const listed = Array.from({ length: 200 }, () => told);
    const work: Inbox = {
      toApprove: listed,
      toAnswer: listed,
      toCarryOut: listed,
      stuck: listed,
      toDeny: listed,
      mine: listed,
      leftBehind: listed,
      resting: listed.map(({ request }) => request),
    };
    const address = `https://acme.slack.com/archives/${"C".repeat(20)}/p${"1".repeat(20)}`;

    const view = home({ work, addressOf: () => address, at: start });

    expect(breaches(view, most.modal)).toEqual([]);
    expect(JSON.stringify(view).length).toBeLessThan(250_000);
  });

  it("the form is within limits, and holds everything", () => {
    const list = draft.permissions.Get.join("\n");
    const raw = {
      ...toRawDraft(draft),
      recipe: viva.name,
      domains: { Get: list, Put: list, View: list, Modify: list },
    };
    const problems = { Get: letter.repeat(200), userName: letter.repeat(500) };

    const view = form({ id: requestId, tenant: aTenant(), recipe: viva, raw, problems });

    expect(breaches(view, most.modal)).toEqual([]);
  });
});

it("shows an approver as much of a long list as fits, and says where the rest is", () => {
  const changes = Array.from({ length: 2000 }, (_, at) => ({
    ...foreignChange,
    policy: `Policy ${at}`,
  }));
  const told = tell(aDraft(), anAsking({ pending: { kind: "seen", changes } }));

  const [card = "", ...replies] = messagesOf(told).map((message) => JSON.stringify(message));

  expect(card).toContain("(2000)");
  expect(card).toMatch(/and \d+ more: all of them are in this request's thread/);
  expect(replies.join("")).toContain("Policy 1999");
});

describe("cutting", () => {
  it("never splits a character, and never grows", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.integer({ min: 1, max: 50 }),
        (text, length) => {
          const short = truncate(text, length);
          expect(short.length).toBeLessThanOrEqual(Math.max(length, 1));
          expect(short.isWellFormed() || !text.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it("loses no line", () => {
    const line = fc.string({ maxLength: 50 }).filter((text) => !text.includes("\n") && text !== "");
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(packLines(lines, 80).flatMap((piece) => piece.split("\n"))).toEqual(lines);
      }),
    );
  });
});
