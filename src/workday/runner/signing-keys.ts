import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { err, ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";

/** An Ed25519 private key that signs and does not come out. */
export interface SigningKey {
  /** The thumbprint of its public half (RFC 7638), by which the other side finds the key. */
  readonly id: string;
  /** @returns the signature of the text's UTF-8 bytes, in base64 */
  readonly sign: (text: string) => string;
}

/** An Ed25519 public key. */
export interface VerifyingKey {
  readonly id: string;
  readonly hasSigned: (text: string, signature: string) => boolean;
}

/** Reads an Ed25519 private key: PKCS#8, as PEM or as its base64 on one line. */
export function parseSigningKey(secret: Secret): Result<SigningKey, "no-key"> {
  try {
    const der = toDer(secret.reveal(), "PRIVATE KEY");
    const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    if (key.asymmetricKeyType !== "ed25519") return err("no-key");
    return ok({
      id: toThumbprint(createPublicKey(key)),
      sign: (text) => sign(null, Buffer.from(text, "utf8"), key).toString("base64"),
    });
  } catch {
    return err("no-key");
  }
}

/** Reads an Ed25519 public key: SPKI, as PEM or as its base64 on one line. A private key is refused. */
export function parseVerifyingKey(text: string): Result<VerifyingKey, "no-key"> {
  try {
    const der = toDer(text, "PUBLIC KEY");
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    if (key.asymmetricKeyType !== "ed25519") return err("no-key");
    return ok({
      id: toThumbprint(key),
      hasSigned: (signed, signature) =>
        verify(null, Buffer.from(signed, "utf8"), key, Buffer.from(signature, "base64")),
    });
  } catch {
    return err("no-key");
  }
}

/** The armour is taken off here, since Node would read a public key out of a private one's PEM. */
function toDer(text: string, name: string): Buffer {
  const armour = new RegExp(`^-----BEGIN ${name}-----([A-Za-z0-9+/=\\s]+)-----END ${name}-----$`);
  return Buffer.from(armour.exec(text.trim())?.[1] ?? text, "base64");
}

/** @see RFC 7638, with the members of RFC 8037 for keys of this kind */
function toThumbprint(key: KeyObject): string {
  const { crv, kty, x } = key.export({ format: "jwk" });
  return createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");
}
