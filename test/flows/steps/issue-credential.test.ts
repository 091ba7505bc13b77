import { describe, expect, it } from "vitest";
import { later } from "../../../src/flows/model/ids.ts";
import { issueCredential } from "../../../src/flows/steps/issue-credential.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, given, requestId, start } from "../../support/data/a-request.ts";
import { anActing, systemId, systemMade } from "../../support/fakes/a-step-context.ts";
import { canary } from "../../support/fakes/fake-random.ts";
import { aFault, type PlannedFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const request = given(anOpening(), systemMade);
const name = "workday-isu-acme-dpt1-ISU-Viva";
const { groupName, userName, permissions } = aDraft();

/** The recipe of the request's draft. */
const viva: Recipe = {
  name: "viva-learning",
  vendor: "Viva",
  source: "Viva, guide",
  date: "2026-11-01",
  doNotAllowUiSessions: true,
  permissions,
};

/** A tenant in which everything is done but the credential. */
function aWorld(): World {
  const world = createWorld();
  world.workday.addSystem(systemId, "Viva integration");
  world.workday.addUser(systemId, userName);
  for (const task of [
    { name: "create-security-group", groupName },
    { name: "add-group-member", groupName, userName },
    { name: "grant-permissions", groupName, permissions },
    { name: "activate", comment: "" },
  ] as const) {
    world.workday.tenant.perform(task);
  }
  return world;
}

function issue(world: World): ReturnType<typeof issueCredential> {
  return issueCredential(anActing(world, { request }));
}

describe("issueCredential", () => {
  it("ends with one password: in Workday, and readable in the vault", async () => {
    const world = aWorld();

    const issued = await issue(world);

    const [version] = world.vault.all();
    expect(issued).toMatchObject({ ok: true, value: { secret: version?.reference } });
    expect(world.vault.readAsConsumer(name)).toBe(world.random.passwords[0]);
    expect(world.workday.users()[0]?.password.reveal()).toBe(world.random.passwords[0]);
    expect(version?.tags).toEqual({
      "managed-by": "workday-isu-bot",
      request: requestId,
      isu: "ISU_Viva",
      tenant: "acme_dpt1",
    });
    expect(JSON.stringify(issued)).not.toContain(canary);
  });

  it("has none of the characters that the vendor of the account's recipe cannot take", async () => {
    const world = aWorld();
    const recipe = { ...viva, passwordWithout: ["&", "#"] };
    const recipes = { find: (one: string) => (one === viva.name ? recipe : undefined) };

    await issueCredential({
      ...anActing(world, { request }),
      deps: { ...world.deps, recipes },
    });

    expect(world.random.passwords[0]).toMatch(/^Canary1<"x+$/);
  });

  it("has whatever the tenant's rules allow where the account is filled from no recipe", async () => {
    const world = aWorld();
    const { recipe: _, ...blank } = aDraft();

    await issueCredential(anActing(world, { request: given(anOpening(blank), systemMade) }));

    expect(world.random.passwords[0]).toMatch(/^Canary#1<&"x+$/);
  });

  it("keeps the version disabled until somebody has signed on with it", async () => {
    const world = aWorld();
    let seen: string | undefined = "nothing was probed";
    world.mishaps.meanwhile("workday.probe", async () => {
      seen = world.vault.readAsConsumer(name);
    });

    await issue(world);

    expect(seen).toBeUndefined();
    expect(world.mishaps.calls.slice(0, 4)).toEqual([
      "workday.findUserOfSystem",
      "vault.putDisabledVersion",
      "workday.putIntegrationSystemUser",
      "workday.probe",
    ]);
  });

  it("stores until when the secret is good", async () => {
    const world = aWorld();
    const asked: number[] = [];
    const vault = {
      ...world.vault,
      putDisabledVersion: (secret: Parameters<typeof world.vault.putDisabledVersion>[0]) => {
        asked.push(secret.expiresAt);
        return world.vault.putDisabledVersion(secret);
      },
    };
    const acting = anActing(world, { request });

    await issueCredential({ ...acting, deps: { ...acting.deps, vault } });

    expect(asked).toEqual([later(start, 365 * 86_400_000)]);
  });

  it("issues another one when it is repeated, and disables the one that lost", async () => {
    const world = aWorld();

    await issue(world);
    await issue(world);

    expect(world.vault.all().map(({ enabled }) => enabled)).toEqual([false, true]);
    expect(world.vault.readAsConsumer(name)).toBe(world.random.passwords[1]);
    expect(world.workday.users()[0]?.password.reveal()).toBe(world.random.passwords[1]);
  });

  it.each<[call: string, fault: PlannedFault]>([
    ["vault.putDisabledVersion", { kind: "unknown", times: 1 }],
    ["vault.putDisabledVersion", { kind: "unknown", times: 1, isDone: true }],
    ["workday.putIntegrationSystemUser", { kind: "unknown", times: 1 }],
    ["workday.putIntegrationSystemUser", { kind: "unknown", times: 1, isDone: true }],
    ["vault.enableVersion", { kind: "unknown", times: 1 }],
    ["vault.enableVersion", { kind: "unknown", times: 1, isDone: true }],
    ["vault.disableVersion", { kind: "unknown", times: 1 }],
  ])("issues again when nobody knows what became of %s (%j)", async (call, fault) => {
    const world = aWorld();
    await issue(world);
    world.mishaps.fail(call, fault);

    expect((await issue(world)).ok).toBe(true);
    const newest = world.random.passwords.at(-1);
    expect(world.vault.all().filter(({ enabled }) => enabled)).toHaveLength(1);
    expect(world.vault.readAsConsumer(name)).toBe(newest);
    expect(world.workday.users()[0]?.password.reveal()).toBe(newest);
  });

  it.each([
    "workday.findUserOfSystem",
    "vault.putDisabledVersion",
    "workday.putIntegrationSystemUser",
    "workday.probe",
    "vault.enableVersion",
    "vault.listVersions",
  ])("hands on that %s is denied", async (call) => {
    const world = aWorld();
    world.mishaps.fail(call, { kind: "denied" });

    expect(await issue(world)).toEqual({
      ok: false,
      error: aFault("denied", call.startsWith("vault") ? "Key Vault" : "Workday"),
    });
  });

  it.each<[what: string, prepare: (world: World) => void]>([
    ["is gone", ({ workday }) => workday.deleteUser(systemId)],
    [
      "has become another",
      ({ workday }) => {
        workday.deleteUser(systemId);
        workday.addUser(systemId, "ISU_Other");
      },
    ],
  ])("sets no password when the account %s", async (_what, prepare) => {
    const world = aWorld();
    prepare(world);

    expect(await issue(world)).toMatchObject({ ok: false, error: { kind: "stopped" } });
    expect(world.workday.puts).toEqual([]);
    expect(world.vault.all()).toEqual([]);
  });

  it("leaves the version disabled when nobody can sign on", async () => {
    const world = aWorld();
    world.workday.allowSignOn(false);

    expect(await issue(world)).toMatchObject({ ok: false, error: { kind: "stopped" } });
    expect(world.vault.readAsConsumer(name)).toBeUndefined();
  });

  it("never overwrites a secret that is not the bot's", async () => {
    const world = aWorld();
    world.vault.putForeign(name);

    expect(await issue(world)).toMatchObject({ ok: false, error: { kind: "rejected" } });
    expect(world.vault.readAsConsumer(name)).toBe("theirs");
    expect(world.workday.puts).toEqual([]);
  });
});
