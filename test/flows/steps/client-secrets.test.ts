import { describe, expect, it } from "vitest";
import { type ClientValue, clientValues } from "../../../src/flows/model/api-client.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { AccountDraft } from "../../../src/flows/request/draft.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { SecretReference } from "../../../src/flows/request/step-facts.ts";
import {
  disableClientSecrets,
  disableOldClientSecrets,
} from "../../../src/flows/steps/client-secrets.ts";
import { Secret } from "../../../src/secret.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, given, requestId } from "../../support/data/a-request.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const client = {
  name: "Viva API Client",
  functionalAreas: ["System"],
  nonExpiringRefreshTokens: true,
  includeWorkdayOwnedScope: false,
};
const earlier = "ISU-00000000";

function asking(kind: "api-client" | "disable-client" | "replace-token"): Request {
  const draft: AccountDraft = { ...aDraft(), kind, client };
  return given(anOpening(draft));
}

async function keep(
  { vault }: World,
  value: ClientValue,
  { request = earlier, isu = "ISU_Viva" } = {},
): Promise<SecretReference> {
  const stored = await vault.putDisabledVersion({
    name: `workday-isu-acme-dpt1-ISU-Viva-${value}`,
    value: new Secret("Canary#1"),
    tags: { request, isu, tenant: "acme_dpt1" },
    expiresAt: instant(0),
  });
  const reference = valueIn(stored);
  await vault.enableVersion(reference);
  return reference;
}

function enabled({ vault }: World): readonly boolean[] {
  return vault.all().map((version) => version.enabled);
}

function storing(reference: SecretReference): Request {
  const outcome = { kind: "not-tried", words: "" } as const;
  return given(anOpening({ ...aDraft(), kind: "replace-token", client }), {
    kind: "step-finished",
    step: "replace-refresh-token",
    facts: { client: { stored: [{ value: "refresh-token", reference }], outcome } },
  });
}

describe("disableOldClientSecrets", () => {
  it("disables every version of what was stored anew but the one that counts, and nothing else", async () => {
    const world = createWorld();
    await keep(world, "refresh-token");
    const reference = await keep(world, "refresh-token", { request: requestId });
    await keep(world, "client-secret");

    const request = storing(reference);

    expect(await disableOldClientSecrets(anActing(world, { request }))).toEqual({
      ok: true,
      value: {},
    });
    expect(enabled(world)).toEqual([false, true, true]);
  });

  it("disables nothing where nothing was stored", async () => {
    const world = createWorld();
    await keep(world, "refresh-token");

    const request = asking("replace-token");

    expect(await disableOldClientSecrets(anActing(world, { request }))).toEqual({
      ok: true,
      value: {},
    });
    expect(enabled(world)).toEqual([true]);
  });

  it.each(["vault.listVersions", "vault.disableVersion"])(
    "hands on that %s is denied",
    async (call) => {
      const world = createWorld();
      await keep(world, "refresh-token");
      const request = storing(await keep(world, "refresh-token", { request: requestId }));
      world.mishaps.fail(call, { kind: "denied" });

      expect(await disableOldClientSecrets(anActing(world, { request }))).toEqual({
        ok: false,
        error: aFault("denied", "Key Vault"),
      });
    },
  );
});

describe("disableClientSecrets", () => {
  it.each([
    ["api-client", [true, false, true, false, true, true]],
    ["disable-client", [false, false, false, false, false, false]],
  ] as const)("of %s disables what is its to disable, however often", async (kind, left) => {
    const world = createWorld();
    for (const value of clientValues) {
      await keep(world, value);
      if (value !== "refresh-token") await keep(world, value, { request: requestId });
    }
    await keep(world, "refresh-token", { isu: "isu_viva" });
    const acting = anActing(world, { request: asking(kind) });

    for (let times = 0; times < 2; times += 1) {
      expect(await disableClientSecrets(acting)).toEqual({ ok: true, value: {} });
      expect(enabled(world)).toEqual(left);
    }
  });

  it.each(["vault.listVersions", "vault.disableVersion"])(
    "hands on that %s is denied",
    async (call) => {
      const world = createWorld();
      await keep(world, "client-secret", { request: requestId });
      world.mishaps.fail(call, { kind: "denied" });

      expect(
        await disableClientSecrets(anActing(world, { request: asking("api-client") })),
      ).toEqual({
        ok: false,
        error: aFault("denied", "Key Vault"),
      });
    },
  );
});
