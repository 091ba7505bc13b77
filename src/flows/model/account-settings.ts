import type { KeyReference, SecurityConfiguration, SignOn, TokenSignOn } from "./sign-on.ts";

/** The ways of signing on with a token, as Workday shows them. A key has an id of each kind. */
export interface ObservedTokens {
  readonly x509?: { readonly key: readonly KeyReference[] };
  readonly saml?: {
    readonly issuer: string;
    readonly identityProviderKey: readonly KeyReference[];
    readonly holderOfKeyKey: readonly KeyReference[];
  };
}

/** One web service security configuration as Workday shows it: what is on, and what is there and off. */
export interface ObservedTokenSignOn extends ObservedTokens {
  readonly off?: ObservedTokens;
}

/** What an account is put with besides its name and its password, as Workday shows it. Absent: it does not say. */
export interface AccountSettings {
  /** Whole minutes. */
  readonly sessionTimeoutMinutes?: number;
  readonly doNotAllowUiSessions?: boolean;
  readonly requireNewPassword?: boolean;
  /** Absent where the reply names no configuration at all. */
  readonly tokens?: readonly ObservedTokenSignOn[];
}

/** What becomes of an account's x509 keys. `add`: what is there stays. `replace`: no other key signs on afterwards. */
export type X509Change =
  | { readonly kind: "add" | "replace"; readonly key: KeyReference }
  | { readonly kind: "off" };

/** What becomes of an account's SAML sign-on. */
export type SamlChange =
  | { readonly kind: "set"; readonly saml: NonNullable<TokenSignOn["saml"]> }
  | { readonly kind: "off" };

/** What of an account's settings is to be otherwise. Absent: it stays. */
export interface SettingsChange {
  readonly sessionTimeoutMinutes?: number;
  readonly doNotAllowUiSessions?: boolean;
  readonly requireNewPassword?: boolean;
  readonly x509?: X509Change;
  readonly saml?: SamlChange;
}

/** The settings after a change. What Workday did not say stays unsaid, unless it is what changes. */
export function applyChange(shown: AccountSettings, change: SettingsChange): AccountSettings {
  const { x509, saml, ...plain } = change;
  const { sessionTimeoutMinutes, doNotAllowUiSessions, requireNewPassword, tokens } = shown;
  const isAboutTokens = x509 !== undefined || saml !== undefined;
  const before = tokens ?? [];
  return {
    ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
    ...(doNotAllowUiSessions !== undefined && { doNotAllowUiSessions }),
    ...(requireNewPassword !== undefined && { requireNewPassword }),
    ...plain,
    ...((tokens !== undefined || isAboutTokens) && {
      tokens: changeSaml(changeX509(before, x509), saml),
    }),
  };
}

type Configurations = readonly ObservedTokenSignOn[];

function changeX509(tokens: Configurations, change: X509Change | undefined): Configurations {
  switch (change?.kind) {
    case undefined:
      return tokens;
    case "off":
      return tokens.map((one) => switchOff(one, "x509"));
    case "add":
      return signsOnBy(tokens, change.key) ? tokens : place(tokens, { x509: toX509(change.key) });
    case "replace":
      return replaceX509(tokens, change.key);
  }
}

/** The new key stands where the first one stood, so that a tenant that keeps one configuration has it there. */
function replaceX509(tokens: Configurations, key: KeyReference): Configurations {
  if (signsOnBy(tokens, key)) {
    return tokens.map((one) => (isOf(one.x509?.key ?? [key], key) ? one : switchOff(one, "x509")));
  }
  const at = tokens.findIndex(({ x509 }) => x509 !== undefined);
  if (at < 0) return place(tokens, { x509: toX509(key) });
  return tokens.map((one, index) =>
    index === at ? { ...one, x509: toX509(key) } : switchOff(one, "x509"),
  );
}

function changeSaml(tokens: Configurations, change: SamlChange | undefined): Configurations {
  switch (change?.kind) {
    case undefined:
      return tokens;
    case "off":
      return tokens.map((one) => switchOff(one, "saml"));
    case "set": {
      const { issuer, identityProviderKey, holderOfKeyKey } = change.saml;
      const saml = {
        issuer,
        identityProviderKey: [identityProviderKey],
        holderOfKeyKey: holderOfKeyKey === undefined ? [] : [holderOfKeyKey],
      };
      const at = tokens.findIndex((one) => one.saml !== undefined);
      if (at < 0) return place(tokens, { saml });
      return tokens.map((one, index) => (index === at ? { ...one, saml } : switchOff(one, "saml")));
    }
  }
}

