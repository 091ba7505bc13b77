import type {
  ObservedTokenSignOn,
  ObservedTokens,
} from "../../../src/flows/model/account-settings.ts";
import type { SecurityConfiguration, TokenSignOn } from "../../../src/flows/model/sign-on.ts";
import type { IntegrationSystemUser, UserSettings } from "../../../src/flows/ports/workday.ts";
import { Secret } from "../../../src/secret.ts";

/** An account of the tenant in memory. */
export interface User extends Omit<UserSettings, "password"> {
  readonly password: Secret;
  readonly wid: string;
  readonly systemWid: string;
  /** Whether Workday made the password. */
  readonly isGenerated: boolean;
}

interface Put {
  /** The account as it is until now. */
  readonly there: User | undefined;
  readonly wid: string;
  readonly systemWid: string;
  /** Whether the tenant keeps the last configuration only. */
  readonly isOneKept: boolean;
}

/** An account once it is put: what is not said stays. */
export function toUser(settings: UserSettings, { there, isOneKept, ...ids }: Put): User {
  const { tokens } = settings;
  return {
    ...there,
    ...settings,
    ...(tokens && { tokens: isOneKept ? tokens.slice(-1) : tokens }),
    ...ids,
    password: toPassword(settings, there),
    isGenerated: settings.password === "generated",
  };
}

function toPassword({ password }: UserSettings, there: User | undefined): Secret {
  if (typeof password !== "string") return password;
  return password === "generated" || there === undefined
    ? new Secret("Workday's own")
    : there.password;
}

/** Why a tenant takes no such settings, if it does not. */
export function refuseSettings(
  { password, tokens = [] }: UserSettings,
  { there, isOffRefused }: { readonly there: User | undefined; readonly isOffRefused: boolean },
): string | undefined {
  const isOff = tokens.some(({ x509, saml }) => x509 === undefined && saml === undefined);
  if (isOffRefused && isOff) return "Either setting X509 or SAML is required.";
  return password === "unchanged" && there === undefined
    ? "Password is required when creating a new Workday Account."
    : undefined;
}

/** What a Get shows of an account. */
export function showUser({
  password: _unread,
  wid: _also,
  isGenerated: _made,
  tokens,
  ...settings
}: User): IntegrationSystemUser {
  const shown = { requireNewPassword: false, sessionTimeoutMinutes: 0, ...settings };
  return { ...shown, tokens: (tokens ?? []).map(showConfiguration) };
}

function showConfiguration({ off, ...on }: SecurityConfiguration): ObservedTokenSignOn {
  return { ...showTokens(on), ...(off && { off: showTokens(off) }) };
}

function showTokens({ x509, saml }: TokenSignOn): ObservedTokens {
  return {
    ...(x509 && { x509: { key: [x509.key] } }),
    ...(saml && {
      saml: {
        issuer: saml.issuer,
        identityProviderKey: [saml.identityProviderKey],
        holderOfKeyKey: saml.holderOfKeyKey === undefined ? [] : [saml.holderOfKeyKey],
      },
    }),
  };
}
