import type { PasswordRules } from "../flows/tenant/tenant.ts";
import { Secret } from "../secret.ts";

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
/** None that XML, a shell or a quoted string reads as its own: no `&`, `<`, `>`, quotes or backslash. */
export const specials = "!#$%()*+-=?@_";

/** How many strings are thrown at most: that so many lack a class of characters means that the randomness is broken. */
const mostAttempts = 1_000;

/**
 * Makes a password that meets the tenant's rules.
 *
 * Letters and digits are always used, special characters only where the rules demand one. A string
 * that misses a demanded class is thrown away whole, so that no position is likelier to hold a class
 * than another. 24 characters of all 75 are about 149 bits.
 *
 * @param randomInt a whole number from 0 to below its argument, from a cryptographic source
 * @param without special characters that are left out; one at least has to be left where the rules demand one
 * @throws when the rules cannot be met or the random source is broken: both are mistakes of ours
 */
export function generatePassword(
  rules: PasswordRules,
  randomInt: (below: number) => number,
  without: readonly string[] = [],
): Secret {
  if (!Number.isInteger(rules.length) || rules.length < 12 || rules.length > 64) {
    throw new Error(`A password has 12 to 64 characters; the rules say ${rules.length}`);
  }
  const allowed = Array.from(specials).filter((one) => !without.includes(one));
  const alphabet = `${upper}${lower}${digits}${rules.special ? allowed.join("") : ""}`;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const password = drawCharacters(alphabet, rules.length, randomInt);
    if (meets(password, rules)) return new Secret(password);
  }
  throw new Error(`${mostAttempts} passwords in a row missed a class: the random source is broken`);
}

function drawCharacters(
  alphabet: string,
  length: number,
  randomInt: (below: number) => number,
): string {
  let password = "";
  while (password.length < length) {
    const character = alphabet[randomInt(alphabet.length)];
    if (character === undefined) throw new Error("The random source left its range");
    password += character;
  }
  return password;
}

function meets(password: string, rules: PasswordRules): boolean {
  const classes: readonly (readonly [demanded: boolean, characters: string])[] = [
    [rules.upper, upper],
    [rules.lower, lower],
    [rules.digit, digits],
    [rules.special, specials],
  ];
  return classes.every(
    ([demanded, characters]) =>
      !demanded || Array.from(password).some((character) => characters.includes(character)),
  );
}