/** Into the first configuration in which nothing of its kind is on; into one of its own where all have one. */
function place(tokens: Configurations, added: ObservedTokens): Configurations {
  const way = added.x509 === undefined ? "saml" : "x509";
  const at = tokens.findIndex((one) => one[way] === undefined);
  if (at < 0) return [...tokens, added];
  return tokens.map((one, index) => (index === at ? { ...withoutOff(one, way), ...added } : one));
}

type Way = keyof ObservedTokens;

/** What is off now keeps its keys: a put that did not name it might leave it on. */
function switchOff(one: ObservedTokenSignOn, way: Way): ObservedTokenSignOn {
  const { [way]: gone, ...rest } = one;
  return gone === undefined ? one : { ...rest, off: { ...rest.off, [way]: gone } };
}

function withoutOff({ off, ...on }: ObservedTokenSignOn, way: Way): ObservedTokenSignOn {
  const { [way]: _placed, ...rest } = off ?? {};
  return Object.keys(rest).length === 0 ? on : { ...on, off: rest };
}

/** Every way of signing on with a token is off, and named. */
export function switchAllOff(tokens: Configurations): Configurations {
  return tokens.map((one) => switchOff(switchOff(one, "x509"), "saml"));
}

function signsOnBy(tokens: Configurations, key: KeyReference): boolean {
  return tokens.some(({ x509 }) => x509 !== undefined && isOf(x509.key, key));
}

function isOf(key: readonly KeyReference[], { type, id }: KeyReference): boolean {
  return key.some((one) => one.type === type && one.id === id);
}

function toX509(key: KeyReference): NonNullable<ObservedTokens["x509"]> {
  return { key: [key] };
}

/** Whether anybody can sign on with a token. */
export function hasTokens(tokens: Configurations): boolean {
  return tokens.some(({ x509, saml }) => x509 !== undefined || saml !== undefined);
}

/**
 * The configurations as they are put: what is on, and what is off as far as it is named.
 *
 * @returns `undefined` where something is on and Workday names no id of its key: it could not be put as it is
 */
export function toConfigurations(
  tokens: Configurations,
): readonly SecurityConfiguration[] | undefined {
  const put: SecurityConfiguration[] = [];
  for (const { off, ...on } of tokens) {
    const named = toTokens(on);
    if (Object.keys(named).length < Object.keys(on).length) return undefined;
    const namedOff = toTokens(off ?? {});
    const isOff = Object.keys(namedOff).length > 0;
    if (isOff || Object.keys(named).length > 0)
      put.push({ ...named, ...(isOff && { off: namedOff }) });
  }
  return put;
}

/** The ways of signing on that are on, each configuration that has one, with one id of each key. */
export function listOn(tokens: Configurations): readonly TokenSignOn[] {
  return tokens.map((one) => toTokens(one)).filter((one) => Object.keys(one).length > 0);
}

type TokenKeys = "x509" | "saml" | "furtherTokens";

/** An account that signs on by what Workday shows as on, in place of what was asked for before. */
export function withTokens<Asked extends SignOn>(
  account: Asked,
  tokens: Configurations,
): Omit<Asked, TokenKeys> & Pick<SignOn, TokenKeys> {
  const { x509: _x509, saml: _saml, furtherTokens: _further, ...rest } = account;
  const [first, ...further] = listOn(tokens);
  return { ...rest, ...first, ...(further.length > 0 && { furtherTokens: further }) };
}

function toTokens({ x509, saml }: ObservedTokens): TokenSignOn {
  const key = x509 && toKey(x509.key);
  const identityProviderKey = saml && toKey(saml.identityProviderKey);
  const holderOfKeyKey = saml && toKey(saml.holderOfKeyKey);
  return {
    ...(key && { x509: { key } }),
    ...(saml &&
      identityProviderKey && {
        saml: {
          issuer: saml.issuer,
          identityProviderKey,
          ...(holderOfKeyKey && { holderOfKeyKey }),
        },
      }),
  };
}

/** A key has an id of each kind, and the WID is the one that cannot be given anew. */
function toKey(ids: readonly KeyReference[]): KeyReference | undefined {
  return ids.find(({ type }) => type === "WID") ?? ids[0];
}
