import { expect, it } from "vitest";
import { findLeftoverSecrets } from "../../../src/flows/cleanup/leftover-secrets.ts";
import type { SecretVersion } from "../../../src/flows/ports/vault.ts";
import type { ClientDraft } from "../../../src/flows/request/draft.ts";
import { ok } from "../../../src/result.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given, requestId } from "../../support/data/a-request.ts";
import { createWorld } from "../../support/fakes/world.ts";

const client = {
  name: "Viva client",
  nonExpiringRefreshTokens: true,
  functionalAreas: [],
  includeWorkdayOwnedScope: false,
};
const { system: _made, ...account } = aDraft();
const draft: ClientDraft = { ...account, system: existingSystem, kind: "replace-token", client };

function aVersion(version: string, request: string, enabled: boolean): SecretVersion {
  const url = "https://acme-isu.vault.azure.net/secrets/token";
  return {
    reference: { name: "token", version, url, versionedUrl: `${url}/${version}` },
    enabled,
    tags: { request, isu: "ISU_Viva", tenant: "acme_dpt1" },
  };
}

it("takes the first of a list that tells no times for the newest", async () => {
  const { deps } = createWorld();
  const versions = [aVersion("mine", requestId, false), aVersion("before", "ISU-00000000", true)];
  const vault = { ...deps.vault, listVersions: async () => ok(versions) };
  const request = given(anOpening(draft), { kind: "step-begun", step: "replace-refresh-token" });

  const left = await findLeftoverSecrets({ ...deps, vault }, { ...request, draft });

  expect(left?.words).toContain("secrets/token/mine), so whoever reads it by its name alone");
  expect(left?.words).toContain(
    "The last enabled one is https://acme-isu.vault.azure.net/secrets/token/before.",
  );
});
