import { randomInt } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PasswordRules } from "../../src/flows/tenant/tenant.ts";
import { generatePassword } from "../../src/secrets/password.ts";

const rulesArbitrary = fc.record({
  length: fc.integer({ min: 12, max: 64 }),
  upper: fc.boolean(),
  lower: fc.boolean(),
  digit: fc.boolean(),
  special: fc.boolean(),
});

const all: PasswordRules = { length: 24, upper: true, lower: true, digit: true, special: true };

describe("generatePassword", () => {
  it("meets any rules, and holds nothing that XML or a shell reads as its own", () => {
    fc.assert(
      fc.property(rulesArbitrary, (rules) => {
        const password = generatePassword(rules, randomInt).reveal();

        expect(password).toHaveLength(rules.length);
        expect(password).toMatch(/^[A-Za-z0-9!#$%()*+\-=?@_]+$/);
        expect(!rules.upper || /[A-Z]/.test(password)).toBe(true);
        expect(!rules.lower || /[a-z]/.test(password)).toBe(true);
        expect(!rules.digit || /[0-9]/.test(password)).toBe(true);
        expect(/[^A-Za-z0-9]/.test(password)).toBe(rules.special);
      }),
    );
  });

  it("has none of the characters that it must not have, and still meets the rules", () => {
    for (let made = 0; made < 200; made += 1) {
      const password = generatePassword(all, randomInt, ["=", "?", "%", "#", "&"]).reveal();

      expect(password).toMatch(/^[A-Za-z0-9!$()*+\-@_]{24}$/);
      expect(password).toMatch(/[^A-Za-z0-9]/);
    }
  });

  it("draws every character with equal chance", () => {
    const asked: number[] = [];

    generatePassword(all, (below) => {
      asked.push(below);
      return randomInt(below);
    });

    expect(new Set(asked)).toEqual(new Set([75]));
    expect(asked.length % 24).toBe(0);
  });

  it("throws a string that misses a class away whole", () => {
    const dice = [...Array<number>(12).fill(0), ...Array<number>(11).fill(1), 61];

    const password = generatePassword({ ...all, length: 12, lower: false, special: false }, () => {
      const [side = 0] = dice.splice(0, 1);
      return side;
    });

    expect(password.reveal()).toBe("BBBBBBBBBBB9");
  });

  it("never makes the same one twice", () => {
    const made = Array.from({ length: 500 }, () => generatePassword(all, randomInt).reveal());

    expect(new Set(made).size).toBe(500);
  });

  it.each([11, 65, 12.5, Number.NaN])("refuses a length of %d", (length) => {
    expect(() => generatePassword({ ...all, length }, randomInt)).toThrow(/12 to 64/);
  });

  it.each([
    ["always say the same", () => 0, /random source is broken/],
    ["leave their range", () => 75, /left its range/],
  ])("refuses dice that %s", (_why, dice, message) => {
    expect(() => generatePassword(all, dice)).toThrow(message);
  });

  it("gives a secret that prints nothing", () => {
    expect(String(generatePassword(all, randomInt))).toBe("[secret]");
  });
});
