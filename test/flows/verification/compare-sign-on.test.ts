import { describe, expect, it } from "vitest";
import type { KeyReference, SignOn } from "../../../src/flows/model/sign-on.ts";
import type { VerificationItem } from "../../../src/flows/model/verification.ts";
import type { IntegrationSystemUser } from "../../../src/flows/ports/workday.ts";
import * as signOn from "../../../src/flows/verification/compare-sign-on.ts";

const user: IntegrationSystemUser = { systemId: "INT_1", systemWid: "a", userName: "ISU_Viva" };

function certificate(id: string): KeyReference {
  return { type: "Certificate_ID", id };
}

/** A key as Workday shows it: with an id of each kind. */
function bothOf(id: string): readonly KeyReference[] {
  return [{ type: "WID", id: `wid of ${id}` }, certificate(id)];
}

const x509: SignOn = { x509: { key: certificate("Sig") } };
const saml: SignOn = { saml: { issuer: "idp", identityProviderKey: certificate("IdP") } };
const shownSaml = { issuer: "idp", identityProviderKey: bothOf("IdP"), holderOfKeyKey: [] };
const held: SignOn = {
  saml: {
    issuer: "idp",
    identityProviderKey: certificate("IdP"),
    holderOfKeyKey: certificate("H"),
  },
};

function compareSignOn(asked: SignOn, shown: IntegrationSystemUser): readonly VerificationItem[] {
  return signOn.compareSignOn(asked, shown).flatMap(({ items }) => items);
}

function seen(items: readonly VerificationItem[]): readonly string[] {
  return items.map(({ kind, words }) => `${kind}: ${words}`);
}

describe("compareSignOn", () => {
  it.each<[what: string, asked: SignOn, shown: Partial<IntegrationSystemUser>]>([
    ["a plain account of which Workday says nothing", {}, {}],
    ["a plain account", {}, { requireNewPassword: false }],
    ["a plain account without a configuration that is on", {}, { tokens: [{}] }],
    ["a new password that is required", { requireNewPassword: true }, { requireNewPassword: true }],
    ["x509 by its Certificate ID", x509, { tokens: [{ x509: { key: bothOf("Sig") } }] }],
    [
      "x509 by its WID",
      { x509: { key: { type: "WID", id: "wid of Sig" } } },
      { tokens: [{ x509: { key: bothOf("Sig") } }] },
    ],
    ["SAML", saml, { tokens: [{ saml: shownSaml }] }],
    [
      "SAML with holder-of-key",
      held,
      { tokens: [{ saml: { ...shownSaml, holderOfKeyKey: bothOf("H") } }] },
    ],
    [
      "both in two configurations",
      { ...x509, ...saml },
      { tokens: [{ x509: { key: bothOf("Sig") } }, { saml: shownSaml }] },
    ],
  ])("finds no difference in %s", (_what, asked, shown) => {
    expect(seen(compareSignOn(asked, { ...user, ...shown }))).toEqual([]);
  });

  it.each<[what: string, asked: SignOn, shown: Partial<IntegrationSystemUser>, items: string[]]>([
    [
      "a holder of the key that nobody asked for",
      saml,
      { tokens: [{ saml: { ...shownSaml, holderOfKeyKey: bothOf("H") } }] },
      [
        "missing: SAML sign-on of the issuer idp, as asked, is not there.",
        "too-much: SAML sign-on of the issuer idp is there in a way that nobody asked for.",
      ],
    ],
    [
      "x509 that somebody added",
      {},
      { tokens: [{ x509: { key: bothOf("Evil") } }] },
      ["too-much: x509 sign-on with the key Evil is there, and nobody asked for it."],
    ],
    [
      "another key",
      x509,
      { tokens: [{ x509: { key: [{ type: "WID", id: "w" }] } }] },
      [
        "missing: x509 sign-on with the key Sig is not there.",
        "too-much: x509 sign-on with the key w is there, and nobody asked for it.",
      ],
    ],
    [
      "a key without an id",
      {},
      { tokens: [{ x509: { key: [] } }] },
      ["too-much: x509 sign-on with the key without an id is there, and nobody asked for it."],
    ],
    [
      "x509 that is off",
      x509,
      { tokens: [{}] },
      ["missing: x509 sign-on with the key Sig is not there."],
    ],
    [
      "SAML that somebody added",
      {},
      { tokens: [{ saml: shownSaml }] },
      ["too-much: SAML sign-on of the issuer idp is there in a way that nobody asked for."],
    ],
    [
      "a holder-of-key that is gone",
      held,
      { tokens: [{ saml: shownSaml }] },
      [
        "missing: SAML sign-on of the issuer idp, as asked, is not there.",
        "too-much: SAML sign-on of the issuer idp is there in a way that nobody asked for.",
      ],
    ],
    [
      "another issuer",
      saml,
      { tokens: [{ saml: { ...shownSaml, issuer: "evil" } }] },
      [
        "missing: SAML sign-on of the issuer idp, as asked, is not there.",
        "too-much: SAML sign-on of the issuer evil is there in a way that nobody asked for.",
      ],
    ],
    [
      "a new password that is not required",
      { requireNewPassword: true },
      { requireNewPassword: false },
      ["other: The account need not change its password at the next sign-in, and was asked to."],
    ],
    [
      "a new password that nobody asked for",
      {},
      { requireNewPassword: true },
      ["other: The account must change its password at the next sign-in, and nobody asked for it."],
    ],
  ])("tells %s", (_what, asked, shown, items) => {
    expect(seen(compareSignOn(asked, { ...user, ...shown }))).toEqual(items);
  });

  it("finds nothing of what Workday does not say: it was not seen, whatever was asked", () => {
    const facts = signOn.compareSignOn(x509, user).flatMap((finding) => finding.facts);

    expect(facts).toEqual([]);
  });

  it.each<[what: string, asked: SignOn, words: string[]]>([
    ["a password of the bot's", {}, []],
    [
      "a password that nobody knows",
      { passwordFrom: "workday", requireNewPassword: true },
      ["Signing on: not tried. Workday made the password, and nobody knows it."],
    ],
    [
      "a password that has to be changed",
      { requireNewPassword: true },
      ["Signing on: not tried. The account has to change its password first."],
    ],
    [
      "a token",
      { ...x509, passwordFrom: "bot" },
      ["Signing on with x509 or SAML: not tried. The bot holds no private key."],
    ],
  ])("says what nobody tried: %s", (_what, asked, words) => {
    const { findings } = signOn.expectSignOn({ userName: "ISU_Viva", signOn: asked });

    expect(findings.flatMap(({ items }) => items)).toEqual(
      words.map((one) => ({ kind: "unseen", words: one })),
    );
  });
});
