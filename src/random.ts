import { createHash, randomBytes, randomInt } from "node:crypto";
import { toRequestId } from "./flows/model/ids.ts";
import type { Random } from "./flows/ports/random.ts";
import type { Redactor } from "./redact.ts";
import { generatePassword } from "./secrets/password.ts";

/** None that looks like another (Crockford's base 32). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Real randomness and real digests. `know` hears of every password made here. */
export function createRandom({ know }: Pick<Redactor, "know">): Random {
  return {
    requestId: () => toRequestId(Array.from({ length: 8 }, () => randomInt(32))),
    password: (rules, without) => {
      const password = generatePassword(rules, randomInt, without);
      know(password);
      return password;
    },
    code: () =>
      Array.from({ length: 4 }, () =>
        Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join(""),
      ).join("-"),
    token: () => randomBytes(32).toString("base64url"),
    digest: (text) => `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`,
  };
}

/** A text that no request has carried before. */
export function createNonce(): string {
  return randomBytes(16).toString("base64url");
}
