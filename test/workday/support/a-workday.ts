import type { UserSettings, Workday } from "../../../src/flows/ports/workday.ts";
import { Secret } from "../../../src/secret.ts";
import { createWorkday, type WorkdayOptions } from "../../../src/workday/workday.ts";

/** The adapter over a `fetch` of the test's own. */
export function aWorkday(
  fetch: typeof globalThis.fetch,
  options: Partial<WorkdayOptions> = {},
): Workday {
  return createWorkday({
    servicesUrl: "https://services.example.com",
    tenant: "acme_dpt1",
    version: "v31.2",
    account: { userName: "ISU_Bot", password: new Secret("bot-password") },
    timeoutMs: 5_000,
    fetch,
    ...options,
  });
}

export function someSettings(parts: Partial<UserSettings> = {}): UserSettings {
  return {
    systemId: "INT_Okta",
    userName: "ISU_Okta",
    password: new Secret("new-password"),
    doNotAllowUiSessions: true,
    ...parts,
  };
}
