import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { stringify } from "yaml";
import type { Problem } from "../../src/config/problems.ts";
import { type Config, readConfig } from "../../src/config/read-config.ts";
import type { Result } from "../../src/result.ts";

/** Values that no problem may ever show. */
export const canaries = {
  SLACK_BOT_TOKEN: "xoxb-canary-bot-token",
  SLACK_SIGNING_SECRET: "canary-signing-secret",
  SLACK_APP_TOKEN: "xapp-canary-app-token",
  DATABASE_URL: "postgresql://bot:canary-database@127.0.0.1/isu",
  AUDIT_KEY: "canary-audit-key-0123456789abcdef",
  /** The key of RFC 9421, appendix B.1.4, which everybody knows. */
  RUNNER_SIGNING_KEY: "MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF",
  AZURE_CLIENT_SECRET: "canary-client-secret",
  WORKDAY_PASSWORD: "canary-workday-password",
} as const;

/** The public half of {@link canaries}' key, and the key of a runner (RFC 8037, appendix A.2). */
export const ownPublicKey = "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";
export const runnerPublicKey = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

/** The least that a bot needs from its environment. */
export const leastEnvironment = {
  SLACK_BOT_TOKEN: canaries.SLACK_BOT_TOKEN,
  SLACK_SIGNING_SECRET: canaries.SLACK_SIGNING_SECRET,
  DATABASE_URL: canaries.DATABASE_URL,
  AUDIT_KEY: canaries.AUDIT_KEY,
  WORKDAY_PASSWORD: canaries.WORKDAY_PASSWORD,
};

/** A tenant with the least that has to be said. */
export function aTenantEntry(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: "acme_dpt1",
    label: "Acme preview",
    production: false,
    channel: "C024BE91L",
    servicesUrl: "https://impl-services1.example.com",
    version: "v31.2",
    account: { userName: "ISU_Slack_Bot", password: { env: "WORKDAY_PASSWORD" } },
    requesters: { groups: ["S0614TZR7"] },
    doers: { people: ["U024BE7LH"] },
    approvers: { people: ["U0G9QF9C6"], groups: ["S0604QSJC"] },
    ...changes,
  };
}

/** A file with the least that has to be said. */
export function aFile(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    slack: { team: "T024BE7LD", delivery: "http" },
    vault: {
      url: "https://isu-secrets.vault.azure.net",
      identity: { kind: "managed-identity" },
    },
    tenants: [aTenantEntry()],
    ...changes,
  };
}

/** An empty folder, gone when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "isu-bot-config-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Reads a configuration that is written as text, or as the values it holds. */
export function read(
  file: string | Record<string, unknown>,
  env: Readonly<Record<string, string | undefined>> = leastEnvironment,
): Result<Config, readonly Problem[]> {
  const folder = aFolder();
  const text = typeof file === "string" ? file : stringify(file);
  writeFileSync(join(folder, "config.yml"), text);
  return readConfig(env, folder);
}

/** What is wrong with a configuration: key, found and expected of each problem. */
export function problemsOf(
  file: string | Record<string, unknown>,
  env: Readonly<Record<string, string>> = leastEnvironment,
): readonly (readonly [key: string, found: string, expected: string])[] {
  const answer = read(file, env);
  return answer.ok ? [] : answer.error.map(({ key, found, expected }) => [key, found, expected]);
}
