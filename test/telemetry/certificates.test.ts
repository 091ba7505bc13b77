import { describe, expect, it } from "vitest";
import { listCertificates } from "../../src/open-telemetry.ts";
import { Secret } from "../../src/secret.ts";
import { checkX509Key, type X509Key } from "../../src/workday/wire/x509-key.ts";
import { anRsaCertificate } from "../support/keys/an-rsa-certificate.ts";
import { aTelemetry } from "./a-telemetry.ts";

function aKey(): X509Key {
  const { privateKey, certificate } = anRsaCertificate();
  return { privateKey: new Secret(privateKey), certificate: new Secret(certificate) };
}

async function shownBy(changes: Parameters<typeof aTelemetry>[0]): Promise<readonly string[]> {
  const lines = await aTelemetry(changes).read();
  return lines.filter((line) => line.includes("certificate_expiry"));
}

describe("the end of a certificate", () => {
  it("is shown of the pages, and of each account that signs on with one", async () => {
    const certificates = [
      { tenant: "acme", endsAt: 2_000_000 },
      { tenant: "other", endsAt: 3_000_000 },
    ];

    const lines = await shownBy({
      certificateEndsAt: () => 1_000_000,
      listAccountCertificates: () => certificates,
    });

    expect(lines).toEqual([
      "workday_isu_certificate_expiry_timestamp_seconds 1000",
      'workday_isu_account_certificate_expiry_timestamp_seconds{tenant="acme"} 2000',
      'workday_isu_account_certificate_expiry_timestamp_seconds{tenant="other"} 3000',
    ]);
  });

  it("is not shown where there is none", async () => {
    expect(await shownBy({})).toEqual([]);
  });

  it("is read of the key that is in use, and left out where it cannot be read", () => {
    const [good, bad] = [aKey(), aKey()];
    const until = checkX509Key(good);
    const workdayKeys = new Map([
      ["acme", good],
      ["broken", { ...bad, privateKey: new Secret("nothing") }],
    ]);

    expect(listCertificates({ secrets: { workdayKeys } })).toEqual([
      { tenant: "acme", endsAt: until.ok && until.value },
    ]);
  });
});
