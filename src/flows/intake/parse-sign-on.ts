import { err, ok, type Result } from "../../result.ts";
import { describeInvisible } from "../../unicode/invisible.ts";
import type { KeyReference, RawSignOn, SignOn } from "../model/sign-on.ts";
import type { Field, FieldProblems } from "../request/raw-draft.ts";

/** A Workday ID is 32 hexadecimal digits; whatever else is typed for a key is a Certificate_ID. */
const wid = /^[0-9a-f]{32}$/i;

/**
 * Checks the further settings of the account by the operation's own rules, each problem on its field.
 * Nothing that was typed is left out in silence: a field without its switch is a problem.
 * @see Workday Integrations v31.2, Put_Integration_System_User, Web_Service_Security_Configuration_Data
 *
 * @param isExempt the tenant's answer where nobody is asked whether the account is exempt from password expiration
 */
export function parseSignOn(
  typed: RawSignOn | undefined,
  isExempt = false,
): Result<SignOn, FieldProblems> {
  if (typed === undefined) return ok(isExempt ? { exemptFromPasswordExpiry: true } : {});
  const raw = trim(typed);
  const problems = { ...checkTexts(raw), ...checkX509(raw), ...checkSaml(raw), ...checkKind(raw) };
  if (Object.keys(problems).length > 0) return err(problems);
  return ok({
    ...(raw.passwordFrom === "workday" && { passwordFrom: raw.passwordFrom }),
    ...(raw.requireNewPassword && { requireNewPassword: true }),
    ...toExempt(raw, isExempt),
    ...(raw.x509 && { x509: { key: toKey(raw.x509Key) } }),
    ...(raw.saml && { saml: toSaml(raw) }),
  });
}

/** No is said where the tenant's own answer is yes. */
function toExempt(raw: RawSignOn, isDefault: boolean): Pick<SignOn, "exemptFromPasswordExpiry"> {
  const { exemptFromPasswordExpiry } = raw;
  return exemptFromPasswordExpiry || isDefault ? { exemptFromPasswordExpiry } : {};
}

function trim(raw: RawSignOn): RawSignOn {
  return {
    ...raw,
    x509Key: raw.x509Key.trim(),
    samlIssuer: raw.samlIssuer.trim(),
    identityProviderKey: raw.identityProviderKey.trim(),
    holderOfKeyKey: raw.holderOfKeyKey.trim(),
  };
}

const texts = ["x509Key", "samlIssuer", "identityProviderKey", "holderOfKeyKey"] as const;

function checkTexts(raw: RawSignOn): FieldProblems {
  const problems: Partial<Record<Field, string>> = {};
  for (const field of texts) {
    const isLong = raw[field].length > 200;
    const problem =
      describeInvisible(raw[field]) ?? (isLong ? "Use 200 characters at most." : undefined);
    if (problem !== undefined) problems[field] = problem;
  }
  return problems;
}

function checkX509({ x509, x509Key, saml }: RawSignOn): FieldProblems {
  if (x509 && x509Key === "") {
    return {
      x509Key:
        "x509 token authentication needs a public key that exists in the tenant. Type its Certificate ID or its WID.",
    };
  }
  return !x509 && saml && x509Key !== ""
    ? { x509Key: describeStray("x509 token authentication") }
    : {};
}

function checkSaml(raw: RawSignOn): FieldProblems {
  const { x509, saml, samlIssuer, identityProviderKey, holderOfKeyKey } = raw;
  if (saml) {
    return {
      ...(samlIssuer === "" && {
        samlIssuer:
          "SAML authentication needs the identifier of its identity provider. Type the issuer.",
      }),
      ...(identityProviderKey === "" && {
        identityProviderKey:
          "SAML authentication needs the identity provider's x509 certificate. Type its Certificate ID or its WID.",
      }),
    };
  }
  if (!x509) return {};
  const stray: Partial<Record<Field, string>> = {};
  const words = describeStray("SAML token authentication");
  if (samlIssuer !== "") stray.samlIssuer = words;
  if (identityProviderKey !== "") stray.identityProviderKey = words;
  if (holderOfKeyKey !== "") stray.holderOfKeyKey = words;
  return stray;
}

/** A security configuration that switches nothing on. */
function checkKind(raw: RawSignOn): FieldProblems {
  if (raw.x509 || raw.saml || texts.every((field) => raw[field] === "")) return {};
  return {
    x509: "A web service security configuration needs x509 or SAML. Tick one of them, or leave its fields empty.",
  };
}

function describeStray(kind: string): string {
  return `This counts only with ${kind}. Tick it, or leave this empty.`;
}

function toSaml(raw: RawSignOn): NonNullable<SignOn["saml"]> {
  const { samlIssuer: issuer, identityProviderKey, holderOfKeyKey } = raw;
  return {
    issuer,
    identityProviderKey: toKey(identityProviderKey),
    ...(holderOfKeyKey !== "" && { holderOfKeyKey: toKey(holderOfKeyKey) }),
  };
}

function toKey(text: string): KeyReference {
  return wid.test(text)
    ? { type: "WID", id: text.toLowerCase() }
    : { type: "Certificate_ID", id: text };
}
