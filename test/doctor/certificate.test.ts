import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/doctor/certificate.ts";
import { Secret } from "../../src/secret.ts";
import { checkX509Key } from "../../src/workday/wire/x509-key.ts";
import { anRsaCertificate } from "../support/keys/an-rsa-certificate.ts";
import { aCertificate } from "../support/processes/a-certificate.ts";

const own = anRsaCertificate("270101000000Z");

function accountOf({ privateKey, certificate }: typeof own) {
  const x509 = { privateKey: new Secret(privateKey), certificate: new Secret(certificate) };
  return { userName: "ISU_Bot", x509 };
}

describe("checkCertificate", () => {
  it.each<[when: string, now: number, state: string, words: string]>([
    [
      "long before its end",
      Date.UTC(2026, 5, 1),
      "ok",
      "It counts until 2027-01-01, 214 days more.",
    ],
    ["a month before its end", Date.UTC(2026, 11, 20), "warning", "12 days more"],
    ["after its end", Date.UTC(2027, 0, 3), "failed", "It ended on 2027-01-01."],
  ])("judges it %s", (_when, now, state, words) => {
    const [finding] = checkCertificate("Workday acme", accountOf(own), now);

    expect(finding?.state).toBe(state);
    expect(finding?.words).toContain(words);
  });

  it("says that it cannot be read, and nothing of a password", () => {
    const broken = accountOf({ privateKey: "none", certificate: "none" });

    expect(checkCertificate("Workday acme", broken, 0)).toMatchObject([{ state: "failed" }]);
    expect(checkCertificate("W", { userName: "ISU_Bot", password: new Secret("p") }, 0)).toEqual(
      [],
    );
  });
});

describe("checkX509Key", () => {
  it.each<[what: string, pair: typeof own, error: string]>([
    [
      "another key's certificate",
      { ...own, certificate: anRsaCertificate().certificate },
      "a certificate of another private key",
    ],
    [
      "a key that is not RSA",
      { privateKey: aCertificate().key, certificate: aCertificate().cert },
      "a private key that is not RSA",
    ],
  ])("refuses %s", (_what, pair, error) => {
    expect(checkX509Key(accountOf(pair).x509)).toEqual({ ok: false, error });
  });
});
