import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  createWebAuthn,
  toAssertionOptions,
  toRegistrationOptions,
} from "../../src/web/web-authn.ts";
import { aPasskey } from "../support/data/a-passkey.ts";
import { createSoftAuthenticator, type Lies } from "../support/keys/soft-authenticator.ts";

const site = { origin: "https://isu-bot.example.com", rpId: "isu-bot.example.com" };
const webAuthn = createWebAuthn(site);
const text = "what is approved";
const asked = {
  challenge: createHash("sha256").update(text).digest("base64url"),
  rpId: site.rpId,
};

/** A passkey that was really registered, with the authenticator that holds it. */
async function aRegistered(): Promise<{
  readonly authenticator: ReturnType<typeof createSoftAuthenticator>;
  readonly passkey: ReturnType<typeof aPasskey>;
}> {
  const authenticator = createSoftAuthenticator(site.origin);
  const made = await webAuthn.verifyRegistration(authenticator.register(asked), { text });
  if (made === undefined) throw new Error("It was not registered");
  return { authenticator, passkey: aPasskey(made) };
}

const lies: readonly (readonly [what: string, lies: Lies])[] = [
  ["another site's origin", { origin: "https://isu-bot.example.org" }],
  ["the origin without TLS", { origin: "http://isu-bot.example.com" }],
  ["another relying party", { rpId: "example.com" }],
  ["another challenge", { challenge: "b3RoZXI" }],
  ["a person who was not verified", { isVerified: false }],
  ["a frame on another site", { crossOrigin: true }],
  ["another ceremony", { type: "payment.get" }],
];

/** The registration as of the format `packed`, with an empty statement. In CBOR a text's length comes before it. */
function selfVouched(made: object): unknown {
  const json = JSON.stringify(made).replace(/(?<="attestationObject":")[^"]+/, (encoded) => {
    const bytes = Buffer.from(encoded, "base64url").toString("latin1");
    const packed = bytes.replace("\u0064none", "\u0066packed");
    return Buffer.from(packed, "latin1").toString("base64url");
  });
  return JSON.parse(json);
}

describe("verifyRegistration", () => {
  it("refuses one that vouches for itself and signs nothing", async () => {
    const made = createSoftAuthenticator(site.origin).register(asked);

    expect(await webAuthn.verifyRegistration(selfVouched(made), { text })).toBeUndefined();
  });

  it("takes a real registration, with its key and counter", async () => {
    const { authenticator, passkey } = await aRegistered();

    expect(passkey).toMatchObject({
      credential: authenticator.id,
      counter: 0,
      transports: ["internal"],
    });
  });

  it.each([...lies, ["an attestation that names whom to ask", { format: "tpm" }] as const])(
    "refuses %s",
    async (_what, lie) => {
      const response = createSoftAuthenticator(site.origin).register(asked, lie);

      expect(await webAuthn.verifyRegistration(response, { text })).toBeUndefined();
    },
  );
});

describe("verifyAssertion", () => {
  it("takes a real signature, and gives the new counter", async () => {
    const { authenticator, passkey } = await aRegistered();

    expect(await webAuthn.verifyAssertion(authenticator.prove(asked), { text, passkey })).toBe(1);
  });

  it.each([
    ...lies,
    ["a key that nobody registered", { isForgery: true }] as const,
    ["another passkey's name", { id: "another-passkey-of-nobody" }] as const,
    ["a counter that stands still", { counter: 7 }] as const,
    ["a counter that went back", { counter: 3 }] as const,
  ])("refuses %s", async (_what, lie) => {
    const { authenticator, passkey } = await aRegistered();
    const response = authenticator.prove(asked, lie);
    const kept = { ...passkey, counter: 7 };
    const proven = await webAuthn.verifyAssertion(
      "counter" in lie ? response : authenticator.prove(asked, { counter: 8, ...lie }),
      { text, passkey: kept },
    );

    expect(proven).toBeUndefined();
  });

  it("refuses a signature for another text: what was approved has changed", async () => {
    const { authenticator, passkey } = await aRegistered();
    const expected = { text: "something else", passkey };

    expect(await webAuthn.verifyAssertion(authenticator.prove(asked), expected)).toBeUndefined();
  });

  it.each([null, "text", {}, { id: 1 }, { id: "x", rawId: "x", type: "public-key" }])(
    "refuses %o",
    async (response) => {
      const { passkey } = await aRegistered();

      expect(await webAuthn.verifyAssertion(response, { text, passkey })).toBeUndefined();
    },
  );
});

describe("what browsers are asked", () => {
  it("always asks to verify the person, for the one passkey", async () => {
    expect(await toAssertionOptions(site, { text, passkey: aPasskey() })).toMatchObject({
      challenge: asked.challenge,
      rpId: site.rpId,
      userVerification: "required",
      allowCredentials: [{ id: aPasskey().credential, transports: ["internal"] }],
    });
    expect(
      await toRegistrationOptions(site, {
        text,
        name: "U0BEN in Acme",
        handle: "handle",
        exclude: [aPasskey().credential],
      }),
    ).toMatchObject({
      challenge: asked.challenge,
      attestation: "none",
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      excludeCredentials: [{ id: aPasskey().credential }],
    });
  });
});
