import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";
import { quoteForeign } from "../../src/workday/foreign-text.ts";

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
    ["a secret in a URL", "a%20b%26c%3Dd", "a b&c=d"],
    ["a short secret", "the value abc is bad", "abc"],
    ["nothing", "", "irrelevant"],
    ["nothing that can be seen", " \u200b\n\t ", "irrelevant"],
  ])("gives nothing for %s", (_what, text, secret) => {
    expect(quoteForeign(text, [new Secret(secret)])).toBeUndefined();
  });

  it("gives the rest on one line, without markup, cut to 300 characters", () => {
    const text = `  a\u0000b\r\n<@U1>\u202e ${"y".repeat(400)}`;

    const quoted = quoteForeign(text, [new Secret("")]);

    expect(quoted).toMatch(/^a b ‹@U1› y+…$/);
    expect(quoted).toHaveLength(300);
  });
});
