import { createHash } from "node:crypto";
import { type RequestId, toRequestId } from "../../../src/flows/model/ids.ts";
import type { Random } from "../../../src/flows/ports/random.ts";
import { Secret } from "../../../src/secret.ts";

/** What every password holds, and nothing else does. */
export const canary = "Canary#";

export interface FakeRandom extends Random {
  /** Every password that was made: none of them may ever be seen. */
  readonly passwords: readonly string[];
}

/** Randomness that never answers the same twice, and whose passwords are easy to find again. */
export function createFakeRandom(): FakeRandom {
  const passwords: string[] = [];
  let ids = 0;
  let tokens = 0;
  return {
    passwords,
    requestId: (): RequestId => {
      ids += 1;
      return toRequestId([7, 19, 3, 20, 9, 23, Math.floor(ids / 32), ids]);
    },
    password: (_rules, without = []) => {
      const made = `${canary}${passwords.length + 1}<&"${"x".repeat(12)}`;
      const value = without.reduce((kept, one) => kept.replaceAll(one, ""), made);
      passwords.push(value);
      return new Secret(value);
    },
    code: () => {
      tokens += 1;
      return `C0DE-0000-0000-${String(tokens).padStart(4, "0")}`;
    },
    token: () => {
      tokens += 1;
      return `token-${tokens}`;
    },
    digest: (text) => `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`,
  };
}
