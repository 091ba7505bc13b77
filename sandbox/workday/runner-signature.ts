import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import type { HttpReply, HttpRequest } from "./http/message.ts";

/** Base64 of the key's DER: PKCS#8 for a private key, SPKI for a public one. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

export function makeKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  };
}

const skewSeconds = 60;
const longestSeconds = 300;

export interface Gatekeeper {
  /** Why the request is refused with 401; `undefined` where it is the bot's own, fresh and whole. */
  readonly findFlaw: (request: HttpRequest, origin: string) => string | undefined;
}

/** Verifies requests as strictly as the contract says, and remembers their nonces while they could be replayed. */
export function createGatekeeper(botPublicKey: string, now: () => number): Gatekeeper {
  const key = createPublicKey({
    key: Buffer.from(botPublicKey, "base64"),
    format: "der",
    type: "spki",
  });
  const keyId = thumbprintOf(key);
  const nonces = new Map<string, number>();

  return {
    findFlaw(request, origin) {
      const seconds = now() / 1_000;
      for (const [nonce, until] of nonces) if (until < seconds) nonces.delete(nonce);
      const input = fieldOf(request, "signature-input");
      const lines = coveredLines(request, origin);
      const list = lines.map((line) => line.slice(0, line.indexOf(": "))).join(" ");
      const expected = `bot=(${list});`;
      if (!input.startsWith(expected)) return "The signature does not cover what it has to cover.";
      const flaw = flawInParameters(readParameters(input.slice(expected.length)), keyId, seconds);
      if (flaw !== undefined) return flaw;
      if (fieldOf(request, "content-digest") !== digestOf(request.body)) {
        return "The content is not what its digest says.";
      }
      const base = [...lines, `"@signature-params": ${input.slice("bot=".length)}`].join("\n");
      const signature = /^bot=:([A-Za-z0-9+/]{86}==):$/.exec(fieldOf(request, "signature"))?.[1];
      const bytes = Buffer.from(signature ?? "", "base64");
      if (!verify(null, Buffer.from(base), key, bytes)) return "The signature is wrong.";
      const { nonce, expires } = readParameters(input.slice(expected.length));
      if (nonces.has(String(nonce))) return "The nonce was used before.";
      nonces.set(String(nonce), Number(expires) + skewSeconds);
      return undefined;
    },
  };
}

function fieldOf({ headers }: HttpRequest, name: string): string {
  const value = headers[name];
  return typeof value === "string" ? value : "";
}

/** A request without a key or without content is signed without these two. */
function coveredLines(request: HttpRequest, origin: string): readonly string[] {
  const optional = ["idempotency-key", "content-type"].filter((name) => name in request.headers);
  return [
    `"@method": ${request.method}`,
    `"@target-uri": ${origin}${request.target}`,
    ...["content-digest", ...optional].map((name) => `"${name}": ${fieldOf(request, name)}`),
  ];
}

type Parameters = Readonly<Record<string, string | undefined>>;

function readParameters(text: string): Parameters {
  const parts = text.split(";").map((part): [string, string] => {
    const [name = "", value = ""] = part.split(/=(.*)/);
    return [name, value.replace(/^"(.*)"$/, "$1")];
  });
  return Object.fromEntries(parts);
}

function flawInParameters(parameters: Parameters, keyId: string, now: number): string | undefined {
  const names = Object.keys(parameters).toSorted().join(" ");
  if (names !== "alg created expires keyid nonce")
    return "The signature's parameters are not right.";
  if (parameters["alg"] !== "ed25519") return "The algorithm is not ed25519.";
  if (parameters["keyid"] !== keyId) return "The key is not known here.";
  if (!/^[\w-]{16,64}$/.test(parameters["nonce"] ?? ""))
    return "The nonce is too short or too long.";
  const [created, expires] = [Number(parameters["created"]), Number(parameters["expires"])];
  const isFresh = created <= now + skewSeconds && expires >= now - skewSeconds;
  const isShort = expires > created && expires - created <= longestSeconds;
  return isFresh && isShort ? undefined : "The signature is out of time.";
}

/** Signs an answer, bound to the request that it answers. */
export function signReply(
  reply: HttpReply,
  { request, origin, privateKey, now }: SigningReply,
): HttpReply {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, "base64"),
    format: "der",
    type: "pkcs8",
  });
  const digest = digestOf(reply.body);
  const lines = [
    `"@status": ${reply.status}`,
    `"content-digest": ${digest}`,
    `"content-type": ${reply.headers["content-type"]}`,
    `"@method";req: ${request.method}`,
    `"@target-uri";req: ${origin}${request.target}`,
    `"content-digest";req: ${fieldOf(request, "content-digest")}`,
    `"signature-input";req: ${fieldOf(request, "signature-input")}`,
  ];
  const list = lines.map((line) => line.slice(0, line.indexOf(": "))).join(" ");
  const created = Math.floor(now / 1_000);
  const times = `created=${created};expires=${created + 60}`;
  const id = thumbprintOf(createPublicKey(key));
  const parameters = `(${list});${times};keyid="${id}";alg="ed25519"`;
  const base = [...lines, `"@signature-params": ${parameters}`].join("\n");
  const signature = sign(null, Buffer.from(base), key).toString("base64");
  return {
    ...reply,
    headers: {
      ...reply.headers,
      "content-digest": digest,
      "signature-input": `runner=${parameters}`,
      signature: `runner=:${signature}:`,
    },
  };
}

interface SigningReply {
  readonly request: HttpRequest;
  readonly origin: string;
  readonly privateKey: string;
  readonly now: number;
}

function digestOf(content: string): string {
  return `sha-256=:${createHash("sha256").update(content).digest("base64")}:`;
}

/** RFC 7638. */
function thumbprintOf(key: KeyObject): string {
  const { x } = key.export({ format: "jwk" });
  return createHash("sha256")
    .update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)
    .digest("base64url");
}
