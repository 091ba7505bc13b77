import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describeInvisible,
  describeInvisibleInText,
  describePoint,
} from "../../src/unicode/invisible.ts";
import { like } from "../bot/support/like.ts";

/** Every code point that Unicode calls default-ignorable, 4,174 of them in version 17. */
const ignorable = Array.from({ length: 0x110000 }, (_, point) => point)
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point))
  .filter((character) => /\p{Default_Ignorable_Code_Point}/u.test(character));

describe("describeInvisible", () => {
  it.each([
    ["\ufe0f", "U+FE0F"],
    ["\u3164", "U+3164"],
    ["\u034f", "U+034F"],
    ["\u180b", "U+180B"],
    ["\u17b4", "U+17B4"],
    ["\u115f", "U+115F"],
    ["\uffa0", "U+FFA0"],
    ["\u2800", "U+2800"],
    ["\u{e0100}", "U+E0100"],
    ["\u{e0041}", "U+E0041"],
    ["\u00ad", "U+00AD"],
    ["\u200b", "U+200B"],
    ["\u200d", "U+200D"],
    ["\u202e", "U+202E"],
    ["\u2028", "U+2028"],
    ["\u0000", "U+0000"],
    ["\ud83d", "U+D83D"],
  ])("names %j as %s, in a name and in free text", (character, point) => {
    const words = `Remove the invisible character ${point} from “ISU_Viva”: type it again by hand.`;

    expect(describeInvisible(`ISU_${character}Viva`)).toBe(words);
    expect(describeInvisibleInText(`ISU_${character}Viva`)).toBe(words);
  });

  it("finds every default-ignorable character, wherever it stands", () => {
    expect(ignorable.length).toBeGreaterThan(4_000);
    assert(
      property(constantFrom(...ignorable), string(), string(), (one, before, after) => {
        expect(describeInvisible(`${before}${one}${after}`)).toContain(describePoint(one));
      }),
    );
    expect(ignorable.filter((one) => describeInvisible(`ISU${one}`) === undefined)).toEqual([]);
  });

  it("says nothing of what can be seen", () => {
    const names = ["ISU_Viva", "Worker Data: Prüfung – 1/2", "給与 ISU", "Зарплата", "🚀", ""];

    expect(names.map((name) => describeInvisible(name))).toEqual(names.map(() => undefined));
  });

  it("names the first of several names, each of its characters once, and five at most", () => {
    expect(describeInvisible("ISU_Viva", "a\u3164b\u3164\ufe0f", "\u2800")).toBe(
      "Remove the invisible characters U+3164, U+FE0F from “ab”: type it again by hand.",
    );
    expect(describeInvisible("\u200b\u200c\u200d\u2060\u2061\u2062")).toBe(
      "Remove the invisible characters U+200B, U+200C, U+200D, U+2060, U+2061 from “”: type it again by hand.",
    );
  });
});

describe("describeInvisibleInText", () => {
  it.each(["two\r\nlines\tand a tab", "an emoji ⚠️, a family 👩‍👩‍👧 and a flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿"])(
    "takes %j",
    (text) => {
      expect(describeInvisibleInText(text)).toBeUndefined();
    },
  );

  it.each(["a\ufe0f", "⚠\ufe0f\ufe0f", "👩\u200d", "Hangul \u3164", "a\u0007"])(
    "does not take %j, where no emoji needs it",
    (text) => {
      expect(describeInvisibleInText(text)).toEqual(like("invisible character U+"));
    },
  );
});
