import { describe, expect, it } from "vitest";
import type { AccountSettings } from "../../../src/flows/model/account-settings.ts";
import type { SettingsDraft } from "../../../src/flows/request/draft.ts";
import { changeSettings, restoreSettings } from "../../../src/flows/steps/change-settings.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld } from "../../support/fakes/world.ts";

const shown: AccountSettings = {
  sessionTimeoutMinutes: 0,
  doNotAllowUiSessions: false,
  requireNewPassword: false,
  tokens: [],
};

function acting(asked: Partial<SettingsDraft> = {}) {
  const world = createWorld();
  world.workday.addSystem(existingSystem.id, "A system");
  world.workday.addUser(existingSystem.id, "ISU_Viva");
  const draft: SettingsDraft = {
    ...aDraft({ system: existingSystem }),
    kind: "settings",
    shown,
    change: { sessionTimeoutMinutes: 60 },
    ...asked,
  };
  return { world, step: anActing(world, { request: given(anOpening(draft)) }) };
}

describe("changeSettings", () => {
  it("puts them once, and back", async () => {
    const { world, step } = acting();

    expect(await changeSettings(step)).toEqual({ ok: true, value: {} });
    expect(world.workday.users()).toMatchObject([{ sessionTimeoutMinutes: 60 }]);
    expect(await changeSettings(step)).toEqual({ ok: true, value: {} });
    expect(await restoreSettings(step)).toEqual({ ok: true, value: {} });

    expect(world.workday.users()).toMatchObject([{ sessionTimeoutMinutes: 0 }]);
    expect(world.workday.puts).toEqual([]);
  });

  it("puts nothing to an account that has become another", async () => {
    const { world, step } = acting();
    world.workday.deleteUser(existingSystem.id);

    expect(await changeSettings(step)).toMatchObject({ error: { kind: "stopped" } });
  });

  it.each(["denied", "rejected"] as const)("hands on that the put is %s", async (kind) => {
    const { world, step } = acting();
    world.mishaps.fail("workday.putIntegrationSystemUser", { kind });

    expect(await changeSettings(step)).toEqual({ ok: false, error: aFault(kind) });
  });

  it("puts nothing where a key that stays is not named", async () => {
    const nameless = [{ x509: { key: [] } }];
    const { world, step } = acting({ shown: { ...shown, tokens: nameless } });
    const { findUserOfSystem } = world.workday;
    const workday = {
      ...world.workday,
      findUserOfSystem: async (id: string) => {
        const user = await findUserOfSystem(id);
        return user.ok && user.value
          ? { ok: true as const, value: { ...user.value, tokens: nameless } }
          : user;
      },
    };

    const put = await changeSettings({ ...step, place: { ...step.place, workday } });

    expect(put).toMatchObject({ error: { kind: "unreadable" } });
    expect(world.workday.users()).not.toMatchObject([{ sessionTimeoutMinutes: 60 }]);
  });

  it("is planned for no other kind of request", async () => {
    const { world } = acting();
    const request = given(anOpening());

    await expect(changeSettings(anActing(world, { request }))).rejects.toThrow("no settings");
  });
});
