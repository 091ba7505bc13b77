import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedactor } from "../../src/redact.ts";
import { Secret } from "../../src/secret.ts";

/** Values with everything that some spelling spells otherwise. */
const anyValue = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 6, maxLength: 64 }),
  fc.stringMatching(/^[!-~]{6,24}$/),
  fc.constantFrom(`a"b'c<d>&e`, "a/b+c=d?e", "back\\slash\n", "ÄÖÜß€😀", "&amp;&lt;"),
);

const spellings: readonly (readonly [name: string, spell: (value: string) => string])[] = [
  ["itself", (value) => value],
  ["JSON", (value) => JSON.stringify({ value })],
  ["XML text", (value) => `<a>${toXml(value)}</a>`],
  [
    "an XML attribute",
    (value) => `<a b="${toXml(value).replaceAll('"', "&quot;").replaceAll("'", "&apos;")}"/>`,
  ],
  ["a URL", (value) => `https://x/?p=${encodeURIComponent(value)}`],
  ["base64", (value) => Buffer.from(value).toString("base64")],
  ["base64 for URLs", (value) => Buffer.from(value).toString("base64url")],
];

describe("createScrubber", () => {
  it.each(spellings)("leaves no known value in %s", (_name, spell) => {
    fc.assert(
      fc.property(anyValue, fc.string(), fc.string(), (value, before, after) => {
        fc.pre(value.isWellFormed() && value.length >= 6);
        const scrubber = createRedactor();
        scrubber.know(new Secret(value));
        const spelled = spell(value);
        const bare = spell("").length;

        const clean = scrubber.scrub(`${before}${spelled}${after}`);

        expect(clean).toContain("[secret]");
        expect(scrubber.scrub(spelled).length).toBeLessThanOrEqual(bare + "[secret]".length + 1);
      }),
    );
  });

  it("leaves no tail of a spelling that begins with another", () => {
    const scrubber = createRedactor();
    scrubber.know(new Secret("Canary&"));

    expect(scrubber.scrub("<a>Canary&amp;</a>")).toBe("<a>[secret]</a>");
  });

  it("changes nothing else", () => {
    const scrubber = createRedactor();
    scrubber.know(new Secret("Canary#1"));

    expect(scrubber.scrub("Nothing to see: Canary#2, canary#1")).toBe(
      "Nothing to see: Canary#2, canary#1",
    );
  });

  it("takes out every place and every value", () => {
    const scrubber = createRedactor();
    scrubber.know(new Secret("Canary#1"));
    scrubber.know(new Secret("Canary#2"));

    expect(scrubber.scrub("Canary#1 Canary#2 Canary#1")).toBe("[secret] [secret] [secret]");
  });

  it("ignores values so short that they stand in any text", () => {
    const scrubber = createRedactor();
    scrubber.know(new Secret(""));
    scrubber.know(new Secret("short"));

    expect(scrubber.scrub("in short")).toBe("in short");
  });

  it("forgets the oldest after a thousand, and knows one once however often it is told", () => {
    const scrubber = createRedactor();
    for (let n = 0; n <= 1_000; n += 1) {
      scrubber.know(new Secret(`Canary#${String(n).padStart(4, "0")}`));
      scrubber.know(new Secret("Canary#0001"));
    }

    expect(scrubber.scrub("Canary#0000")).toBe("Canary#0000");
    expect(scrubber.scrub("Canary#0001 Canary#1000")).toBe("[secret] [secret]");
  });
});

function toXml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
