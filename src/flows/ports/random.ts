import type { Secret } from "../../secret.ts";
import type { RequestId } from "../model/ids.ts";
import type { PasswordRules } from "../tenant/tenant.ts";

/** What nobody can guess, and the digest that stands in for a text. */
export interface Random {
  readonly requestId: () => RequestId;
  /** @param without special characters that it must not have */
  readonly password: (rules: PasswordRules, without?: readonly string[]) => Secret;
  /** 256 bits that nobody guesses, as base64url. */
  readonly token: () => string;
  /** 80 bits in four groups of four, to be read aloud and typed. */
  readonly code: () => string;
  /** SHA-256 of the text, `sha256:` and lower-case hex. */
  readonly digest: (text: string) => string;
}
