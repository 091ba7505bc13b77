import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFile, aFolder, aTenantEntry, problemsOf, runnerPublicKey } from "./a-config.ts";

const here = "http://127.0.0.1:4567";
const slack = { team: "T024BE7LD", delivery: "http", apiUrl: `${here}/api/` };
const vault = { url: here, identity: { kind: "managed-identity" } };
const runner = { url: here, publicKey: runnerPublicKey };

function aProduction(servicesUrl: string): Record<string, unknown> {
  return aTenantEntry({ name: "acme", production: true, servicesUrl });
}

/** A clock that is set, the embedded database, and a tenant in production beside one that is not. */
function aTrial(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const clockFile = join(aFolder(), "clock");
  writeFileSync(clockFile, "0");
  return aFile({
    allowLoopbackHttp: true,
    database: "embedded",
    clockFile,
    slack,
    vault,
    tenants: [aTenantEntry({ servicesUrl: here }), aProduction(here)],
    ...changes,
  });
}

describe("a tenant in production that is only tried", () => {
  it("may go by a set clock and an embedded database, where every service is on this machine", () => {
    expect(problemsOf(aTrial())).toEqual([]);
    expect(
      problemsOf(aTrial({ slack: { ...slack, apiUrl: "http://localhost:4567/api/" } })),
    ).toEqual([]);
  });

  it.each([
    ["Slack", { slack: { team: "T024BE7LD", delivery: "http" } }],
    ["the vault", { vault: { ...vault, url: "https://isu-secrets.vault.azure.net" } }],
    ["the runner", { runner: { ...runner, url: "https://runner.example.com" } }],
    ["Workday", { tenants: [aProduction("https://services1.example.com")] }],
    ["what cannot be read as the vault's", { vault: { ...vault, url: "nowhere" } }],
    [
      "what cannot be read of a tenant",
      { tenants: [aTenantEntry({ servicesUrl: 7 }), aProduction(here)] },
    ],
    [
      "another tenant's Workday",
      {
        tenants: [
          aTenantEntry({ servicesUrl: "https://127.0.0.1.example.com" }),
          aProduction(here),
        ],
      },
    ],
  ])("may not where %s is somewhere else", (_what, elsewhere) => {
    const keys = problemsOf(aTrial(elsewhere)).map(([key]) => key);

    expect(keys).toEqual(expect.arrayContaining(["database", "clockFile"]));
  });

  it("may not where plain addresses of this machine are not allowed", () => {
    const keys = problemsOf(aTrial({ allowLoopbackHttp: false })).map(([key]) => key);

    expect(keys).toEqual(expect.arrayContaining(["database", "clockFile"]));
  });
});
