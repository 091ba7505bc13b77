import type { AccountSettings, ObservedTokenSignOn, ObservedTokens } from "./account-settings.ts";
import type { KeyReference } from "./sign-on.ts";

/** One setting of an account before and after a change, in words. */
export interface SettingDifference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** How many settings {@link compareSettings} looks at. */
export const comparedSettings = 5;

/**
 * Every setting that is another one afterwards. One that is not said afterwards is no difference: nobody can tell. What is
 * off is not compared, since nobody signs on by it.
 */
export function compareSettings(
  before: AccountSettings,
  after: AccountSettings,
): readonly SettingDifference[] {
  return [
    ...compare([before.sessionTimeoutMinutes, after.sessionTimeoutMinutes], {
      what: "Session timeout",
      toWords: (minutes) => `${minutes} minutes`,
    }),
    ...compare([before.doNotAllowUiSessions, after.doNotAllowUiSessions], {
      what: "UI sessions",
      toWords: (isClosed) => (isClosed ? "not allowed" : "allowed"),
    }),
    ...compare([before.requireNewPassword, after.requireNewPassword], {
      what: "New password at the next sign-in",
      toWords: (isNeeded) => (isNeeded ? "required" : "not required"),
    }),
    ...compare([keysOf(before), keysOf(after)], {
      what: "x509 sign-on",
      toWords: (keys) => keys.map(describeKey).join(", ") || "off",
      isSame: (one, other) => isSameList(one, other, isSameKey),
    }),
    ...compare([samlOf(before), samlOf(after)], {
      what: "SAML sign-on",
      toWords: (ways) => ways.map(describeSaml).join(", ") || "off",
      isSame: (one, other) => isSameList(one, other, isSameSaml),
    }),
  ];
}

/** One setting that is another one afterwards, on one line. */
export function describeDifference({ what, before, after }: SettingDifference): string {
  return `${what}: ${before} -> ${after}`;
}

interface Comparing<Value> {
  readonly what: string;
  readonly toWords: (value: Value) => string;
  /** Absent: by identity. */
  readonly isSame?: (one: Value, other: Value) => boolean;
}

function compare<Value>(
  [before, after]: readonly [before: Value | undefined, after: Value | undefined],
  { what, toWords, isSame = (one, other) => one === other }: Comparing<Value>,
): readonly SettingDifference[] {
  if (after === undefined) return [];
  if (before === undefined) return [{ what, before: unsaid, after: toWords(after) }];
  return isSame(before, after) ? [] : [{ what, before: toWords(before), after: toWords(after) }];
}

const unsaid = "(Workday does not say)";

function keysOf({ tokens }: AccountSettings): readonly (readonly KeyReference[])[] | undefined {
  return tokens?.flatMap(({ x509 }) => (x509 === undefined ? [] : [x509.key]));
}

type Saml = NonNullable<ObservedTokens["saml"]>;

function samlOf({ tokens }: AccountSettings): readonly Saml[] | undefined {
  return tokens?.flatMap(({ saml }: ObservedTokenSignOn) => saml ?? []);
}

function isSameList<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): boolean {
  return (
    one.length === other.length && one.every((item) => other.some((there) => isSame(item, there)))
  );
}

/** The same id of either kind is enough: what was typed has one, what Workday shows has both. */
function isSameKey(one: readonly KeyReference[], other: readonly KeyReference[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  return one.some(({ type, id }) => other.some((there) => there.type === type && there.id === id));
}

function isSameSaml(one: Saml, other: Saml): boolean {
  return (
    one.issuer === other.issuer &&
    isSameKey(one.identityProviderKey, other.identityProviderKey) &&
    isSameKey(one.holderOfKeyKey, other.holderOfKeyKey)
  );
}

function describeSaml({ issuer, identityProviderKey, holderOfKeyKey }: Saml): string {
  const holder =
    holderOfKeyKey.length === 0 ? "" : `, holder-of-key ${describeKey(holderOfKeyKey)}`;
  return `${issuer} (key ${describeKey(identityProviderKey)}${holder})`;
}

/** A key by the id that people know it by. */
export function describeKey(key: readonly KeyReference[]): string {
  return (key.find(({ type }) => type === "Certificate_ID") ?? key[0])?.id ?? "without an id";
}
