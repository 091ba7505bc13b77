import { describe, it } from "vitest";
import { type Breakage, expectFinding } from "../../support/processes/breakage.ts";
import { examineApart } from "../../support/processes/examine.ts";

/** Nobody listens there. */
const nowhere = "http://127.0.0.1:2";

const breakages: readonly (readonly [why: string, breakage: Breakage])[] = [
  [
    "a vault out of reach",
    {
      settings: {
        file: { vault: { url: nowhere, identity: { kind: "managed-identity" } } },
      },
      finds: {
        area: "Key Vault",
        what: "readMetadata",
        words: "cannot be reached",
        remedy: "vault.url",
      },
    },
  ],
  [
    "a role without readMetadata",
    {
      break: (outside) => outside.vault.failNext({ kind: "rbac", method: "GET", times: 9 }),
      args: ["--write-test-secret"],
      finds: {
        area: "Key Vault",
        what: "readMetadata",
        words: "may not do this",
        remedy: "Microsoft.KeyVault/vaults/secrets/readMetadata/action",
      },
    },
  ],
  [
    "a firewall",
    {
      break: (outside) => outside.vault.failNext({ kind: "firewall", times: 9 }),
      finds: {
        area: "Key Vault",
        what: "readMetadata",
        words: "network rules",
        remedy: "the vault's firewall",
      },
    },
  ],
  [
    "a role without setSecret, when asked to write",
    {
      break: (outside) => outside.vault.failNext({ kind: "rbac", method: "PUT" }),
      args: ["--write-test-secret"],
      finds: {
        area: "Key Vault",
        what: "setSecret",
        words: "may not do this",
        remedy: "secrets/setSecret/action",
      },
    },
  ],
  [
    "a role without update, when asked to write",
    {
      break: (outside) => outside.vault.failNext({ kind: "rbac", method: "PATCH" }),
      args: ["--write-test-secret"],
      finds: {
        area: "Key Vault",
        what: "update",
        words: "may not do this",
        remedy: "secrets/update/action",
      },
    },
  ],
];

describe("npm run doctor looks at the vault", () => {
  it("finds an identity that Azure does not know, and nothing else", async () => {
    const breakage: Breakage = {
      toSettings: (outside) => ({
        file: {
          vault: {
            url: outside.vault.url,
            identity: { kind: "managed-identity", clientId: "nobody" },
          },
        },
      }),
      finds: { area: "Key Vault", what: "identity", words: "no token", remedy: "vault.identity" },
    };

    await expectFinding(breakage, examineApart);
  });

  it.each(breakages)("finds %s, and nothing else", async (_why, breakage) => {
    await expectFinding(breakage);
  });
});
