import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/secret.ts";
import {
  type Component,
  parseSignature,
  parseSignatureInput,
  toContentDigest,
  toParameters,
  toSignatureBase,
} from "../../../src/workday/runner/message-signature.ts";
import { parseSigningKey, parseVerifyingKey } from "../../../src/workday/runner/signing-keys.ts";
import { valueIn } from "../../support/value-in.ts";

/** RFC 9421, appendix B.1.4: a key that everybody knows. */
const rfcPrivate = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----
`;
const rfcPublic = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----
`;

/** RFC 9421, appendix B.2.6. */
const components: readonly Component[] = [
  ['"date"', "Tue, 20 Apr 2021 02:07:55 GMT"],
  ['"@method"', "POST"],
  ['"@path"', "/foo"],
  ['"@authority"', "example.com"],
  ['"content-type"', "application/json"],
  ['"content-length"', "18"],
];
const parameters =
  '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
const base = `"date": Tue, 20 Apr 2021 02:07:55 GMT
"@method": POST
"@path": /foo
"@authority": example.com
"content-type": application/json
"content-length": 18
"@signature-params": ${parameters}`;
const signature =
  "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";

describe("the example of RFC 9421, appendix B.2.6", () => {
  it("has the base that the standard gives", () => {
    expect(toSignatureBase(components, parameters)).toBe(base);
  });

  it("is signed as in the standard, by a key in either form", () => {
    const oneLine = rfcPrivate.split("\n")[1] ?? "";

    for (const text of [rfcPrivate, oneLine]) {
      const key = valueIn(parseSigningKey(new Secret(text)));
      expect(key.sign(toSignatureBase(components, parameters))).toBe(signature);
    }
  });

  it("is verified, and nothing else is", () => {
    const key = valueIn(parseVerifyingKey(rfcPublic));

    expect(key.hasSigned(toSignatureBase(components, parameters), signature)).toBe(true);
    expect(key.hasSigned(`${base} `, signature)).toBe(false);
    expect(key.hasSigned(base, `A${signature.slice(1)}`)).toBe(false);
    expect(key.hasSigned(base, "")).toBe(false);
  });
});

describe("a key", () => {
  it("is named by the thumbprint of RFC 8037, appendix A.3", () => {
    // The public key of RFC 8032, test 1, in SPKI.
    const x = Buffer.from("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "base64url");
    const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), x]);

    const key = valueIn(parseVerifyingKey(der.toString("base64")));

    expect(key.id).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  });

  it("has one name for both its halves", () => {
    const own = valueIn(parseSigningKey(new Secret(rfcPrivate)));

    expect(own.id).toBe(valueIn(parseVerifyingKey(rfcPublic)).id);
  });

  // For key agreement: it cannot sign.
  const x25519 = "MCowBQYDK2VuAyEAo6Yn8ZIw9b8VnM3cVbS2SVdcTYZ6iyY3eJxqyKdUNSs=";

  it.each([
    ["nothing", ""],
    ["words", "our public key"],
    ["the private one", rfcPrivate],
    ["the private one on one line", rfcPrivate.split("\n")[1] ?? ""],
    ["one of another kind", x25519],
    ["one and a word", `${rfcPublic} and more`],
  ])("cannot verify when it is %s", (_what, text) => {
    expect(parseVerifyingKey(text)).toEqual({ ok: false, error: "no-key" });
  });

  it.each([
    ["nothing", ""],
    ["words", "canary"],
    ["the public one", rfcPublic],
    ["one of another kind", "MC4CAQAwBQYDK2VuBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF"],
  ])("cannot sign when it is %s", (_what, text) => {
    expect(parseSigningKey(new Secret(text))).toEqual({ ok: false, error: "no-key" });
  });
});

describe("toContentDigest", () => {
  it("is the digest of RFC 9530 and of RFC 9421's example", () => {
    expect(toContentDigest('{"hello": "world"}\n')).toBe(
      "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
    );
    expect(toContentDigest('{"hello": "world"}')).toBe(
      "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
    );
  });
});

describe("what is signed", () => {
  it("holds no line break, which could pass for another component", () => {
    expect(() => toSignatureBase([['"a"', 'x\n"@method": GET']], "()")).toThrow(/line break/);
  });

  it("is described so that it can be read again", () => {
    const times = { created: 1, expires: 61, keyId: "key", nonce: "once" };
    const written = toParameters(components.slice(0, 2), times);

    expect(written).toBe(
      '("date" "@method");created=1;expires=61;nonce="once";keyid="key";alg="ed25519"',
    );
    expect(parseSignatureInput("bot", `bot=${written}`)).toEqual({
      ...times,
      raw: written,
      covered: '"date" "@method"',
    });
  });

  it("may be described in another order, and without a nonce", () => {
    const header = 'bot=("@method");alg="ed25519";keyid="key";expires=61;created=1';

    expect(parseSignatureInput("bot", header)).toMatchObject({ created: 1, keyId: "key" });
    expect(parseSignatureInput("bot", header)).not.toHaveProperty("nonce");
  });

  const good = ';created=1;expires=2;keyid="k";alg="ed25519"';

  it.each([
    ["under another label", `eve=("@method")${good}`],
    ["twice", `bot=("@method")${good}, bot=("@method")${good}`],
    ["beside another", `bot=("@method")${good}, eve=("@method")${good}`],
    ["with a parameter twice", `bot=("@method")${good};created=3`],
    ["with an unknown parameter", `bot=("@method")${good};tag="x"`],
    ["by another algorithm", 'bot=("@method");created=1;expires=2;keyid="k";alg="hmac-sha256"'],
    ["without an algorithm", 'bot=("@method");created=1;expires=2;keyid="k"'],
    ["without a key", 'bot=("@method");created=1;expires=2;alg="ed25519"'],
    ["without a beginning", 'bot=("@method");expires=2;keyid="k";alg="ed25519"'],
    ["without an end", 'bot=("@method");created=1;keyid="k";alg="ed25519"'],
    ["with words for times", 'bot=("@method");created="x";expires=2;keyid="k";alg="ed25519"'],
    ["with a list in a list", `bot=(("@method"))${good}`],
    ["without a list", "bot=:AA==:"],
    ["not at all", ""],
  ])("is not read %s", (_how, header) => {
    expect(parseSignatureInput("bot", header)).toBeUndefined();
  });

  it.each([
    ["under its label", `bot=:${signature}:`, signature],
    ["under another", `eve=:${signature}:`, undefined],
    ["beside another", `bot=:${signature}:, eve=:${signature}:`, undefined],
    ["of another length", "bot=:AAAA:", undefined],
    ["spelled otherwise", `bot=:${signature.replace("w==", "x==")}:`, undefined],
  ])("has one signature %s", (_how, header, found) => {
    expect(parseSignature("bot", header)).toBe(found);
  });
});
