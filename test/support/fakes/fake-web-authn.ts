import type { MadePasskey, WebAuthn } from "../../../src/flows/ports/web-authn.ts";

/** An authenticator's answer that proves everything: `signed` names the passkey, `text` what was asked. */
interface FakeProof {
  readonly signed: string;
  readonly counter?: number;
}

function isProof(response: unknown): response is FakeProof {
  return typeof response === "object" && response !== null && "signed" in response;
}

/** Believes what it is told, as long as it names the passkey; `made` is what every registration makes. */
export function createFakeWebAuthn(made: MadePasskey): WebAuthn {
  return {
    verifyAssertion: async (response, { passkey }) =>
      isProof(response) && response.signed === passkey.credential
        ? (response.counter ?? passkey.counter + 1)
        : undefined,
    verifyRegistration: async (response) => (response === "made" ? made : undefined),
  };
}
