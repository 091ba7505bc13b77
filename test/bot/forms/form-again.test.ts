import { describe, expect, it } from "vitest";
import { toCarriedProblems } from "../../../src/bot/forms/form-content.ts";
import { modals } from "../../../src/bot/payloads/action-ids.ts";
import { Credential, DelegationKey, RequestIdText } from "../../../src/bot/payloads/metadata.ts";
import { formAgain } from "../../../src/bot/plan-review/show-plan.ts";
import { findBefore } from "../../../src/bot/plan-review/typed-before.ts";
import { type BotParts, findRecipe } from "../../../src/bot/slack/deps.ts";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import { delegationId } from "../../support/data/a-delegation.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { aCredential } from "../../support/data/a-passkey.ts";
import { requestId } from "../../support/data/a-request.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import {
  anEdit,
  aRawChange,
  aRawEnd,
  aSegmentation,
  withAccount,
} from "../../support/data/changes.ts";
import { aRawClient } from "../../support/scenes/client-scene.ts";
import { valueIn } from "../../support/value-in.ts";
import { viva } from "../support/an-office.ts";
import { holding } from "../support/like.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a form reads no more than these
const deps = {
  recipes: { find: (name: string) => (name === viva.name ? viva : undefined), list: () => [viva] },
  tenants: [aTenant()],
} as unknown as BotParts["deps"];

describe("formAgain", () => {
  it("opens for every kind of request the form that it was typed in", async () => {
    const world = await withAccount();
    const forms: readonly (readonly [raw: Raw, modal: string])[] = [
      [aRawDraft(), modals.form],
      [aRawChange(), modals.change],
      [aRawClient(), modals.client],
      [await anEdit(world, {}), modals.permissions],
      [await aSegmentation(world), modals.segments],
      [aRawEnd(), modals.segments],
    ];

    for (const [raw, modal] of forms) {
      const shown = formAgain({ deps }, { id: requestId, tenant: aTenant(), raw });
      expect(shown.callback_id).toBe(modal);
    }
  });

  it("says below the user name what the tenant's rule asks of it, where there is one", () => {
    const words = "Begin with ISU_.";
    const ruled = aTenant({ userNameRule: { pattern: "^ISU_", words } });
    const [shown, free] = [ruled, aTenant()].map((tenant) =>
      formAgain({ deps }, { id: requestId, tenant, raw: aRawDraft() }),
    );

    expect(shown?.blocks).toContainEqual(
      holding({ block_id: "userName", hint: holding({ text: words }) }),
    );
    expect(JSON.stringify(free)).not.toContain(words);
  });
});

describe("what a form carries of its problems from page to page", () => {
  it("is cut to what a window holds, the first of them first", () => {
    const problems = { userName: "x".repeat(500), groupName: "y".repeat(5) };
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [at, "z".repeat(200)]));

    const { userName = "", groupName } = toCarriedProblems(problems).problems ?? {};
    expect([userName.length, groupName]).toEqual([300, "yyyyy"]);
    expect(toCarriedProblems({})).toEqual({});
    const carried = toCarriedProblems({ ...problems, ...many });
    expect(JSON.stringify(carried).length).toBeLessThan(2200);
    expect(Object.keys(carried.problems ?? {}).length).toBeGreaterThan(5);
  });
});

describe("what stood in the form of a new user before", () => {
  const carried = { id: requestId, tenant: acme, recipe: viva.name };

  it("is what is kept of it, and nothing of another form's", () => {
    const kept = aRawDraft({ reason: "Typed already" });

    expect(findBefore({ deps }, carried, kept)).toBe(kept);
    expect(findBefore({ deps }, carried, aRawChange())).not.toHaveProperty("tell");
  });

  it("is else what its recipe says, and nothing in particular without one", () => {
    const { groupName, domains } = findBefore({ deps }, { ...carried, recipe: "" }, undefined);

    expect(findBefore({ deps }, carried, undefined)).toMatchObject({
      recipe: viva.name,
      userName: viva.userName,
      domains: { Get: "Worker Data: Workers" },
    });
    expect(groupName).not.toBe(viva.groupName);
    expect(domains.Get).toBe("");
  });

  it("is of the tenant that the form is for, though it left the configuration", () => {
    const gone = { ...carried, tenant: valueIn(parseTenantName("acme_gone")) };

    expect(findBefore({ deps }, gone, undefined).tenant).toBe("acme_gone");
  });
});

describe("findRecipe", () => {
  it("finds the account's own, and none for a request about no account or without one", () => {
    const { recipe: _none, ...blank } = aDraft();

    expect(findRecipe(deps, aDraft())).toBe(viva);
    expect(findRecipe(deps, blank)).toBeUndefined();
    expect(findRecipe(deps, { kind: "activate", tenant: acme, reason: "" })).toBeUndefined();
  });
});

describe("what a button carries", () => {
  it.each([
    [RequestIdText, requestId, true],
    [RequestIdText, "ISU-1", false],
    [Credential, aCredential("ben"), true],
    [Credential, "", false],
    [DelegationKey, delegationId, true],
    [DelegationKey, "DEL-1", false],
  ])("%#: is read where it is what we wrote", (schema, value, isRead) => {
    expect(schema.safeParse(value).success).toBe(isRead);
  });
});
