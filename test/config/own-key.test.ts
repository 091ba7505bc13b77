import { describe, expect, it } from "vitest";
import { anRsaCertificate } from "../support/keys/an-rsa-certificate.ts";
import { aFile, aTenantEntry, leastEnvironment, problemsOf, read } from "./a-config.ts";

const own = anRsaCertificate();
const expected = "an RSA private key and its own certificate, each in PEM";
const x509 = { privateKey: { env: "BOT_KEY" }, certificate: { env: "BOT_CERTIFICATE" } };
const { WORKDAY_PASSWORD: _none, ...environment } = leastEnvironment;
const env = { ...environment, BOT_KEY: own.privateKey, BOT_CERTIFICATE: own.certificate };

function withAccount(account: object, more: Record<string, unknown> = {}) {
  return aFile({
    tenants: [aTenantEntry({ account: { userName: "ISU_Bot", ...account }, ...more })],
  });
}

describe("a key in place of the password of the bot's own account", () => {
  it("is read from the environment, and known as a secret", () => {
    const config = read(withAccount({ x509 }), env);

    if (!config.ok) throw new Error(JSON.stringify(config.error));
    const { secrets, allSecrets } = config.value;
    const key = secrets.workdayKeys.get("acme_dpt1");
    expect(key?.privateKey.reveal()).toBe(own.privateKey);
    expect(key?.certificate.reveal()).toBe(own.certificate);
    expect(secrets.workdayPasswords.size).toBe(0);
    expect(allSecrets.map((secret) => secret.reveal())).toContain(own.privateKey);
  });

  it("has to be the certificate's own", () => {
    const other = { ...env, BOT_CERTIFICATE: anRsaCertificate().certificate };

    expect(problemsOf(withAccount({ x509 }), other)).toEqual([
      ["tenants[0].account.x509", "a certificate of another private key", expected],
    ]);
    expect(problemsOf(withAccount({ x509 }), environment)).toEqual([
      ["tenants[0].account.x509.privateKey", "no BOT_KEY in the environment", expected],
      ["tenants[0].account.x509.certificate", "no BOT_CERTIFICATE in the environment", expected],
    ]);
  });

  it("is one of the two, and reads no reports", () => {
    const password = { env: "WORKDAY_PASSWORD" };
    const reports = { owner: "ISU_Bot", securityGroups: { name: "Groups" } };

    expect(problemsOf(withAccount({ x509, password }), env).map(([key]) => key)).toEqual([
      "tenants[0].account",
    ]);
    expect(problemsOf(withAccount({}), env).map(([key]) => key)).toEqual(["tenants[0].account"]);
    expect(problemsOf(withAccount({ x509 }, { reports }), env).map(([key]) => key)).toContain(
      "tenants[0].reports",
    );
  });
});
