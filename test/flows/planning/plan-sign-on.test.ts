import { describe, expect, it } from "vitest";
import { originOf } from "../../../src/flows/authorization/recipe-rules.ts";
import { fillFromRecipe, parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import { toAccount } from "../../../src/flows/inventory/inventory.ts";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import { planCleanUp } from "../../../src/flows/planning/plan-clean-up.ts";
import type { CreateDraft } from "../../../src/flows/request/draft.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import type { ChangeWindow } from "../../../src/flows/tenant/change-window.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { endedAsAsked } from "../../support/data/a-retirement.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { ann, bea, ben } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const policy = { name: "Integrations", allowedTypes: ["User Name Password"] };
const both: Partial<CreateDraft> = {
  exemptFromPasswordExpiry: true,
  authenticationPolicy: policy,
};
const strict = aTenant({ exemptFromPasswordExpiry: true, authenticationPolicy: policy });

function aWorld(options: WorldOptions = {}): World {
  const world = createWorld({ tenant: strict, ...options });
  world.workday.tenant.guardSignOn();
  return world;
}

function namesOf(draft: CreateDraft): readonly StepName[] {
  return planFor(draft, aTenant(), requestId).map(({ name }) => name);
}

describe("what an account needs to sign on for long", () => {
  it.each<[what: string, changes: Partial<CreateDraft>, steps: readonly StepName[]]>([
    ["nothing", {}, []],
    ["nothing, against the tenant's default", { exemptFromPasswordExpiry: false }, []],
    ["the exemption", { exemptFromPasswordExpiry: true }, ["exempt-from-password-expiry"]],
    [
      "the authentication policy",
      { authenticationPolicy: policy },
      ["allow-in-authentication-policy", "activate-authentication-policies"],
    ],
    [
      "both",
      both,
      [
        "exempt-from-password-expiry",
        "allow-in-authentication-policy",
        "activate-authentication-policies",
      ],
    ],
  ])("stands between activation and credential: %s", (_what, changes, steps) => {
    const names = namesOf(aDraft(changes));

    expect(names.slice(names.indexOf("activate") + 1, names.indexOf("issue-credential"))).toEqual(
      steps,
    );
    expect(names.indexOf("approve")).toBeLessThan(names.indexOf("activate"));
  });

  it("is taken away where it was begun, and no policy is activated for that", () => {
    const draft = aDraft(both);
    const begun = new Set(namesOf(draft));

    expect(planCleanUp({ draft, begun }, aTenant()).map(({ name }) => name)).toEqual([
      "remove-from-authentication-policy",
      "remove-password-exemption",
      "revoke-permissions",
      "remove-group-member",
      "inactivate-security-group",
      "scramble-user",
      "disable-secret",
    ]);
    expect(planCleanUp({ draft, begun: new Set(["create-user"]) }, aTenant())).toHaveLength(1);
  });

  it("ends with a retirement, after its second approval, and comes back with its undo", () => {
    const draft = { ...aDraft(both), kind: "retire" } as const;
    const names = planFor(draft, aTenant(), requestId).map(({ name }) => name);

    expect(names.slice(names.indexOf("activate") + 1, names.indexOf("scramble-user"))).toEqual([
      "remove-password-exemption",
      "remove-from-authentication-policy",
      "activate-authentication-policies",
      "inactivate-security-group",
    ]);
    expect(
      planCleanUp({ draft, begun: new Set(names) }, aTenant()).map(({ name }) => name),
    ).toEqual([
      "allow-in-authentication-policy",
      "exempt-from-password-expiry",
      "grant-permissions",
      "add-group-member",
    ]);
  });
});

describe("parseDraft", () => {
  const more = { ...plainSignOn, exemptFromPasswordExpiry: true };

  it.each<
    [
      what: string,
      raw: Parameters<typeof aRawDraft>[0],
      tenant: Partial<Tenant>,
      is: boolean | undefined,
    ]
  >([
    ["by itself", {}, {}, undefined],
    ["where it is ticked", { signOn: more }, {}, true],
    ["where the tenant says so", {}, { exemptFromPasswordExpiry: true }, true],
    ["where both say so", { signOn: more }, { exemptFromPasswordExpiry: true }, true],
    ["where it is not ticked", { signOn: plainSignOn }, {}, undefined],
    ["where it is unticked", { signOn: plainSignOn }, { exemptFromPasswordExpiry: true }, false],
  ])("exempts %s", (_what, raw, tenant, is) => {
    const { exemptFromPasswordExpiry } = valueIn(parseDraft(aRawDraft(raw), aTenant(tenant)));

    expect(exemptFromPasswordExpiry).toBe(is);
  });

  it("allows what the tenant and the recipe want, each once", () => {
    const raw = aRawDraft({ authenticationTypes: ["X509", "User Name Password"] });

    expect(valueIn(parseDraft(raw, strict)).authenticationPolicy).toEqual({
      name: "Integrations",
      allowedTypes: ["User Name Password", "X509"],
    });
    expect(valueIn(parseDraft(raw, aTenant()))).not.toHaveProperty("authenticationPolicy");
  });

  it("begins with the exemption that a recipe asks for", () => {
    const recipe: Recipe = {
      name: "kolleno",
      vendor: "Kolleno",
      source: "Guide",
      date: "2026-11-22",
      doNotAllowUiSessions: true,
      permissions: aDraft().permissions,
      exemptFromPasswordExpiry: true,
    };

    expect(fillFromRecipe(recipe, aTenant()).signOn).toEqual(more);
  });
});

function own(more: object = {}): Tenant["perRecipe"] {
  const covers = { permissions: aDraft().permissions, doNotAllowUiSessions: true };
  return [{ recipe: "viva-learning", covers: { ...covers, ...more }, rules: {} }];
}

describe("originOf", () => {
  it.each<[what: string, tenant: Partial<Tenant>, kind: string]>([
    ["nobody gives", { perRecipe: own() }, "departed"],
    ["the recipe gives", { perRecipe: own({ exemptFromPasswordExpiry: true }) }, "recipe"],
    ["the tenant gives", { perRecipe: own(), exemptFromPasswordExpiry: true }, "recipe"],
  ])("asks whose rules count for an exemption that %s", (_what, tenant, kind) => {
    expect(originOf(aDraft({ exemptFromPasswordExpiry: true }), aTenant(tenant)).kind).toBe(kind);
  });
});

describe("a tenant with an authentication policy, and an exemption", () => {
  it.each(["runner", "person"] as const)("is served by %s", async (hand) => {
    const world = aWorld({ tenant: { ...strict, hands: allBy(hand) } });
    await world.open();
    await world.live(async (digest) => {
      expect(world.workday.tenant.exempt()).toEqual([]);
      expect(world.workday.tenant.performed.map(({ name }) => name)).not.toContain(
        "activate-authentication-policies",
      );
      await world.click(ben, { kind: "approve", digest });
    });

    const request = world.request();
    expect(request.phase).toEqual({ kind: "done" });
    expect(request.facts.verification?.items).toEqual([]);
    expect(request.facts.probes?.some(({ kind }) => kind === "verified")).toBe(true);
    expect(world.workday.tenant.exempt()).toEqual(["ISU_Viva"]);
    expect(toAccount(request)).toMatchObject(both);
  });

  it("is unverified where no report shows the exemption", async () => {
    const world = aWorld({ hasReports: false });
    await world.open();
    await world.live();

    expect(world.request().facts.verification?.items).toContainEqual({
      kind: "unseen",
      words:
        "The exemption of ISU_Viva from password expiration: not seen. The tenant has no report of it.",
    });
  });

  it("tells an exemption that somebody says is done and is not", async () => {
    const world = aWorld();
    world.runner.beforeNext("allow-in-authentication-policy", () =>
      world.workday.tenant.perform({ name: "remove-password-exemption", userName: "ISU_Viva" }),
    );
    await world.open();
    await world.live();

    expect(world.request().facts.verification).toMatchObject({
      outcome: "different",
      items: [{ kind: "missing", words: "ISU_Viva is not exempt from password expiration." }],
    });
  });

  it("activates the authentication policies inside of a change window only", async () => {
    const monday: ChangeWindow = { days: ["mon"], from: "08:00", until: "09:30", timeZone: "UTC" };
    const approvalExpiresAfterMs = 8 * 86_400_000;
    const world = aWorld({
      tenant: { ...strict, changeWindows: [monday], approvalExpiresAfterMs },
    });
    world.runner.beforeNext("allow-in-authentication-policy", () => world.clock.goOn(3_600_000));
    await world.open();
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });

    expect((await world.work()).phase.kind).toBe("waiting-for-window");
    expect(world.workday.tenant.performed.at(-1)?.name).toBe("allow-in-authentication-policy");
    world.clock.goOn(7 * 86_400_000 - 3_600_000);
    await world.sweep();
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("says what the clean-up cannot take back", async () => {
    const world = aWorld();
    world.workday.allowSignOn(false);
    await world.open();
    await world.live();
    expect(world.request().phase).toMatchObject({ kind: "stuck", step: "issue-credential" });
    world.runner.refuseNext("remove-password-exemption", {
      kind: "failed",
      reason: "refused",
      words: "No.",
    });

    await world.click(ann, { kind: "withdraw" });
    const { leftBehind } = await world.work();

    const words = leftBehind.find(({ what }) => what === "account")?.words;
    expect(words).toContain("An authentication policy may still allow it");
    expect(words).toContain("It may still be exempt from password expiration");
    expect(world.workday.tenant.maySignOn("ISU_Viva")).toBe(true);
  });

  it("loses both with a retirement", async () => {
    const world = aWorld();
    await world.open();
    await world.live();
    await world.openNext(aRawChange({ kind: "retire" }));
    await world.live((digest) => {
      const { phase } = world.request();
      const isPlan = phase.kind === "waiting-for-approval" && phase.asked.step === "approve-plan";
      return world.click(isPlan ? ben : bea, { kind: "approve", digest });
    });

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.request().facts.verification?.items.map(({ words }) => words)).toEqual([
      "Whether ISU_Viva is out of the authentication policy: not seen. No report tells. Look at Manage Authentication Policies.",
      ...endedAsAsked("ISU_Viva").items.map(({ words }) => words),
    ]);
    expect(world.workday.tenant.exempt()).toEqual([]);
    expect(world.workday.tenant.maySignOn("ISU_Viva")).toBe(false);
  });
});
