import { err, ok, type Result } from "../../result.ts";
import {
  type AccountSettings,
  applyChange,
  type SamlChange,
  type SettingsChange,
  type X509Change,
} from "../model/account-settings.ts";
import type { RawSettings } from "../model/raw-settings.ts";
import { compareSettings } from "../model/settings-difference.ts";
import { plainSignOn, type SignOn } from "../model/sign-on.ts";
import type { SettingsDraft } from "../request/draft.ts";
import type { FieldProblems } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkWhy, parseTimeout } from "./parse-draft.ts";
import { parseSignOn } from "./parse-sign-on.ts";

/** What of an account is to be otherwise. */
export type AskedSettings = Pick<SettingsDraft, "change" | "exemptionChange" | "policyChange">;

/** What the form asks for, checked by every rule that needs no Workday. What is as it was is not asked for. */
export function parseSettings(
  raw: RawSettings,
  tenant: Tenant,
): Result<AskedSettings, FieldProblems> {
  const timeout = parseTimeout(raw.sessionTimeoutMinutes, tenant.maxSessionTimeoutMinutes);
  const signOn = readTokens(raw);
  const problems: FieldProblems = {
    ...(timeout.ok ? {} : { sessionTimeoutMinutes: timeout.error }),
    ...(signOn.ok ? {} : signOn.error),
    ...checkNewPassword(raw),
    ...checkPolicy(raw, tenant),
    ...checkWhy(raw),
  };
  if (!timeout.ok || !signOn.ok || Object.keys(problems).length > 0) return err(problems);
  const change = {
    ...listPlain(raw, timeout.value.sessionTimeoutMinutes),
    ...toTokenChange(raw, signOn.value),
  };
  const stray = checkTokens(raw, change);
  if (Object.keys(stray).length > 0) return err(stray);
  const asked = { change, ...toSignOnChanges(raw, tenant) };
  return isNothing(asked) ? err({ sessionTimeoutMinutes: nothing }) : ok(asked);
}

const nothing = "Nothing would change. Change this or another setting.";

function isNothing({ change, exemptionChange, policyChange }: AskedSettings): boolean {
  const isKept = Object.keys(change).length === 0;
  return isKept && exemptionChange === undefined && policyChange === undefined;
}

/** Where Workday does not say whether UI sessions are allowed, they count as closed: the safer of both. */
export function hasClosedUi({ doNotAllowUiSessions = true }: AccountSettings): boolean {
  return doNotAllowUiSessions;
}

function listPlain({ shown, ...raw }: RawSettings, minutes: number | undefined): SettingsChange {
  const { doNotAllowUiSessions, requireNewPassword } = raw;
  const { requireNewPassword: mustChange = false } = shown;
  return {
    ...(minutes !== undefined &&
      minutes !== shown.sessionTimeoutMinutes && { sessionTimeoutMinutes: minutes }),
    ...(doNotAllowUiSessions !== hasClosedUi(shown) && { doNotAllowUiSessions }),
    ...(requireNewPassword !== mustChange && { requireNewPassword }),
  };
}

function checkNewPassword(raw: RawSettings): FieldProblems {
  const { shown, requireNewPassword, newPasswordConfirmed } = raw;
  const isNew = requireNewPassword && shown.requireNewPassword !== true;
  if (!isNew || newPasswordConfirmed) return {};
  const how = raw.doNotAllowUiSessions
    ? "no UI session is allowed in which anybody could change it"
    : "an integration cannot change it";
  return {
    newPasswordConfirmed: `The integration may stop: its sign-on is refused until the password is changed, and ${how}. Tick this if that is meant, or leave the new password out.`,
  };
}

/** The keys are checked as in the form of a new account. */
function readTokens(raw: RawSettings): Result<SignOn, FieldProblems> {
  const { x509Change, samlChange, x509Key, samlIssuer, identityProviderKey, holderOfKeyKey } = raw;
  const keys = { x509Key, samlIssuer, identityProviderKey, holderOfKeyKey };
  const x509 = x509Change === "add" || x509Change === "replace";
  const saml = samlChange === "set";
  const signOn = parseSignOn({ ...plainSignOn, ...keys, x509, saml });
  if (signOn.ok) return signOn;
  const { x509: isStray, ...problems } = signOn.error;
  return err({ ...problems, ...(isStray !== undefined && { x509Key: strayKey }) });
}

const strayKey =
  "A key or an issuer counts only where one is added, replaced or set. Choose that, or leave these fields empty.";

function toTokenChange(raw: RawSettings, { x509, saml }: SignOn): SettingsChange {
  return { ...toX509Change(raw, x509), ...toSamlChange(raw, saml) };
}

function toX509Change(
  { x509Change: kind }: RawSettings,
  x509: SignOn["x509"],
): { readonly x509?: X509Change } {
  if (kind === "off") return { x509: { kind } };
  return x509 === undefined || kind === "keep" ? {} : { x509: { kind, key: x509.key } };
}

function toSamlChange(
  { samlChange: kind }: RawSettings,
  saml: SignOn["saml"],
): { readonly saml?: SamlChange } {
  if (kind === "off") return { saml: { kind } };
  return saml === undefined || kind === "keep" ? {} : { saml: { kind, saml } };
}

/** What is chosen has to change something. */
function checkTokens({ shown }: RawSettings, { x509, saml }: SettingsChange): FieldProblems {
  return {
    ...(x509 !== undefined &&
      !isChange(shown, { x509 }) && {
        x509Change: `The tenant shows x509 sign-on that way already. ${keep}`,
      }),
    ...(saml !== undefined &&
      !isChange(shown, { saml }) && {
        samlChange: `The tenant shows SAML sign-on that way already. ${keep}`,
      }),
  };
}

const keep = "Leave it as it is.";

function isChange(shown: AccountSettings, change: SettingsChange): boolean {
  return compareSettings({ tokens: [], ...shown }, applyChange(shown, change)).length > 0;
}

function checkPolicy({ policyChange }: RawSettings, tenant: Tenant): FieldProblems {
  if (policyChange === "keep" || tenant.authenticationPolicy !== undefined) return {};
  return {
    policyChange:
      "The bot's configuration names no authentication policy of this tenant. Leave it as it is, or ask the bot's operator.",
  };
}

function toSignOnChanges(
  { exemptFromPasswordExpiry, isExempt, policyChange: kind }: RawSettings,
  { authenticationPolicy: policy }: Tenant,
): Omit<AskedSettings, "change"> {
  return {
    ...(exemptFromPasswordExpiry !== isExempt && {
      exemptionChange: exemptFromPasswordExpiry ? "added" : "ended",
    }),
    ...(kind !== "keep" && policy && { policyChange: { kind, policy } }),
  };
}
