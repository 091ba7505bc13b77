import { describe, expect, it } from "vitest";
import type { CreateDraft } from "../../../src/flows/request/draft.ts";
import { createUser } from "../../../src/flows/steps/create-user.ts";
import { enableTokenSignOn } from "../../../src/flows/steps/enable-token-sign-on.ts";
import { issueCredential } from "../../../src/flows/steps/issue-credential.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { anActing, systemId, systemMade } from "../../support/fakes/a-step-context.ts";
import { canary } from "../../support/fakes/fake-random.ts";
import { aFault, type PlannedFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const put = "workday.putIntegrationSystemUser";
const x509 = { key: { type: "Certificate_ID", id: "Sig" } } as const;
const saml = {
  issuer: "idp",
  identityProviderKey: { type: "Certificate_ID", id: "IdP" },
} as const;

function acting(
  world: World,
  changes: Partial<CreateDraft> = { x509 },
): ReturnType<typeof anActing> {
  return anActing(world, { request: given(anOpening(aDraft(changes)), systemMade) });
}

function aWorld(userName?: string): World {
  const world = createWorld();
  world.workday.addSystem(systemId, "Viva integration");
  if (userName !== undefined) world.workday.addUser(systemId, userName);
  return world;
}

describe("the account before the approval", () => {
  it("has neither x509 nor SAML: nobody can sign on yet", async () => {
    const world = aWorld();

    await createUser(acting(world, { x509, saml }));

    expect(world.workday.users()).toHaveLength(1);
    expect(world.workday.users()[0]).not.toHaveProperty("tokens");
  });

  it("has Workday's own password where it was asked for, and the bot makes none", async () => {
    const world = aWorld();

    await createUser(acting(world, { passwordFrom: "workday", requireNewPassword: true }));

    expect(world.workday.users()).toMatchObject([{ isGenerated: true, requireNewPassword: true }]);
    expect(world.random.passwords).toEqual([]);
  });

  it("hangs on the system by its WID where the person named it so", async () => {
    const world = createWorld();
    world.workday.addSystem(existingSystem.id, existingSystem.name);
    const asked: (string | undefined)[] = [];
    const wid = "0123456789abcdef0123456789abcdef";
    const step = acting(world, { system: { ...existingSystem, wid } });
    const workday = {
      ...world.workday,
      putIntegrationSystemUser: (
        user: Parameters<typeof world.workday.putIntegrationSystemUser>[0],
      ) => {
        asked.push(user.systemWid);
        return world.workday.putIntegrationSystemUser(user);
      },
    };

    await createUser({ ...step, place: { ...step.place, workday } });

    expect(asked).toEqual([wid]);
  });
});

describe("enableTokenSignOn", () => {
  it.each<[what: string, changes: Partial<CreateDraft>, isGenerated: boolean]>([
    ["a password thrown away", { x509, saml }, false],
    ["a password of Workday's", { x509, saml, passwordFrom: "workday" }, true],
  ])("puts what was asked for, with %s", async (_what, changes, isGenerated) => {
    const world = aWorld("isu_viva");

    const enabled = await enableTokenSignOn(acting(world, changes));

    expect(enabled).toMatchObject({
      ok: true,
      value: { references: { system: [{ type: "WID" }, { id: systemId }] } },
    });
    expect(world.workday.users()).toMatchObject([{ isGenerated, tokens: [{ x509, saml }] }]);
    expect(world.vault.all()).toEqual([]);
    expect(JSON.stringify(enabled)).not.toContain(canary);
  });

  it.each<PlannedFault>([
    { kind: "unknown", times: 1 },
    { kind: "unknown", times: 1, isDone: true },
  ])("puts once more when nobody knows what became of it (%j)", async (fault) => {
    const world = aWorld("ISU_Viva");
    world.mishaps.fail(put, fault);

    expect((await enableTokenSignOn(acting(world))).ok).toBe(true);
    expect(world.workday.users()).toMatchObject([{ tokens: [{ x509 }] }]);
  });

  it("hands on that Workday refuses it, with the field that it is about", async () => {
    const world = aWorld("ISU_Viva");
    world.mishaps.fail(put, { kind: "rejected" });

    expect(await enableTokenSignOn(acting(world))).toEqual({
      ok: false,
      error: aFault("rejected"),
    });
  });

  it("touches no account that has become another", async () => {
    const world = aWorld("ISU_Else");

    expect(await enableTokenSignOn(acting(world))).toMatchObject({
      ok: false,
      error: { kind: "stopped" },
    });
    expect(world.workday.puts).toEqual([]);
  });
});

describe("the credential of an account with tokens", () => {
  it("is put with the same tokens again, so that none is taken away", async () => {
    const world = aWorld("ISU_Viva");

    expect((await issueCredential(acting(world))).ok).toBe(true);

    expect(world.workday.users()).toMatchObject([{ tokens: [{ x509 }] }]);
  });
});

describe("the credential of an account that must change its password", () => {
  it("is stored and enabled without a sign-on, which Workday would refuse", async () => {
    const world = aWorld("ISU_Viva");

    const issued = await issueCredential(acting(world, { requireNewPassword: true }));

    expect(issued.ok && "probes" in issued.value).toBe(false);
    expect(world.mishaps.calls).not.toContain("workday.probe");
    expect(world.vault.all().map(({ enabled }) => enabled)).toEqual([true]);
    expect(world.workday.users()).toMatchObject([{ requireNewPassword: true }]);
  });
});
