import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import table from "../../src/unicode/confusables.json" with { type: "json" };
import { findAlike, isListed, toLook } from "../../src/unicode/look-alike.ts";

const listed = ["Security Configuration", "ISU_Slack_Bot", "Зарплата"];

describe("findAlike", () => {
  it.each([
    ["in other capitals and spaces", "  security\u00a0 CONFIGURATION", listed[0]],
    ["in full width", "Ｓｅｃｕｒｉｔｙ　Ｃｏｎｆｉｇｕｒａｔｉｏｎ", listed[0]],
    ["with a Cyrillic letter", "Sеcurity Configuration", listed[0]],
    ["with many Cyrillic letters", "Ѕесurіtу Соnfіgurаtіоn", listed[0]],
    ["with Greek letters", "Security Cοnfiguratiοn", listed[0]],
    ["with mathematical letters", "𝐒𝐞𝐜𝐮𝐫𝐢𝐭𝐲 Configuration", listed[0]],
    ["with a variation selector", "Security Configuration\ufe0f", listed[0]],
    ["with a filler", "ISU_Slack_Bot\u3164", listed[1]],
    ["with Greek capitals", "ΙSU_Slack_Βοt", listed[1]],
    ["with a Cyrillic capital in other capitals", "isu_SLACK_Вot", listed[1]],
    ["with a small letter whose capital looks the same", "isu_slack_вot", listed[1]],
    ["with a capital I for a small l", "ISU_SIack_Bot", listed[1]],
    ["with a Greek letter whose compatibility form is another", "ISU_Slaϲk_Bot", listed[1]],
    ["with a letter whose compatibility form is the name's", "I\u017fU_Slack_Bot", listed[1]],
    ["with a digit", "1SU_Slack_B0t", listed[1]],
    ["in another script from the beginning, in other capitals", "ЗАРПЛАТА", listed[2]],
  ])("finds a name that is spelt %s", (_how, name, found) => {
    expect(findAlike(name, listed)).toBe(found);
  });

  it.each(["Security Configurations", "ISU_Slack_Bot2", "ISU_Snack_Bot", "", "Зарплаты", "🤖"])(
    "does not take %j for another",
    (name) => {
      expect(findAlike(name, listed)).toBeUndefined();
    },
  );

  it("finds a name however its letters are replaced by what looks the same", () => {
    const looks = new Map(
      Object.entries(table.byPrototype).map(([prototype, all]) => [
        String.fromCodePoint(...prototype.split(" ").map((one) => Number.parseInt(one, 16))),
        all.split(" ").map((one) => String.fromCodePoint(Number.parseInt(one, 16))),
      ]),
    );
    const spelt = tuple(
      ...Array.from("ISU_Slack_Bot", (letter) =>
        constantFrom(letter, letter.toUpperCase(), ...(looks.get(letter) ?? [])),
      ),
    );

    assert(
      property(spelt, (letters) => {
        expect(isListed(letters.join(""), listed)).toBe(true);
      }),
    );
  });
});

describe("toLook", () => {
  it("is the look of itself, of every character of the table and of any text", () => {
    const all = Object.values(table.byPrototype)
      .flatMap((characters) => characters.split(" "))
      .map((one) => String.fromCodePoint(Number.parseInt(one, 16)));

    expect(all.length).toBeGreaterThan(6_000);
    expect(all.filter((one) => toLook(toLook(one)) !== toLook(one))).toEqual([]);
    assert(
      property(array(constantFrom("I", "ß", " ", "é", ...all)), (characters) => {
        const look = toLook(characters.join(""));
        expect(toLook(look)).toBe(look);
      }),
    );
  });

  it("is the same for every spelling in ASCII that differs in capitals and spaces only", () => {
    assert(
      property(string({ unit: "grapheme-ascii" }), (text) => {
        expect(toLook(` ${text.toUpperCase()} `)).toBe(toLook(text.toLowerCase()));
      }),
    );
  });
});
