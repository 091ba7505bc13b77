import { createHash } from "node:crypto";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeAttestationObject, isoBase64URL } from "@simplewebauthn/server/helpers";
import { z } from "zod";
import type { MadePasskey, WebAuthn } from "../flows/ports/web-authn.ts";
import { type CredentialId, type Passkey, parseCredentialId } from "../flows/request/passkey.ts";

/** Where passkeys belong: the pages' origin, and its host name as the relying party's id. */
export interface Site {
  readonly origin: string;
  readonly rpId: string;
}

/** ES256, EdDSA, RS256 (COSE): what authenticators offer today. */
const algorithms = [-7, -8, -257];

/** Milliseconds that a browser waits for its person. */
const timeout = 300_000;

/** At least the fields that are checked; a browser may send more. */
const Answer = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal("public-key"),
});

const Assertion = Answer.extend({
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
  }),
});

const Registration = Answer.extend({
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string().max(32)).max(8).default([]),
  }),
});

const ClientData = z.object({ crossOrigin: z.boolean().optional() });

/** Checks authenticators' answers with `@simplewebauthn/server` 14. It throws at what does not fit: that is a no. */
export function createWebAuthn(site: Site): WebAuthn {
  return {
    verifyAssertion: (response, expected) => orNot(() => verifyAssertion(site, response, expected)),
    verifyRegistration: (response, { text }) =>
      orNot(() => verifyRegistration(site, response, text)),
  };
}

async function orNot<Value>(check: () => Promise<Value | undefined>): Promise<Value | undefined> {
  return check().catch(() => undefined);
}

async function verifyAssertion(
  { origin, rpId }: Site,
  given: unknown,
  { text, passkey }: { readonly text: string; readonly passkey: Passkey },
): Promise<number | undefined> {
  const response = Assertion.parse(given);
  if (response.id !== passkey.credential || isForeign(response.response)) return undefined;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} },
    expectedChallenge: toChallenge(text).toString("base64url"),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: passkey.credential,
      publicKey: isoBase64URL.toBuffer(passkey.publicKey),
      counter: passkey.counter,
    },
  });
  return verified ? authenticationInfo.newCounter : undefined;
}

async function verifyRegistration(
  { origin, rpId }: Site,
  given: unknown,
  text: string,
): Promise<MadePasskey | undefined> {
  const response = Registration.parse(given);
  const { attestationObject } = response.response;
  if (isForeign(response.response) || isVouchedFor(attestationObject)) return undefined;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} },
    expectedChallenge: toChallenge(text).toString("base64url"),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  });
  if (!verified) return undefined;
  const { id, publicKey, counter } = registrationInfo.credential;
  const credential = parseCredentialId(id);
  if (!credential.ok || id !== response.id) return undefined;
  return {
    credential: credential.value,
    publicKey: isoBase64URL.fromBuffer(publicKey),
    counter,
    transports: response.response.transports,
  };
}

/** A page of another site that holds ours in a frame. The library looks only where browsers name that site. */
function isForeign({ clientDataJSON }: { readonly clientDataJSON: string }): boolean {
  const raw: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
  return ClientData.parse(raw).crossOrigin === true;
}

/** No attestation is asked for. One with certificates is refused: checking it would fetch what it names. */
function isVouchedFor(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get("fmt");
  const isOwn = format === "packed" && decoded.get("attStmt").get("x5c") === undefined;
  return format !== "none" && !isOwn;
}

function toChallenge(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash("sha256").update(text, "utf8").digest());
}

/** What `navigator.credentials.get` is asked, as JSON. */
export async function toAssertionOptions(
  { rpId }: Site,
  { text, passkey }: { readonly text: string; readonly passkey: Passkey },
): Promise<object> {
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: toChallenge(text),
    allowCredentials: [{ id: passkey.credential, transports: [...passkey.transports] }],
    userVerification: "required",
    timeout,
  });
}

/** What `navigator.credentials.create` is asked, as JSON. `handle` is another for every enrolment. */
export async function toRegistrationOptions(
  { rpId }: Site,
  {
    text,
    name,
    handle,
    exclude,
  }: {
    readonly text: string;
    readonly name: string;
    readonly handle: string;
    readonly exclude: readonly CredentialId[];
  },
): Promise<object> {
  return generateRegistrationOptions({
    rpName: "Workday ISU bot",
    rpID: rpId,
    userName: name,
    userDisplayName: name,
    // So a new passkey never overwrites the old one on the same device before it is confirmed.
    userID: toChallenge(handle),
    challenge: toChallenge(text),
    attestationType: "none",
    excludeCredentials: exclude.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
    timeout,
  });
}
