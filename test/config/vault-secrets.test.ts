import { describe, expect, it } from "vitest";
import type { Config } from "../../src/config/read-config.ts";
import type { ReadOwnSecret } from "../../src/config/vault-secrets.ts";
import type { Fault } from "../../src/flows/model/fault.ts";
import { err, ok } from "../../src/result.ts";
import { Secret } from "../../src/secret.ts";
import { anRsaCertificate } from "../support/keys/an-rsa-certificate.ts";
import { valueIn } from "../support/value-in.ts";
import { aFile, aTenantEntry, leastEnvironment, problemsOf, read } from "./a-config.ts";

const wql = {
  clientId: { vaultSecret: "bot-client-id" },
  clientSecret: { vaultSecret: "bot-client-secret" },
  refreshToken: { env: "WORKDAY_REFRESH_TOKEN" },
};
const environment = { ...leastEnvironment, WORKDAY_REFRESH_TOKEN: "canary-token" };
const denied: Fault = { kind: "denied", outside: "Key Vault", words: "Not for you." };
const away: Fault = { kind: "unreachable", outside: "Key Vault", words: "Nobody there." };

function aConfig(changes: Record<string, unknown> = { wql }): Config {
  return valueIn(read(aFile({ tenants: [aTenantEntry(changes)] }), environment));
}

/** A vault that holds these by name, and nothing else. */
function holding(held: Readonly<Record<string, string | Fault>>): ReadOwnSecret {
  return async (name) => {
    const value = held[name] ?? denied;
    return typeof value === "string" ? ok(new Secret(value)) : err(value);
  };
}

/** Takes up what a vault holds, and tells what was heard of it. */
function heardBy({ vaultSecrets }: Config): readonly string[] {
  const heard: string[] = [];
  vaultSecrets.follow({
    changed: (setting, secret) => heard.push(`${setting} = ${secret.reveal()}`),
    refused: (setting) => heard.push(`${setting} refused`),
  });
  return heard;
}

const whole = { "bot-client-id": "canary-id", "bot-client-secret": "canary-secret\n" };

describe("a secret of the bot's own that stands in the vault", () => {
  it("is read before it is used, kept out of the log, and has no line end", async () => {
    const config = aConfig();
    const heard = heardBy(config);
    const client = config.secrets.wqlClients.get("acme_dpt1");

    expect(() => client?.secret.reveal()).toThrow(
      "tenants[0].wql.clientSecret was not read from the vault",
    );
    expect(await config.vaultSecrets.take(holding(whole))).toEqual([]);

    expect([client?.id.reveal(), client?.secret.reveal(), client?.refreshToken.reveal()]).toEqual([
      "canary-id",
      "canary-secret",
      "canary-token",
    ]);
    expect(heard).toEqual([
      "tenants[0].wql.clientId = canary-id",
      "tenants[0].wql.clientSecret = canary-secret",
    ]);
    expect(config.allSecrets.map((secret) => secret.reveal())).toContain("canary-token");
  });

  it("is taken up when it changes, and told once", async () => {
    const config = aConfig();
    await config.vaultSecrets.take(holding(whole));
    const heard = heardBy(config);
    const now = holding({ ...whole, "bot-client-secret": "canary-new" });

    await config.vaultSecrets.take(now);
    await config.vaultSecrets.take(now);

    expect(config.secrets.wqlClients.get("acme_dpt1")?.secret.reveal()).toBe("canary-new");
    expect(heard).toEqual(["tenants[0].wql.clientSecret = canary-new"]);
  });

  it.each<[what: string, value: string | Fault, refused: number]>([
    ["is empty by now", "\n", 1],
    ["may not be read any more", denied, 1],
    ["stands in a vault that is away", away, 0],
  ])("stays what it was where it %s", async (_what, value, refused) => {
    const config = aConfig();
    await config.vaultSecrets.take(holding(whole));
    const heard = heardBy(config);
    const now = holding({ ...whole, "bot-client-secret": value });

    expect(await config.vaultSecrets.take(now)).toEqual([]);
    await config.vaultSecrets.take(now);

    expect(config.secrets.wqlClients.get("acme_dpt1")?.secret.reveal()).toBe("canary-secret");
    expect(config.vaultSecrets.countRefused()).toBe(refused);
    expect(heard).toEqual(refused === 0 ? [] : ["tenants[0].wql.clientSecret refused"]);
    await config.vaultSecrets.take(holding(whole));
    expect(config.vaultSecrets.countRefused()).toBe(0);
  });

  it("is said to be missing, setting by setting, and no value is shown", async () => {
    const { vaultSecrets } = aConfig();

    expect(await vaultSecrets.take(holding({ "bot-client-secret": "" }))).toEqual([
      {
        key: "tenants[0].wql.clientId",
        found: "Not for you.",
        expected: "the client id of the bot's own API client",
      },
      {
        key: "tenants[0].wql.clientSecret",
        found: "an empty secret bot-client-secret in the vault",
        expected: "the client secret of the bot's own API client",
      },
    ]);
  });

  it("may be the password of the bot's account, and none is in the environment then", async () => {
    const account = { userName: "ISU_Slack_Bot", password: { vaultSecret: "bot-password" } };
    const config = aConfig({ account });

    await config.vaultSecrets.take(holding({ "bot-password": "canary-password" }));

    expect(config.secrets.workdayPasswords.get("acme_dpt1")?.reveal()).toBe("canary-password");
  });

  it("may be a key, which is compared with its certificate once both are read", async () => {
    const [one, other] = [anRsaCertificate(), anRsaCertificate()];
    const x509 = {
      privateKey: { vaultSecret: "bot-key" },
      certificate: { vaultSecret: "bot-certificate" },
    };
    const config = aConfig({ account: { userName: "ISU_Slack_Bot", x509 } });
    const pair = { "bot-key": one.privateKey, "bot-certificate": one.certificate };

    expect(await config.vaultSecrets.take(holding(pair))).toEqual([]);
    expect(
      await config.vaultSecrets.take(holding({ ...pair, "bot-certificate": other.certificate })),
    ).toMatchObject([{ key: "tenants[0].account.x509" }]);
  });

  it("has a name that the vault takes", () => {
    const entry = aTenantEntry({ wql: { ...wql, clientId: { vaultSecret: "no spaces" } } });

    expect(problemsOf(aFile({ tenants: [entry] }), environment)).toMatchObject([
      [
        "tenants[0].wql.clientId.vaultSecret",
        "a value (not shown)",
        "the name of a secret: letters, digits and hyphens",
      ],
    ]);
  });
});
