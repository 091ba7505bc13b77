import { type KeyPair, makeKeyPair, signReply } from "../../../sandbox/workday/runner-signature.ts";
import { Secret } from "../../../src/secret.ts";
import type { RunnerOptions } from "../../../src/workday/runner/runner.ts";
import {
  parseSigningKey,
  parseVerifyingKey,
  type SigningKey,
  type VerifyingKey,
} from "../../../src/workday/runner/signing-keys.ts";
import { valueIn } from "../value-in.ts";

export const botKeys = makeKeyPair();
export const runnerKeys = makeKeyPair();
export const strangersKeys = makeKeyPair();
/** When everything is signed. */
export const signedAt = Date.UTC(2026, 0, 5, 9);

export function toSigningKey({ privateKey }: KeyPair): SigningKey {
  return valueIn(parseSigningKey(new Secret(privateKey)));
}

export function toVerifyingKey({ publicKey }: KeyPair): VerifyingKey {
  return valueIn(parseVerifyingKey(publicKey));
}

let nonces = 0;

export function aNonce(): string {
  nonces += 1;
  return `nonce-of-a-test-${nonces}`;
}

/** What a runner's adapter needs besides its address, with pauses that take no time. */
export function runnerOptions(): Omit<RunnerOptions, "url"> {
  const signingKey = toSigningKey(botKeys);
  return {
    signingKey: () => signingKey,
    runnerKey: toVerifyingKey(runnerKeys),
    pollEveryMs: 1,
    timeoutMs: 0,
    pause: async () => undefined,
    wallClock: () => signedAt,
    nonce: aNonce,
  };
}

interface Signer {
  readonly keys?: KeyPair;
  readonly at?: number;
}

type Fetch = typeof globalThis.fetch;

/** Signs every answer of a `fetch`, as the sandbox's runner does. */
export function signed(fetch: Fetch, { keys = runnerKeys, at = signedAt }: Signer = {}): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const response = await fetch(input, init);
    const { origin, pathname: path, searchParams: query, href } = new URL(request.url);
    const reply = {
      status: response.status,
      headers: { "content-type": response.headers.get("content-type") ?? "text/plain" },
      body: await response.text(),
    };
    const { method, headers } = request;
    const asked = {
      method,
      path,
      query,
      target: href.slice(origin.length),
      headers: Object.fromEntries(headers),
      body: "",
    };
    const { privateKey } = keys;
    const answer = signReply(reply, { request: asked, origin, privateKey, now: at });
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
}
