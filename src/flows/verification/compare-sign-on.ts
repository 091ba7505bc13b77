import type { AccountSettings, ObservedTokenSignOn } from "../model/account-settings.ts";
import { describeKey } from "../model/settings-difference.ts";
import {
  type KeyReference,
  listTokenSignOns,
  type SignOn,
  type TokenSignOn,
} from "../model/sign-on.ts";
import type { VerificationItem } from "../model/verification.ts";
import {
  byEye,
  type ComparedFacts,
  type Comparison,
  expectThat,
  found,
  ifShown,
} from "./expectation.ts";

/** Compares how the account was asked to sign on with what Workday shows, and says what nobody tried. */
export function compareSignOn(
  asked: SignOn,
  { requireNewPassword, tokens }: Pick<AccountSettings, "requireNewPassword" | "tokens">,
): readonly ComparedFacts[] {
  return [
    ...ifShown("new-password", requireNewPassword, (now) => compareNewPassword(asked, now)),
    ...ifShown("token-sign-on", tokens, (now) => compareTokens(asked, now)),
  ];
}

/** Who can sign on: with its password the bot tried it once, with a token it cannot. */
export function expectSignOn({ userName, signOn = {}, hasSignedOn }: Asked): Comparison {
  const untried = describeUntried(signOn);
  const isExpected = untried.length > 0 || hasSignedOn === true;
  const hasTokens = listTokenSignOns(signOn).length > 0;
  return {
    expected: [
      ...(isExpected ? [expectThat("sign-on", `Signing on as ${userName}`, tryIt)] : []),
      ...(hasTokens ? [expectThat("token-use", "Signing on with x509 or SAML", tryIt)] : []),
    ],
    findings: [
      ...(isExpected ? byEye("sign-on", [found("sign-on", toUnseen(untried))]) : []),
      ...(hasTokens ? [found("token-use", toUnseen([tokensUntried]))] : []),
    ],
  };
}

const tryIt = "Its owner can try it; Workday's sign-on history shows the attempt.";
const tokensUntried = "Signing on with x509 or SAML: not tried. The bot holds no private key.";

interface Asked {
  readonly userName: string;
  readonly signOn?: SignOn;
  readonly hasSignedOn?: boolean;
}

function toUnseen(lines: readonly string[]): readonly VerificationItem[] {
  return lines.map((words) => ({ kind: "unseen", words }));
}

function compareNewPassword(
  { requireNewPassword: asked = false }: SignOn,
  now: boolean,
): readonly VerificationItem[] {
  if (now === asked) return [];
  return asked
    ? [other("The account need not change its password at the next sign-in, and was asked to.")]
    : [other("The account must change its password at the next sign-in, and nobody asked for it.")];
}

function compareTokens(
  signOn: SignOn,
  shown: readonly ObservedTokenSignOn[],
): readonly VerificationItem[] {
  const asked = listTokenSignOns(signOn);
  return [...compareX509(asked, shown), ...compareSaml(asked, shown)];
}

/** Each way of signing on with a token that is on, and who can use it. */
export function listTokens(
  shown: readonly ObservedTokenSignOn[],
): readonly { readonly what: string; readonly holder: string }[] {
  return shown.flatMap(({ x509, saml }) => [
    ...(x509 === undefined
      ? []
      : [{ what: `x509 sign-on with the key ${describeKey(x509.key)}`, holder: "its key holder" }]),
    ...(saml === undefined
      ? []
      : [{ what: `SAML sign-on of the issuer ${saml.issuer}`, holder: "whoever it vouches for" }]),
  ]);
}

function compareX509(
  asked: readonly TokenSignOn[],
  shown: readonly ObservedTokenSignOn[],
): readonly VerificationItem[] {
  const keys = asked.flatMap(({ x509 }) => x509?.key ?? []);
  const now = shown.flatMap((one) => one.x509 ?? []);
  const absent = keys.filter((one) => !now.some(({ key }) => names(key, one)));
  const others = now.filter(({ key }) => !keys.some((one) => names(key, one)));
  return [
    ...absent.map(({ id }) => missing(`x509 sign-on with the key ${id} is not there.`)),
    ...others.map(({ key }) =>
      tooMuch(`x509 sign-on with the key ${describeKey(key)} is there, and nobody asked for it.`),
    ),
  ];
}

function compareSaml(
  asked: readonly TokenSignOn[],
  shown: readonly ObservedTokenSignOn[],
): readonly VerificationItem[] {
  const ways = asked.flatMap(({ saml }) => saml ?? []);
  const now = shown.flatMap((one) => one.saml ?? []);
  const absent = ways.filter((one) => !now.some((there) => isSameSaml(one, there)));
  const others = now.filter((there) => !ways.some((one) => isSameSaml(one, there)));
  return [
    ...absent.map(({ issuer }) =>
      missing(`SAML sign-on of the issuer ${issuer}, as asked, is not there.`),
    ),
    ...others.map(({ issuer }) =>
      tooMuch(`SAML sign-on of the issuer ${issuer} is there in a way that nobody asked for.`),
    ),
  ];
}

function isSameSaml(
  asked: NonNullable<TokenSignOn["saml"]>,
  now: NonNullable<ObservedTokenSignOn["saml"]>,
): boolean {
  const { holderOfKeyKey: holder } = asked;
  const isSameHolder =
    holder === undefined ? now.holderOfKeyKey.length === 0 : names(now.holderOfKeyKey, holder);
  return (
    isSameHolder &&
    asked.issuer === now.issuer &&
    names(now.identityProviderKey, asked.identityProviderKey)
  );
}

function names(key: readonly KeyReference[], asked: KeyReference): boolean {
  return key.some(({ type, id }) => type === asked.type && id === asked.id);
}

function describeUntried({ passwordFrom, requireNewPassword }: SignOn): readonly string[] {
  if (passwordFrom === "workday") {
    return ["Signing on: not tried. Workday made the password, and nobody knows it."];
  }
  return requireNewPassword === true
    ? ["Signing on: not tried. The account has to change its password first."]
    : [];
}

function missing(words: string): VerificationItem {
  return { kind: "missing", words };
}

function tooMuch(words: string): VerificationItem {
  return { kind: "too-much", words };
}

function other(words: string): VerificationItem {
  return { kind: "other", words };
}
