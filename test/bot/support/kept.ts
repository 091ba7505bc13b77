import { expect } from "vitest";
import { toShown } from "../../../src/bot/slack/to-shown.ts";
import { parseSignOn } from "../../../src/flows/intake/parse-sign-on.ts";
import { type RawSignOn } from "../../../src/flows/model/sign-on.ts";
import type { ChangeWindow } from "../../../src/flows/tenant/change-window.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";
import { everyState } from "./shown-requests.ts";

export const production = aTenant({ label: "Acme production", production: true });
export const states = everyState();
export const windows: readonly ChangeWindow[] = [
  { days: ["sat", "sun"], from: "22:00", until: "04:00", timeZone: "Europe/Zurich" },
  { days: ["wed"], from: "20:00", until: "21:00", timeZone: "Europe/Zurich" },
];
export const strict = { ...production, changeWindows: windows };

export const everySignOn: RawSignOn = {
  passwordFrom: "workday",
  requireNewPassword: true,
  exemptFromPasswordExpiry: true,
  x509: true,
  x509Key: "Entra_Signing_2026",
  saml: true,
  samlIssuer: "https://idp.example/<saml>",
  identityProviderKey: "IdP_2026",
  holderOfKeyKey: "0123456789abcdef0123456789abcdef",
};
export const everyDraft = aDraft(valueIn(parseSignOn(everySignOn)));
/**
 * Compares with what left for Slack before, in a workspace that shows newer blocks; a change has to be looked at
 * and taken on purpose.
 */
export async function isAsKept(name: string, shown: unknown): Promise<void> {
  await expect(`${JSON.stringify(toLeft(shown), null, 2)}\n`).toMatchFileSnapshot(
    `../snapshots/${name}.json`,
  );
}

function toLeft(shown: unknown): unknown {
  if (typeof shown !== "object" || shown === null || !("blocks" in shown)) return shown;
  return { ...shown, blocks: toShown({ ...shown }, { newerBlocks: true })["blocks"] };
}
