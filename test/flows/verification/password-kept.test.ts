import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { type LoggedSignOn, showsPassword } from "../../../src/flows/model/sign-on-log.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import {
  comparePasswordKept,
  type SignOnsSince,
} from "../../../src/flows/verification/password-kept.ts";

function aLine(parts: Partial<LoggedSignOn> = {}): LoggedSignOn {
  return {
    userName: "ISU_Viva",
    at: instant(1),
    outcome: "wrong-password",
    address: "203.0.113.7",
    channel: "Web Services",
    type: "User Name Password",
    ...parts,
  };
}

describe("comparePasswordKept", () => {
  it.each<[outcome: string, words: string, since: SignOnsSince]>([
    ["verified", "shows somebody who signed on with it", { kind: "signed-on" }],
    ["unverified", "Press Look again", { kind: "read", signOns: [], isWhole: true }],
    ["different", "shows nobody", { kind: "read", signOns: [aLine()], isWhole: true }],
    ["unverified", "was not read whole", { kind: "read", signOns: [aLine()], isWhole: false }],
    [
      "unverified",
      "Press Look again",
      { kind: "read", signOns: [aLine({ outcome: "new-password-required" })], isWhole: true },
    ],
    ["unverified", "It is away.", { kind: "cannot-see", words: "It is away." }],
  ])("is %s, and says: %s", (outcome, words, since) => {
    const comparison = comparePasswordKept("ISU_Viva", since);

    expect(judge(comparison).outcome).toBe(outcome);
    expect(comparison.expected[0]?.lookAt).toContain(words);
  });
});

describe("showsPassword", () => {
  it.each([
    ["User Name Password", "signed-on", true],
    ["User Name Password", "wrong-password", false],
    ["", "signed-on", false],
    ["OAuth 2.0", "signed-on", false],
    ["X509", "signed-on", false],
    ["Password with SAML", "signed-on", false],
  ] as const)("of a line by %j that ended %s is %s", (type, outcome, shows) => {
    expect(showsPassword(aLine({ type, outcome }))).toBe(shows);
  });
});
