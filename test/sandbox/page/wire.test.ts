import { describe, expect, it } from "vitest";
import { redact } from "../../../sandbox/page/wire/redact.ts";
import { foldRepeats, type WireLine } from "../../../sandbox/page/wire/wire-line.ts";

function aLine(what: string, at: number): WireLine {
  return {
    id: `Workday-${at}`,
    at,
    service: "Workday",
    what,
    isToBot: false,
    outcome: "200",
    isTrouble: false,
  };
}

describe("foldRepeats", () => {
  it("makes one line of what is asked again and again, with the newest time", () => {
    const lines = [aLine("Look", 1), aLine("Put", 2), aLine("Look", 3), aLine("Look", 4)];

    expect(foldRepeats(lines)).toEqual([aLine("Put", 2), { ...aLine("Look", 4), times: 3 }]);
  });

  it("keeps apart what came out differently, and what is far away", () => {
    const refused = { ...aLine("Look", 2), outcome: "503", isTrouble: true };
    const between = ["A", "B", "C", "D"].map((what, index) => aLine(what, 3 + index));
    const lines = [aLine("Look", 1), refused, ...between, aLine("Look", 9)];

    expect(foldRepeats(lines)).toEqual(lines);
  });
});

describe("redact", () => {
  it.each([
    [
      '<wsse:Password Type="x#PasswordText">Secret-1</wsse:Password>',
      '<wsse:Password Type="x#PasswordText">[redacted]</wsse:Password>',
    ],
    ["<bsvc:Password>Secret-1</bsvc:Password>", "<bsvc:Password>[redacted]</bsvc:Password>"],
    ["a=1&client_secret=abc&b=2", "a=1&client_secret=[redacted]&b=2"],
    ['{"access_token":"abc","n":1}', '{"access_token":"[redacted]","n":1}'],
    ["Bearer xoxb-12ab34", "Bearer [redacted]"],
  ])("takes what is secret by its place out of %s", (text, redacted) => {
    expect(redact(text, [])).toBe(redacted);
  });

  it("takes what is known to be secret out, wherever it stands", () => {
    expect(redact("it is Secret-1, yes, Secret-1", ["Secret-1"])).toBe(
      "it is [redacted], yes, [redacted]",
    );
  });
});
