import type { Secret } from "../../secret.ts";
import type { CredentialId, Passkey } from "../request/passkey.ts";
import type { FlowDeps } from "./deps.ts";

/** What an authenticator made for us. */
export interface MadePasskey {
  readonly credential: CredentialId;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/**
 * Checks what a browser's authenticator answers: address, challenge, that the person was verified, signature,
 * counter. `text` is what the challenge is the digest of. Anything that does not prove all of it is `undefined`.
 */
export interface WebAuthn {
  /** @returns the new counter */
  readonly verifyAssertion: (
    response: unknown,
    expected: { readonly text: string; readonly passkey: Passkey },
  ) => Promise<number | undefined>;
  readonly verifyRegistration: (
    response: unknown,
    expected: { readonly text: string },
  ) => Promise<MadePasskey | undefined>;
}

/** What the bot's own pages work with. */
export interface PageDeps extends FlowDeps {
  readonly webAuthn: WebAuthn;
  /** Keeps a value out of every text from now on. */
  readonly know: (secret: Secret) => void;
}
