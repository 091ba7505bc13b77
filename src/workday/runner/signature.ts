import {
  type Component,
  parseSignature,
  parseSignatureInput,
  type SignatureInput,
  toContentDigest,
  toCovered,
  toParameters,
  toSignatureBase,
} from "./message-signature.ts";
import type { SigningKey, VerifyingKey } from "./signing-keys.ts";

/** A request to a runner. Every header of a POST is signed along. */
export interface RunnerRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Signing {
  readonly key: SigningKey;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Another one for every request: 16 random bytes or more, in base64url. */
  readonly nonce: string;
}

/** Why an answer counts for nothing. */
export type Distrust =
  | "unsigned"
  | "another-form"
  | "another-content"
  | "another-key"
  | "out-of-time"
  | "wrong-signature";

const lifetimeSeconds = 60;
const skewSeconds = 60;
/** An answer that is signed for longer than this does not keep to the contract. */
const longestSeconds = 300;

/**
 * Signs a request as the runner's contract has it (`docs/reference/runner.md`). The signature holds for a
 * minute and for this address only.
 *
 * @see RFC 9421, HTTP Message Signatures; RFC 9530, Digest Fields
 */
export function signRequest(request: RunnerRequest, { key, now, nonce }: Signing): RunnerRequest {
  const headers = { ...request.headers, "content-digest": toContentDigest(request.body ?? "") };
  const created = Math.floor(now / 1_000);
  const components = toRequestComponents({ ...request, headers });
  const parameters = toParameters(components, {
    created,
    expires: created + lifetimeSeconds,
    nonce,
    keyId: key.id,
  });
  const signature = key.sign(toSignatureBase(components, parameters));
  const signed = { "signature-input": `bot=${parameters}`, signature: `bot=:${signature}:` };
  return { ...request, headers: { ...headers, ...signed } };
}

function toRequestComponents({ method, url, headers }: RunnerRequest): readonly Component[] {
  const fields = ["content-digest", "idempotency-key", "content-type"].flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[`"${name}"`, value] as const];
  });
  return [['"@method"', method], ['"@target-uri"', url], ...fields];
}

interface Asked {
  /** The request that was answered, as it was signed. */
  readonly request: RunnerRequest;
  readonly key: VerifyingKey;
  /** Milliseconds since 1970. */
  readonly now: number;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Holds an answer to the contract: signed by the pinned key, for exactly this content, as the answer to
 * exactly this request, now.
 *
 * @returns why it cannot be trusted; `undefined` where it can
 */
export function distrust(answer: Answer, { request, key, now }: Asked): Distrust | undefined {
  const written = answer.headers.get("signature-input");
  const signed = answer.headers.get("signature");
  if (written === null || signed === null) return "unsigned";
  const input = parseSignatureInput("runner", written);
  const signature = parseSignature("runner", signed);
  const components = toAnswerComponents(answer, request);
  if (input === undefined || signature === undefined || input.covered !== toCovered(components)) {
    return "another-form";
  }
  if (answer.headers.get("content-digest") !== toContentDigest(answer.text)) {
    return "another-content";
  }
  if (input.keyId !== key.id) return "another-key";
  if (!isInTime(input, now)) return "out-of-time";
  const base = toSignatureBase(components, input.raw);
  return key.hasSigned(base, signature) ? undefined : "wrong-signature";
}

/**
 * The request's Signature-Input holds its nonce, so an answer to another request does not pass. Its Signature
 * is left out: RFC 9421 advises against signatures of signatures.
 */
function toAnswerComponents(
  { status, headers }: Answer,
  request: RunnerRequest,
): readonly Component[] {
  return [
    ['"@status"', String(status)],
    ['"content-digest"', headers.get("content-digest") ?? ""],
    ['"content-type"', headers.get("content-type") ?? ""],
    ['"@method";req', request.method],
    ['"@target-uri";req', request.url],
    ['"content-digest";req', request.headers["content-digest"] ?? ""],
    ['"signature-input";req', request.headers["signature-input"] ?? ""],
  ];
}

function isInTime({ created, expires }: SignatureInput, now: number): boolean {
  const seconds = now / 1_000;
  const lasts = expires - created;
  if (lasts <= 0 || lasts > longestSeconds) return false;
  return created <= seconds + skewSeconds && expires >= seconds - skewSeconds;
}
