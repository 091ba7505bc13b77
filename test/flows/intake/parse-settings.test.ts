import { describe, expect, it } from "vitest";
import { type AskedSettings, parseSettings } from "../../../src/flows/intake/parse-settings.ts";
import type { AccountSettings } from "../../../src/flows/model/account-settings.ts";
import type { RawSettings } from "../../../src/flows/model/raw-settings.ts";
import { like } from "../../bot/support/like.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";

const shown: AccountSettings = {
  sessionTimeoutMinutes: 0,
  doNotAllowUiSessions: true,
  requireNewPassword: false,
  tokens: [{ x509: { key: [{ type: "Certificate_ID", id: "Old" }] } }],
};

const authenticationPolicy = { name: "Integrations", allowedTypes: ["User Name Password"] };
const tenant = aTenant({ authenticationPolicy });

function aRaw(changes: Partial<RawSettings>): RawSettings {
  return {
    kind: "settings",
    tenant: acme,
    userName: "ISU_Viva",
    groupName: "ISSG_Viva",
    shown,
    isExempt: false,
    sessionTimeoutMinutes: "0",
    doNotAllowUiSessions: true,
    requireNewPassword: false,
    newPasswordConfirmed: false,
    exemptFromPasswordExpiry: false,
    x509Change: "keep",
    x509Key: "",
    samlChange: "keep",
    samlIssuer: "",
    identityProviderKey: "",
    holderOfKeyKey: "",
    policyChange: "keep",
    reason: "The vendor asks for it",
    ticket: "",
    ...changes,
  };
}

const key = { type: "Certificate_ID", id: "New" } as const;
const saml = { issuer: "https://idp.example", identityProviderKey: key };
const typedSaml = { samlIssuer: saml.issuer, identityProviderKey: key.id };

describe("parseSettings", () => {
  it.each<[what: string, typed: Partial<RawSettings>, asked: AskedSettings]>([
    [
      "another timeout",
      { sessionTimeoutMinutes: " 60 " },
      { change: { sessionTimeoutMinutes: 60 } },
    ],
    [
      "UI sessions, and nothing of a timeout that was emptied",
      { doNotAllowUiSessions: false, sessionTimeoutMinutes: "" },
      { change: { doNotAllowUiSessions: false } },
    ],
    [
      "a new password that is confirmed",
      { requireNewPassword: true, newPasswordConfirmed: true },
      { change: { requireNewPassword: true } },
    ],
    [
      "no new password any more, which needs no confirmation",
      { shown: { ...shown, requireNewPassword: true } },
      { change: { requireNewPassword: false } },
    ],
    [
      "another key",
      { x509Change: "add", x509Key: " New " },
      { change: { x509: { kind: "add", key } } },
    ],
    [
      "only another key",
      { x509Change: "replace", x509Key: "New" },
      { change: { x509: { kind: "replace", key } } },
    ],
    ["no key", { x509Change: "off" }, { change: { x509: { kind: "off" } } }],
    ["SAML", { samlChange: "set", ...typedSaml }, { change: { saml: { kind: "set", saml } } }],
    [
      "no SAML any more",
      {
        samlChange: "off",
        shown: {
          tokens: [{ saml: { ...saml, identityProviderKey: [key], holderOfKeyKey: [] } }],
        },
      },
      { change: { sessionTimeoutMinutes: 0, saml: { kind: "off" } } },
    ],
    [
      "what a person does",
      { exemptFromPasswordExpiry: true, policyChange: "allow" },
      {
        change: {},
        exemptionChange: "added",
        policyChange: { kind: "allow", policy: authenticationPolicy },
      },
    ],
    ["no exemption any more", { isExempt: true }, { change: {}, exemptionChange: "ended" }],
    [
      "x509 where Workday names no configuration",
      { shown: {}, x509Change: "add", x509Key: "New" },
      { change: { sessionTimeoutMinutes: 0, x509: { kind: "add", key } } },
    ],
  ])("reads %s", (_what, typed, value) => {
    expect(parseSettings(aRaw(typed), tenant)).toEqual({ ok: true, value });
  });

  it.each<[what: string, typed: Partial<RawSettings>, problems: object]>([
    ["nothing", {}, { sessionTimeoutMinutes: like("Nothing would change") }],
    ["a timeout of 3", { sessionTimeoutMinutes: "3" }, { sessionTimeoutMinutes: like("from 6") }],
    [
      "a new password that nobody confirmed, where no UI session is allowed",
      { requireNewPassword: true },
      { newPasswordConfirmed: like("no UI session is allowed") },
    ],
    [
      "a new password that nobody confirmed",
      { requireNewPassword: true, doNotAllowUiSessions: false },
      { newPasswordConfirmed: like("an integration cannot change it") },
    ],
    ["a key without its id", { x509Change: "add" }, { x509Key: like("needs a public key") }],
    ["a key without a change", { x509Key: "New" }, { x509Key: like("counts only where") }],
    [
      "a key for SAML only",
      { samlChange: "set", ...typedSaml, x509Key: "New" },
      { x509Key: like("counts only with x509") },
    ],
    [
      "SAML without its issuer",
      { samlChange: "set" },
      { samlIssuer: like("needs the identifier"), identityProviderKey: like("certificate") },
    ],
    [
      "a key that is there",
      { x509Change: "add", x509Key: "Old" },
      { x509Change: like("that way already") },
    ],
    [
      "no SAML where there is none",
      { samlChange: "off" },
      { samlChange: like("that way already") },
    ],
    ["no reason", { reason: " ", doNotAllowUiSessions: false }, { reason: like("Say why") }],
  ])("refuses %s", (_what, typed, error) => {
    expect(parseSettings(aRaw(typed), tenant)).toEqual({ ok: false, error });
  });

  it("refuses an authentication policy that the configuration does not name", () => {
    expect(parseSettings(aRaw({ policyChange: "allow" }), aTenant())).toEqual({
      ok: false,
      error: { policyChange: like("names no authentication policy") },
    });
  });
});
