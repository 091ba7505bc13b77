import { err, ok, type Result } from "../../result.ts";
import { findExisting, type Named } from "../inventory/existing-account.ts";
import { showsExemptions } from "../inventory/shown-exemptions.ts";
import { isSameAccount } from "../model/account-name.ts";
import {
  type AccountSettings,
  applyChange,
  toConfigurations,
  withTokens,
} from "../model/account-settings.ts";
import type { RawSettings } from "../model/raw-settings.ts";
import { compareSettings, describeDifference } from "../model/settings-difference.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { IntegrationSystemUser } from "../ports/workday.ts";
import { type Account, type SettingsDraft } from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import type { TenantCheck } from "../request/raw-draft.ts";
import { refuseAccount } from "../request/refuse-account.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { type AskedSettings, hasClosedUi, parseSettings } from "./parse-settings.ts";
import { refuseFields } from "./refuse-fields.ts";

/** An account with its settings, before anybody asks for others. */
export interface FoundSettings {
  readonly account: Account;
  readonly shown: AccountSettings;
  /** From password expiration; where no report tells, what was asked for last. */
  readonly isExempt: boolean;
}

/** Looks at the account, and at its settings as the tenant shows them. Changes nothing. */
export async function findSettings(
  ground: DraftSources,
  tenant: Tenant,
  named: Named,
): Promise<Result<FoundSettings, TenantCheck>> {
  const found = await findExisting(ground, tenant, named);
  if (!found.ok) return found;
  const { account, user } = found.value;
  const exempt = await ground.workday.readPasswordExemptions();
  if (!exempt.ok) return err({ kind: "fault", fault: exempt.error });
  const known = [...tenant.protectedAccounts, account.userName];
  const listed =
    exempt.value !== undefined && showsExemptions(exempt.value, known) ? exempt.value : undefined;
  const isListed = listed?.some((name) => isSameAccount(name, account.userName));
  return ok({
    account,
    shown: toSettings(user),
    isExempt: isListed ?? account.exemptFromPasswordExpiry === true,
  });
}

function toSettings(user: IntegrationSystemUser): AccountSettings {
  const { systemId: _id, systemWid: _wid, userName: _name, ...settings } = user;
  return settings;
}

/** What the form opens with: everything as it is. */
export function toRawSettings(
  tenant: Tenant,
  { account, shown, isExempt }: FoundSettings,
): RawSettings {
  const { sessionTimeoutMinutes: minutes } = shown;
  return {
    kind: "settings",
    tenant: tenant.name,
    userName: account.userName,
    groupName: account.groupName,
    shown,
    isExempt,
    sessionTimeoutMinutes: minutes === undefined ? "" : String(minutes),
    doNotAllowUiSessions: hasClosedUi(shown),
    requireNewPassword: shown.requireNewPassword === true,
    newPasswordConfirmed: false,
    exemptFromPasswordExpiry: isExempt,
    x509Change: "keep",
    x509Key: "",
    samlChange: "keep",
    samlIssuer: "",
    identityProviderKey: "",
    holderOfKeyKey: "",
    policyChange: "keep",
    reason: "",
    ticket: "",
  };
}

/** The settings have to be as the form was filled with: the difference is to these. */
export async function prepareSettings(
  ground: DraftSources,
  raw: RawSettings,
  tenant: Tenant,
): Promise<Result<SettingsDraft, TenantCheck>> {
  const asked = parseSettings(raw, tenant);
  if (!asked.ok) return refuseFields(asked.error);
  const found = await findSettings(ground, tenant, raw);
  if (!found.ok) return found;
  const { shown, isExempt, account } = found.value;
  const moved = compareSettings(raw.shown, shown).map(describeDifference);
  if (moved.length > 0 || isExempt !== raw.isExempt) {
    const what = moved.join("; ") || "its exemption from password expiration";
    return refuseAccount(
      `Somebody changed the settings since the form opened: ${what}. Close this, and ask again.`,
    );
  }
  const after = applyChange(shown, asked.value.change);
  if (toConfigurations(after.tokens ?? []) === undefined) {
    return refuseAccount(
      `${account.userName} signs on with x509 or SAML, and Workday does not name the key, so the bot could not keep it as it is. Change the settings in Workday.`,
    );
  }
  return ok({
    kind: "settings",
    tenant: tenant.name,
    ...toAccountAfter(found.value, after, asked.value),
    ...parseJustification(raw),
    shown,
    ...asked.value,
  });
}

/** The account as it is meant to be afterwards. */
function toAccountAfter(
  { account, isExempt }: FoundSettings,
  after: AccountSettings,
  { exemptionChange, policyChange }: AskedSettings,
): Account {
  const { exemptFromPasswordExpiry: _exempt, authenticationPolicy, ...kept } = account;
  const { tokens, ...plain } = after;
  const willBeExempt = exemptionChange === undefined ? isExempt : exemptionChange === "added";
  const isRemoved = policyChange?.kind === "remove";
  const policy = policyChange?.policy ?? authenticationPolicy;
  return {
    ...(tokens === undefined ? kept : withTokens(kept, tokens)),
    ...plain,
    ...(willBeExempt && { exemptFromPasswordExpiry: true }),
    ...(!isRemoved && policy && { authenticationPolicy: policy }),
  };
}
