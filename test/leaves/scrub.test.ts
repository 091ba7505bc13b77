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
        const scrubber = createRedactor([new Secret(value)]);
        const spelled = spell(value);
        const bare = spell("").length;

        const clean = scrubber.scrub(`${before}${spelled}${after}`);

        expect(clean).toContain("[secret]");
        expect(scrubber.scrub(spelled).length).toBeLessThanOrEqual(bare + "[secret]".length + 1);
      }),
    );
  });

  it("leaves no tail of a spelling that begins with another", () => {
    const scrubber = createRedactor([new Secret("Canary&")]);

    expect(scrubber.scrub("<a>Canary&amp;</a>")).toBe("<a>[secret]</a>");
  });

  it("changes nothing else", () => {
    const scrubber = createRedactor([new Secret("Canary#1")]);

    expect(scrubber.scrub("Nothing to see: Canary#2, canary#1")).toBe(
      "Nothing to see: Canary#2, canary#1",
    );
  });

  it("takes out every place and every value", () => {
    const scrubber = createRedactor([new Secret("Canary#1")]);
    scrubber.know(new Secret("Canary#2"));

    expect(scrubber.scrub("Canary#1 Canary#2 Canary#1")).toBe("[secret] [secret] [secret]");
    expect(scrubber.scrub("Canary#1Canary#2")).toBe("[secret][secret]");
  });

  it.each<[what: string, learnt: string, clean: string]>([
    ["stands inside of it", "anary#", "before [secret] behind"],
    ["begins before it and is longer", "before Canary", "[secret] behind"],
    ["ends behind it and is longer", "#1 behind", "before [secret]"],
    ["is what stands in its place", "[secret]", "before [secret] behind"],
  ])("hides all of a value beside another that %s", (_what, learnt, clean) => {
    const scrubber = createRedactor([new Secret("Canary#1")]);
    scrubber.know(new Secret(learnt));

    expect(scrubber.scrub("before Canary#1 behind")).toBe(clean);
  });

  it("hides all of a value that overlaps itself", () => {
    const scrubber = createRedactor([new Secret("aaaaaa")]);

    expect(scrubber.scrub("aaaaaaaa")).toBe("[secret]");
  });

  it("hides a value with half a character", () => {
    const scrubber = createRedactor([new Secret("Canary\ud83d")]);

    expect(scrubber.scrub("a Canary\ud83d")).toBe("a [secret]");
  });

  it.each(["", "a", "a ", "short"])("ignores %o, so short that it stands in any text", (value) => {
    const scrubber = createRedactor([new Secret(value)]);
    scrubber.know(new Secret(value));

    expect(scrubber.scrub("in short, a text")).toBe("in short, a text");
  });

  it("never forgets a configured value, whatever it learns", () => {
    const scrubber = createRedactor([new Secret("Canary#1"), new Secret("Canary#2")]);
    scrubber.know(new Secret("Canary#2"));
    for (let n = 0; n < 2_000; n += 1) scrubber.know(new Secret(`learnt ${n}`));

    expect(scrubber.scrub("Canary#1 Canary#2")).toBe("[secret] [secret]");
  });

  it("forgets what it learnt first after a thousand, and values too short do not count", () => {
    const scrubber = createRedactor([]);
    scrubber.know(new Secret("Canary#0000"));
    for (let n = 0; n < 1_000; n += 1) scrubber.know(new Secret(`${n}`));
    expect(scrubber.scrub("Canary#0000")).toBe("[secret]");

    for (let n = 1; n <= 1_000; n += 1) {
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
