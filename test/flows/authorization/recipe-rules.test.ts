import { describe, expect, it } from "vitest";
import { approversOf, rulesFor } from "../../../src/flows/authorization/approvers.ts";
import {
  originOf,
  rulesFilledFrom,
  rulesOf,
} from "../../../src/flows/authorization/recipe-rules.ts";
import { noPermissions, type Permissions } from "../../../src/flows/model/permissions.ts";
import type { ClientDraft, CreateDraft } from "../../../src/flows/request/draft.ts";
import type { RecipeRules } from "../../../src/flows/tenant/tenant.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { given } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { asked, opening } from "../../support/data/events.ts";
import { ann, bea, ben, cy } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const { permissions } = aDraft();
const justCy = { people: [cy], groups: [] };
const viva: RecipeRules = {
  recipe: "viva-learning",
  covers: { permissions, doNotAllowUiSessions: true },
  rules: { approvers: justCy, approvals: { needed: 1, neededWhenUnseen: 3 } },
};

function tenantWith(own: Partial<RecipeRules> = {}): ReturnType<typeof aTenant> {
  return aTenant({
    approvals: { needed: 2, neededWhenUnseen: 2 },
    perRecipe: [{ ...viva, ...own }],
  });
}

function asking(changes: Partial<Permissions>): Partial<CreateDraft> {
  return { permissions: { ...permissions, ...changes } };
}

async function atCard(tenant = tenantWith(), raw = aRawDraft()): Promise<World> {
  const world = createWorld({ tenant, raw });
  await world.open();
  await world.work();
  return world;
}

describe("originOf", () => {
  it.each<[what: string, changes: Partial<CreateDraft>, kind: string]>([
    ["the recipe as it is", {}, "recipe"],
    ["other names", { userName: "ISU_Other", groupName: "Another" }, "recipe"],
    ["less than the recipe", asking({ Put: [] }), "recipe"],
    ["another spelling", asking({ Put: ["manage:  learning CONTENT"] }), "recipe"],
    ["one domain more", asking({ View: ["Worker Data: Compensation"] }), "departed"],
    [
      "a domain of the recipe with another access",
      asking({ Modify: [...permissions.Put] }),
      "departed",
    ],
    ["UI sessions", { doNotAllowUiSessions: false }, "departed"],
    ["another recipe", { recipe: "kolleno" }, "tenant"],
  ])("judges %s", (_what, changes, kind) => {
    expect(originOf(aDraft(changes), tenantWith()).kind).toBe(kind);
  });

  it("lets a recipe that allows UI sessions allow them", () => {
    const covers = { permissions, doNotAllowUiSessions: false };

    expect(originOf(aDraft({ doNotAllowUiSessions: false }), tenantWith({ covers })).kind).toBe(
      "recipe",
    );
  });

  it("counts everything as more than a recipe that cannot be found", () => {
    const { covers: _gone, ...unknown } = viva;

    expect(
      originOf(aDraft({ permissions: noPermissions }), aTenant({ perRecipe: [unknown] })).kind,
    ).toBe("departed");
  });

  it("knows rules for requests without a recipe, whatever they ask for", () => {
    const { recipe: _none, ...blank } = aDraft();
    const tenant = tenantWith({ recipe: "blank", covers: "anything" });

    expect(originOf(blank, tenant).kind).toBe("recipe");
    expect(rulesFilledFrom(undefined, tenant).approvers).toEqual(justCy);
    expect(originOf(aDraft(), tenant).kind).toBe("tenant");
  });
});

describe("originOf a new API client", () => {
  const named = {
    functionalAreas: ["System", "Learning"],
    nonExpiringRefreshTokens: true,
    includeWorkdayOwnedScope: true,
  };
  const client = { ...named, name: "Viva API Client" };
  const task = "Register API Client for Integrations" as const;
  const narrow = { ...named, includeWorkdayOwnedScope: false };

  it.each<
    [what: string, changes: Partial<typeof client>, recipe: typeof named | undefined, kind: string]
  >([
    ["as the recipe names it", {}, named, "recipe"],
    ["with less of its areas", { functionalAreas: ["System"] }, named, "recipe"],
    ["with one area more", { functionalAreas: ["System", "Payroll"] }, named, "departed"],
    ["without the scope that the recipe has", { includeWorkdayOwnedScope: false }, named, "recipe"],
    ["without the scope, as the recipe", { includeWorkdayOwnedScope: false }, narrow, "recipe"],
    ["with a scope that the recipe has not", {}, narrow, "departed"],
    ["of a recipe that names none", {}, undefined, "departed"],
  ])("judges one %s", (_what, changes, apiClient, kind) => {
    const draft: ClientDraft = {
      ...aDraft(),
      kind: "api-client",
      client: { ...client, ...changes },
    };
    const covers = {
      permissions,
      doNotAllowUiSessions: true,
      ...(apiClient && { apiClient: { ...apiClient, task } }),
    };

    expect(originOf(draft, tenantWith({ covers })).kind).toBe(kind);
  });

  it("leaves what becomes of it later to the account", () => {
    const draft: ClientDraft = { ...aDraft(), kind: "disable-client", client };

    expect(originOf(draft, tenantWith()).kind).toBe("recipe");
  });
});

