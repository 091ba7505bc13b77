import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** What a test may make wrong. Everything is as a browser would do it, unless said otherwise. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly isVerified?: boolean;
  readonly crossOrigin?: boolean;
  readonly counter?: number;
  readonly id?: string;
  /** Signs with a key that nobody registered. */
  readonly isForgery?: boolean;
}

interface Asked {
  readonly challenge: string;
  readonly rpId: string;
}

/** An authenticator and its browser in a few lines: real attestation objects and real ES256 signatures. */
export interface SoftAuthenticator {
  readonly id: string;
  readonly register: (asked: Asked, lies?: Lies & { readonly format?: string }) => object;
  readonly prove: (asked: Asked, lies?: Lies) => object;
}

const userPresent = 0x01;
const userVerified = 0x04;
const attested = 0x40;

export function createSoftAuthenticator(origin: string): SoftAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credential = randomBytes(32);
  const id = credential.toString("base64url");
  let counter = 0;

  function toData(asked: Asked, flags: number, lies: Lies): Buffer {
    counter = lies.counter ?? counter + 1;
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    const verified = lies.isVerified === false ? 0 : userVerified;
    const rpIdHash = sha256(lies.rpId ?? asked.rpId);
    return Buffer.concat([rpIdHash, Buffer.from([userPresent | verified | flags]), counted]);
  }

  function toClientData(type: string, asked: Asked, lies: Lies): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? asked.challenge,
        origin: lies.origin ?? origin,
        crossOrigin: lies.crossOrigin ?? false,
      }),
    );
  }

  return {
    id,
    register: (asked, lies = {}) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credential.length);
      const data = Buffer.concat([
        toData(asked, attested, { counter: 0, ...lies }),
        Buffer.alloc(16),
        length,
        credential,
        toCose(publicKey),
      ]);
      return {
        id,
        rawId: id,
        type: "public-key",
        response: {
          clientDataJSON: toClientData("webauthn.create", asked, lies).toString("base64url"),
          attestationObject: toAttestation(data, lies.format ?? "none").toString("base64url"),
          transports: ["internal"],
        },
      };
    },
    prove: (asked, lies = {}) => {
      const data = toData(asked, 0, lies);
      const clientData = toClientData("webauthn.get", asked, lies);
      const key = lies.isForgery === true ? aStrangersKey() : privateKey;
      const signature = sign("sha256", Buffer.concat([data, sha256(clientData)]), key);
      const name = lies.id ?? id;
      return {
        id: name,
        rawId: name,
        type: "public-key",
        response: {
          clientDataJSON: clientData.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: signature.toString("base64url"),
        },
      };
    },
  };
}

function aStrangersKey(): KeyObject {
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
}

function sha256(data: string | Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}

/** An ES256 key as COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053, section 7.1). */
function toCose(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, "base64url"),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, "base64url"),
  ]);
}

/** {"fmt": format, "attStmt": {}, "authData": data} as CBOR. */
function toAttestation(data: Buffer, format: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length);
  return Buffer.concat([
    Buffer.from([0xa3]),
    toCborText("fmt"),
    toCborText(format),
    toCborText("attStmt"),
    Buffer.from([0xa0]),
    toCborText("authData"),
    Buffer.from([0x59]),
    length,
    data,
  ]);
}

function toCborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)]);
}
