import { describe, expect, it } from "vitest";
import { prepareSettings } from "../../../src/flows/intake/prepare-settings.ts";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import { listSettings } from "../../../src/flows/wording/describe-settings.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { someSettings, withAccount } from "../../support/data/changes.ts";

const signOn = { ...plainSignOn, x509: true, x509Key: "Old_2025" };
const withKey = { raw: aRawDraft({ signOn }) };

describe("prepareSettings", () => {
  it("allows the account in the policy that the configuration names by now", async () => {
    const world = await withAccount();
    const policy = { name: "Integrations", allowedTypes: ["User Name Password"] };
    const raw = await someSettings(world, { policyChange: "allow" });

    const prepared = await prepareSettings(world, raw, aTenant({ authenticationPolicy: policy }));

    expect(prepared.ok && listSettings(prepared.value)[0]?.lines).toEqual([
      "Allowed in Integrations: as it is -> yes",
    ]);
    expect(prepared).toMatchObject({
      value: { authenticationPolicy: policy, policyChange: { kind: "allow", policy } },
    });
  });

  it("takes what Workday does not say as it was asked for, and puts only what is said", async () => {
    const world = await withAccount(withKey);
    const { findUserOfSystem } = world.workday;
    const silent = {
      ...world.workday,
      findUserOfSystem: async (id: string) => {
        const user = await findUserOfSystem(id);
        if (!user.ok || user.value === undefined) return user;
        const { systemId, systemWid, userName } = user.value;
        return ok({ systemId, systemWid, userName });
      },
      readPasswordExemptions: async () => ok(undefined),
    };
    const raw = await someSettings({ ...world, workday: silent }, { requireNewPassword: true });
    expect(raw).toMatchObject({ doNotAllowUiSessions: true, isExempt: false, shown: {} });

    const prepared = await prepareSettings(
      { ...world, workday: silent },
      { ...raw, newPasswordConfirmed: true },
      world.tenant,
    );

    expect(prepared).toMatchObject({ ok: true, value: { x509: { key: { id: "Old_2025" } } } });
  });

  it.each([
    ["nobody, which proves nothing", [], true],
    ["somebody who is known, and not the account", ["ISU_Bot"], false],
    ["nobody who is known", ["lmcneil"], true],
  ])("begins with the exemption as the tenant shows it: %s", async (_what, exempt, isExempt) => {
    const asked = { ...plainSignOn, exemptFromPasswordExpiry: true };
    const world = await withAccount({ raw: aRawDraft({ signOn: asked }) });
    const workday = { ...world.workday, readPasswordExemptions: async () => ok(exempt) };

    const raw = await someSettings({ ...world, workday }, {});

    expect(raw).toMatchObject({ isExempt });
  });

  it.each(["workday.findUserOfSystem", "workday.readPasswordExemptions"])(
    "says that %s failed, and asks for nothing",
    async (call) => {
      const world = await withAccount();
      const raw = await someSettings(world, { sessionTimeoutMinutes: "60" });
      world.mishaps.fail(call, { kind: "denied" });

      expect(await prepareSettings(world, raw, world.tenant)).toMatchObject({
        error: { kind: "fault" },
      });
      expect(await prepareSettings(world, { ...raw, reason: "" }, world.tenant)).toMatchObject({
        error: { kind: "problems" },
      });
    },
  );

  it("is refused where Workday does not name a key", async () => {
    const world = await withAccount(withKey);
    const { findUserOfSystem } = world.workday;
    const nameless = {
      ...world.workday,
      findUserOfSystem: async (id: string) => {
        const user = await findUserOfSystem(id);
        if (!user.ok || user.value === undefined) return user;
        return ok({ ...user.value, tokens: [{ x509: { key: [] } }] });
      },
    };
    const ground = { ...world, workday: nameless };
    const raw = await someSettings(ground, { sessionTimeoutMinutes: "60" });

    expect(await prepareSettings(ground, raw, world.tenant)).toMatchObject({
      error: { problems: { userName: like("does not name the key") } },
    });
  });

  it("is refused where somebody changed the settings since the form opened", async () => {
    const world = await withAccount(withKey);
    const raw = await someSettings(world, { doNotAllowUiSessions: false });

    const moved = await world.openNext({
      ...raw,
      shown: { ...raw.shown, sessionTimeoutMinutes: 9 },
    });
    const exempt = await world.openNext({ ...raw, isExempt: true });

    expect(JSON.stringify(moved)).toContain("Session timeout: 9 minutes -> 0 minutes");
    expect(JSON.stringify(exempt)).toContain("its exemption from password expiration");
  });
});
