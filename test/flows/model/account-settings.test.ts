import { describe, expect, it } from "vitest";
import {
  applyChange,
  type ObservedTokenSignOn,
  type SettingsChange,
  switchAllOff,
  toConfigurations,
} from "../../../src/flows/model/account-settings.ts";
import {
  compareSettings,
  describeDifference,
} from "../../../src/flows/model/settings-difference.ts";
import type { KeyReference } from "../../../src/flows/model/sign-on.ts";

function shownKey(id: string): readonly KeyReference[] {
  return [
    { type: "WID", id: `${id}-wid` },
    { type: "Certificate_ID", id },
  ];
}

function typedKey(id: string): KeyReference {
  return { type: "Certificate_ID", id };
}

const one = { x509: { key: shownKey("One") } };
const two = { x509: { key: shownKey("Two") } };
const idp = {
  saml: { issuer: "https://idp", identityProviderKey: shownKey("Idp"), holderOfKeyKey: [] },
};
const holder = {
  saml: {
    issuer: "https://other",
    identityProviderKey: shownKey("Other"),
    holderOfKeyKey: shownKey("Holder"),
  },
};
const added = { x509: { key: [typedKey("New")] } };

type Tokens = readonly ObservedTokenSignOn[];

describe("applyChange", () => {
  it.each<[what: string, tokens: Tokens, change: SettingsChange, after: Tokens]>([
    ["adds a first key", [], { x509: { kind: "add", key: typedKey("New") } }, [added]],
    [
      "adds a key beside SAML, in one configuration",
      [idp],
      { x509: { kind: "add", key: typedKey("New") } },
      [{ ...idp, ...added }],
    ],
    [
      "adds a key beside another, in one of its own",
      [one],
      { x509: { kind: "add", key: typedKey("New") } },
      [one, added],
    ],
    [
      "switches a key on where one was off",
      [{ off: { ...one, ...idp } }],
      { x509: { kind: "add", key: typedKey("New") } },
      [{ off: idp, ...added }],
    ],
    [
      "adds a key to the first configuration that has none",
      [one, idp],
      { x509: { kind: "add", key: typedKey("New") } },
      [one, { ...idp, ...added }],
    ],
    ["adds no key that is there", [one], { x509: { kind: "add", key: typedKey("One") } }, [one]],
    [
      "replaces the first key where it stood, and switches the others off",
      [{ ...one, ...idp }, two],
      { x509: { kind: "replace", key: typedKey("New") } },
      [{ ...idp, ...added }, { off: two }],
    ],
    [
      "leaves only a key that is there",
      [one, two, idp],
      { x509: { kind: "replace", key: typedKey("Two") } },
      [{ off: one }, two, idp],
    ],
    [
      "replaces nothing where there is none",
      [{ off: one }],
      { x509: { kind: "replace", key: typedKey("New") } },
      [added],
    ],
    ["switches x509 off", [{ ...one, ...idp }], { x509: { kind: "off" } }, [{ ...idp, off: one }]],
    [
      "sets SAML beside x509",
      [one],
      {
        saml: {
          kind: "set",
          saml: { issuer: "https://idp", identityProviderKey: typedKey("Idp") },
        },
      },
      [{ ...one, saml: { ...idp.saml, identityProviderKey: [typedKey("Idp")] } }],
    ],
    [
      "sets SAML in place of what is there",
      [idp, holder],
      {
        saml: {
          kind: "set",
          saml: {
            issuer: "https://new",
            identityProviderKey: typedKey("Idp"),
            holderOfKeyKey: typedKey("Holder"),
          },
        },
      },
      [
        {
          saml: {
            issuer: "https://new",
            identityProviderKey: [typedKey("Idp")],
            holderOfKeyKey: [typedKey("Holder")],
          },
        },
        { off: holder },
      ],
    ],
    ["switches SAML off", [idp, one], { saml: { kind: "off" } }, [{ off: idp }, one]],
    ["keeps what is off", [{ off: one }], { requireNewPassword: true }, [{ off: one }]],
  ])("%s", (_what, tokens, change, after) => {
    expect(applyChange({ tokens }, change).tokens).toEqual(after);
  });

  it("says nothing of what Workday does not say, unless it changes", () => {
    expect(applyChange({}, { requireNewPassword: true })).toEqual({ requireNewPassword: true });
    expect(applyChange({}, { x509: { kind: "off" } })).toEqual({ tokens: [] });
  });
});

describe("toConfigurations", () => {
  it("names a key by its WID, with what is off", () => {
    const wid = { type: "WID", id: "One-wid" };

    expect(toConfigurations([{ off: one }, one, {}])).toEqual([
      { off: { x509: { key: wid } } },
      { x509: { key: wid } },
    ]);
  });

  it("leaves out what is off and not named", () => {
    expect(toConfigurations([{ off: { x509: { key: [] } } }])).toEqual([]);
  });

  it("cannot name a key that Workday does not name", () => {
    expect(toConfigurations([one, { x509: { key: [] } }])).toBeUndefined();
  });

  it("can switch everything off", () => {
    const wids = toConfigurations(switchAllOff([{ ...one, ...holder }, {}]));

    expect(wids).toEqual([
      {
        off: {
          x509: { key: { type: "WID", id: "One-wid" } },
          saml: {
            issuer: "https://other",
            identityProviderKey: { type: "WID", id: "Other-wid" },
            holderOfKeyKey: { type: "WID", id: "Holder-wid" },
          },
        },
      },
    ]);
  });
});

describe("compareSettings", () => {
  it("takes the same id of either kind for the same key, in any order", () => {
    const before = { tokens: [one, two, { ...added, off: one }] };
    const after = { tokens: [{ x509: { key: shownKey("New") } }, one, two] };

    expect(compareSettings(before, after)).toEqual([]);
    expect(compareSettings({ tokens: [idp, holder] }, { tokens: [holder, idp] })).toEqual([]);
    expect(compareSettings({ tokens: [{ x509: { key: [] } }] }, { tokens: [one] })).toHaveLength(1);
    expect(
      compareSettings({ tokens: [{ x509: { key: [] } }] }, { tokens: [{ x509: { key: [] } }] }),
    ).toEqual([]);
  });

  it("says what was and what is, and nothing of what is not said afterwards", () => {
    const lines = compareSettings(
      { sessionTimeoutMinutes: 30, doNotAllowUiSessions: true, tokens: [one, holder] },
      { doNotAllowUiSessions: false, requireNewPassword: true, tokens: [idp] },
    ).map(describeDifference);

    expect(lines).toEqual([
      "UI sessions: not allowed -> allowed",
      "New password at the next sign-in: (Workday does not say) -> required",
      "x509 sign-on: One -> off",
      "SAML sign-on: https://other (key Other, holder-of-key Holder) -> https://idp (key Idp)",
    ]);
  });

  it("says where a key has no id", () => {
    expect(
      compareSettings({ tokens: [] }, { tokens: [{ x509: { key: [] } }] }).map(describeDifference),
    ).toEqual(["x509 sign-on: off -> without an id"]);
    expect(
      compareSettings(
        { requireNewPassword: true, doNotAllowUiSessions: false, sessionTimeoutMinutes: 9 },
        { requireNewPassword: false, doNotAllowUiSessions: true, sessionTimeoutMinutes: 10 },
      ).map(({ after }) => after),
    ).toEqual(["10 minutes", "not allowed", "not required"]);
  });
});
