import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/secret.ts";
import { quoteForeign } from "../../../src/workday/wire/foreign-text.ts";

describe("quoteForeign", () => {
  it("never gives back six characters of a secret in a row, however they are framed", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, maxLength: 30 }),
        fc.string(),
        fc.string(),
        (value, before, after) => {
          const quoted = quoteForeign(before + value + after, [new Secret(value)]);

          expect(quoted).toBeUndefined();
        },
      ),
    );
  });

  it.each([
    ["a secret in XML", "p&lt;&lt;&amp;&gt;w!", "p<<&>w!"],
    ["a secret in JSON", 'a\\"b\\\\cdef', 'a"b\\cdef'],
    ["a secret in XML by numbers", "p&#38;&#39;&#60;&#62;&#34;w!", "p&'<>\"w!"],
    ["a secret in XML by hexadecimal numbers", "p&#x26;&#X27;&#x3c;&#x3E;&#x22;w!", "p&'<>\"w!"],
    ["a secret in XML with its quotes named", "p&amp;&apos;&lt;&gt;&quot;w!", "p&'<>\"w!"],
    ["a secret in XML, written twice", "p&amp;#38;&amp;#39;&amp;#60;w!", "p&'<w!"],
    ["a secret in JSON that escapes markup", "p\\u0026\\u0027\\u003cw!", "p&'<w!"],
    ["a secret in a URL", "a%20b%26c%3Dd", "a b&c=d"],
    ["a secret in a form", "a+b%26c%3Dd", "a b&c=d"],
    ["a secret in a URL that escapes all it can", "%70%26%27%3c%21", "p&'<!"],
    ["a short secret", "the value abc is bad", "abc"],
    ["nothing", "", "irrelevant"],
    ["nothing that can be seen", " \u200b\n\t ", "irrelevant"],
  ])("gives nothing for %s", (_what, text, secret) => {
    expect(quoteForeign(text, [new Secret(secret)])).toBeUndefined();
  });

  it("gives a text with numbers that no character has", () => {
    const text = "at &#1114112; and &#x110000; and 100%zz";

    expect(quoteForeign(text, [new Secret("Otter4Tz8wQ")])).toBe(text);
  });

  it("searches and shows no more than the beginning of a text of any length", () => {
    const quoted = quoteForeign("&#38;".repeat(2_000_000), [new Secret("Otter4Tz8wQ".repeat(4))]);

    expect(quoted).toHaveLength(300);
  });

  it("gives the rest on one line, without markup, cut to 300 characters", () => {
    const text = `  a\u0000b\r\n<@U1>\u202e ${"y".repeat(400)}`;

    const quoted = quoteForeign(text, [new Secret("")]);

    expect(quoted).toMatch(/^a b ‹@U1› y+…$/);
    expect(quoted).toHaveLength(300);
  });
});
