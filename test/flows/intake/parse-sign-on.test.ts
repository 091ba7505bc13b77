import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import { parseSignOn } from "../../../src/flows/intake/parse-sign-on.ts";
import { toRawDraft } from "../../../src/flows/intake/to-raw-draft.ts";
import {
  plainSignOn,
  type RawSignOn,
  type SignOn,
  toRawSignOn,
} from "../../../src/flows/model/sign-on.ts";
import type { Field } from "../../../src/flows/request/raw-draft.ts";
import { aDraft, aRawDraft, existingSystem } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";

const wid = "0123456789abcdef0123456789abcdef";

function typed(changes: Partial<RawSignOn>): RawSignOn {
  return { ...plainSignOn, ...changes };
}

const samlTyped = { saml: true, samlIssuer: "https://idp.example", identityProviderKey: "IdP" };

describe("parseSignOn", () => {
  it.each<[what: string, raw: RawSignOn | undefined, signOn: SignOn]>([
    ["no further settings", undefined, {}],
    ["further settings that nobody touched", plainSignOn, {}],
    [
      "a random password of Workday's",
      typed({ passwordFrom: "workday" }),
      { passwordFrom: "workday" },
    ],
    [
      "a new password at the next sign-in",
      typed({ requireNewPassword: true }),
      { requireNewPassword: true },
    ],
    [
      "x509 by Certificate ID",
      typed({ x509: true, x509Key: " Entra Signing 2026 " }),
      { x509: { key: { type: "Certificate_ID", id: "Entra Signing 2026" } } },
    ],
    [
      "x509 by WID",
      typed({ x509: true, x509Key: wid.toUpperCase() }),
      { x509: { key: { type: "WID", id: wid } } },
    ],
    [
      "SAML without holder-of-key",
      typed(samlTyped),
      {
        saml: {
          issuer: "https://idp.example",
          identityProviderKey: { type: "Certificate_ID", id: "IdP" },
        },
      },
    ],
    [
      "x509 and SAML with holder-of-key",
      typed({ ...samlTyped, x509: true, x509Key: "Sig", holderOfKeyKey: wid }),
      {
        x509: { key: { type: "Certificate_ID", id: "Sig" } },
        saml: {
          issuer: "https://idp.example",
          identityProviderKey: { type: "Certificate_ID", id: "IdP" },
          holderOfKeyKey: { type: "WID", id: wid },
        },
      },
    ],
  ])("takes %s", (_what, raw, signOn) => {
    expect(parseSignOn(raw)).toEqual({ ok: true, value: signOn });
  });

  it.each<[rule: string, raw: RawSignOn, field: Field, words: RegExp]>([
    [
      "X509 Public Key is required when X509 Token Authentication is enabled",
      typed({ x509: true, x509Key: "  " }),
      "x509Key",
      /needs a public key that exists in the tenant/,
    ],
    [
      "An identifier of the SAML Identity Provider is required when SAML authentication is enabled",
      typed({ ...samlTyped, samlIssuer: "" }),
      "samlIssuer",
      /needs the identifier of its identity provider/,
    ],
    [
      "An x509 Certificate Reference is needed to Enable SAML Access",
      typed({ ...samlTyped, identityProviderKey: "" }),
      "identityProviderKey",
      /needs the identity provider's x509 certificate/,
    ],
    [
      "Either setting X509 Token Authentication or SAML Token Authentication is required",
      typed({ x509Key: "Sig", holderOfKeyKey: "Holder" }),
      "x509",
      /needs x509 or SAML/,
    ],
    [
      "a holder-of-key without SAML",
      typed({ x509: true, x509Key: "Sig", holderOfKeyKey: "Holder" }),
      "holderOfKeyKey",
      /counts only with SAML/,
    ],
    [
      "an issuer without SAML",
      typed({ x509: true, x509Key: "Sig", samlIssuer: "idp" }),
      "samlIssuer",
      /counts only with SAML/,
    ],
    [
      "an identity provider's key without SAML",
      typed({ x509: true, x509Key: "Sig", identityProviderKey: "IdP" }),
      "identityProviderKey",
      /counts only with SAML/,
    ],
    [
      "an x509 key without x509",
      typed({ ...samlTyped, x509Key: "Sig" }),
      "x509Key",
      /counts only with x509/,
    ],
    [
      "a mark that turns the writing around",
      typed({ ...samlTyped, samlIssuer: "https://\u202eidp" }),
      "samlIssuer",
      /invisible character U\+202E/,
    ],
    [
      "201 characters of a key",
      typed({ x509: true, x509Key: "k".repeat(201) }),
      "x509Key",
      /200 characters at most/,
    ],
  ])("refuses: %s", (_rule, raw, field, words) => {
    const parsed = parseSignOn(raw);

    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : Object.keys(parsed.error)).toEqual([field]);
    expect(parsed.ok ? "" : parsed.error[field]).toMatch(words);
  });

  it("stands with the other problems of the form, all at once", () => {
    const raw = aRawDraft({ userName: "", signOn: typed({ x509: true, saml: true }) });

    const parsed = parseDraft(raw, aTenant());

    expect(parsed.ok ? [] : Object.keys(parsed.error).toSorted()).toEqual([
      "identityProviderKey",
      "samlIssuer",
      "userName",
      "x509Key",
    ]);
  });

  it("drops nothing that was typed in silence, and says the same again", () => {
    const text = fc.constantFrom("", "Sig", wid, " x ");
    const any = fc.record({
      passwordFrom: fc.constantFrom("bot" as const, "workday" as const),
      requireNewPassword: fc.boolean(),
      exemptFromPasswordExpiry: fc.boolean(),
      x509: fc.boolean(),
      x509Key: text,
      saml: fc.boolean(),
      samlIssuer: text,
      identityProviderKey: text,
      holderOfKeyKey: text,
    });

    fc.assert(
      fc.property(any, (raw) => {
        const parsed = parseSignOn(raw);
        fc.pre(parsed.ok);
        const trimmed = Object.fromEntries(
          Object.entries(raw).map(([field, value]) => [
            field,
            typeof value === "string" ? value.trim() : value,
          ]),
        );
        expect(toRawSignOn(parsed.value) ?? plainSignOn).toEqual(trimmed);
      }),
    );
  });
});

describe("fromDraft", () => {
  it.each<[what: string, changes: Parameters<typeof aDraft>[0]]>([
    ["a new system", {}],
    ["an existing system", { system: existingSystem }],
    ["an existing system named by its WID", { system: { ...existingSystem, wid } }],
    ["a ticket", { ticket: "https://tickets.example/1" }],
    [
      "further settings",
      { ...valueIn(parseSignOn(typed({ ...samlTyped, passwordFrom: "workday" }))) },
    ],
  ])("types a draft again as it was: %s", (_what, changes) => {
    const draft = aDraft(changes);

    expect(parseDraft(toRawDraft(draft), aTenant())).toEqual({ ok: true, value: draft });
  });

  it("leaves empty what was left empty", () => {
    const { recipe: _none, sessionTimeoutMinutes: _neither, ...draft } = aDraft();

    expect(toRawDraft(draft)).toMatchObject({ recipe: "", sessionTimeoutMinutes: "", ticket: "" });
  });
});