describe("rulesOf", () => {
  it("replaces each key that the recipe has, and keeps the others", () => {
    const tenant = tenantWith();

    expect(rulesOf(aDraft(), tenant)).toEqual({ ...tenant, ...viva.rules });
    expect(rulesFilledFrom("viva-learning", tenant)).toEqual(rulesOf(aDraft(), tenant));
    expect(rulesOf(aDraft({ recipe: "kolleno" }), tenant)).toBe(tenant);
    expect(rulesFilledFrom("kolleno", tenant)).toBe(tenant);
  });

  it("is the tenant's own for a draft that departed, with the more approvals of both", () => {
    const tenant = tenantWith();
    const more = aDraft(asking({ View: ["Audit"] }));

    expect(rulesOf(more, tenant)).toEqual({
      ...tenant,
      approvals: { needed: 2, neededWhenUnseen: 3 },
    });
    expect(rulesOf(more, tenantWith({ rules: {} }))).toEqual(tenantWith({ rules: {} }));
  });
});

describe("rulesFor", () => {
  it("adds the recipe's own second list from the escalation on, and is the same when asked again", () => {
    const escalation = { afterMs: hourMs, approvers: { people: [bea], groups: [] } };
    const tenant = tenantWith({ rules: { ...viva.rules, escalation } });
    const request = given(opening, asked);
    const escalated = { ...request, isEscalated: true };

    expect(approversOf(request, tenant)).toEqual(justCy);
    expect(approversOf(escalated, tenant)).toEqual({ people: [cy, bea], groups: [] });
    const rules = rulesFor(escalated, tenant);
    expect(rulesFor(escalated, rules)).toEqual(rules);
  });
});

describe("a recipe with rules of its own", () => {
  it("asks as many as it says, and lets its approvers decide", async () => {
    const world = await atCard();
    const approve = { kind: "approve", digest: world.shownDigest() } as const;

    expect(await world.click(ben, approve)).toMatchObject({ refusal: "not-an-approver" });
    expect(await world.click(cy, approve)).toMatchObject({ kind: "accepted" });
    expect(await world.work()).toMatchObject({ phase: { kind: "done" } });
  });

  it("says nothing about a request that asks for more than it", async () => {
    const domains = { ...aRawDraft().domains, View: "Audit" };
    const world = await atCard(tenantWith(), aRawDraft({ domains }));
    const approve = { kind: "approve", digest: world.shownDigest() } as const;

    expect(await world.click(cy, approve)).toMatchObject({ refusal: "not-an-approver" });
    expect(await world.click(ben, approve)).toMatchObject({ kind: "accepted" });
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { needed: 2 },
    });
  });

  it("sets when a card expires, and when it reminds", async () => {
    const rules = { approvalExpiresAfterMs: 2 * hourMs, remindAfterMs: [hourMs] };
    const world = await atCard(tenantWith({ rules }));

    world.clock.goOn(hourMs);
    await world.sweep();
    expect(world.events().at(-1)).toMatchObject({ kind: "reminded" });
    world.clock.goOn(hourMs);
    await world.sweep();
    expect(world.events().at(-1)).toMatchObject({ closing: { kind: "expired" } });
  });

  it("is asked for by its own requesters, as long as it is not changed to ask for more", async () => {
    const own = tenantWith({ rules: { requesters: { people: [ann], groups: [] } } });
    const tenant = { ...own, requesters: justCy };
    const domains = { ...aRawDraft().domains, View: "Audit" };

    expect(await createWorld({ tenant }).open()).toMatchObject({ kind: "accepted" });
    expect(await createWorld({ tenant }).open(aRawDraft({ domains }))).toEqual({
      kind: "refused",
      refusal: "not-as-the-recipe",
    });
    expect(await createWorld({ tenant }).open(aRawDraft({ recipe: "" }))).toEqual({
      kind: "refused",
      refusal: "not-a-requester",
    });
  });
});
