import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wanted } from "../../src/workday/wql/wanted.ts";
import { valueIn } from "../support/value-in.ts";
import { aFile, aFolder, aTenantEntry, leastEnvironment, read } from "./a-config.ts";

const wql = {
  clientId: { env: "WORKDAY_CLIENT_ID" },
  clientSecret: { env: "WORKDAY_CLIENT_SECRET" },
  refreshToken: { env: "WORKDAY_REFRESH_TOKEN" },
};
const values = {
  WORKDAY_CLIENT_ID: "canary-client-id",
  WORKDAY_CLIENT_SECRET: "canary-client-secret-of-wql",
  WORKDAY_REFRESH_TOKEN: "canary-refresh-token",
};

function withWql(changes: object = {}): Record<string, unknown> {
  return aFile({ tenants: [aTenantEntry({ wql: { ...wql, ...changes } })] });
}

describe("the bot's own API client", () => {
  it("is read from the environment, and each of its values kept out of what is logged", () => {
    const { secrets, allSecrets } = valueIn(read(withWql(), { ...leastEnvironment, ...values }));

    const client = secrets.wqlClients.get("acme_dpt1");
    expect([client?.id, client?.secret, client?.refreshToken].map((one) => one?.reveal())).toEqual(
      Object.values(values),
    );
    expect(allSecrets.map((secret) => secret.reveal())).toEqual(
      expect.arrayContaining(Object.values(values)),
    );
  });

  it("is read from files too, and again when one has changed", () => {
    const file = join(aFolder(), "refresh-token");
    writeFileSync(file, "canary-of-a-file\n");
    const { WORKDAY_REFRESH_TOKEN: _, ...others } = values;
    const env = { ...leastEnvironment, ...others, WORKDAY_REFRESH_TOKEN_FILE: file };

    const { secrets } = valueIn(read(withWql(), env));
    const token = secrets.wqlClients.get("acme_dpt1")?.refreshToken;
    const before = token?.reveal();
    writeFileSync(file, "canary-of-another-length");

    expect([before, token?.reveal()]).toEqual(["canary-of-a-file", "canary-of-another-length"]);
  });

  it("takes a tenant's own field for whatever is looked for", () => {
    const fields = Object.fromEntries(
      Object.entries(wanted).map(([thing, { subject, needed, besides }]) => {
        const columns = [subject, ...needed, ...besides].filter(({ isWitness }) => !isWitness);
        return [thing, Object.fromEntries(columns.map(({ column }) => [column, `cf_${column}`]))];
      }),
    );

    const config = read(withWql({ fields }), { ...leastEnvironment, ...values });

    expect(config.ok ? [] : config.error).toEqual([]);
  });

  it("is nobody's where a tenant names none", () => {
    const { secrets } = valueIn(read(aFile(), { ...leastEnvironment, ...values }));

    expect(secrets.wqlClients.size).toBe(0);
  });

  it("says which of its values is missing, and shows none", () => {
    const { WORKDAY_CLIENT_SECRET: _, ...others } = values;
    const config = read(withWql(), { ...leastEnvironment, ...others });

    expect(config.ok ? [] : config.error).toMatchObject([
      {
        key: "tenants[0].wql.clientSecret",
        found: "no WORKDAY_CLIENT_SECRET in the environment",
        expected: "the client secret of the bot's own API client",
      },
    ]);
  });

  it.each([
    ["a value in place of its name", { clientSecret: "canary-client-secret-of-wql" }],
    ["a field that is no alias", { fields: { groupPermissions: { Get: "a, b" } } }],
    ["a column that there is not", { fields: { groupPermissions: { Post: "a" } } }],
  ])("refuses %s", (_why, changes) => {
    const config = read(withWql(changes), { ...leastEnvironment, ...values });

    expect(config.ok).toBe(false);
    expect(JSON.stringify(config)).not.toContain("canary-client-secret-of-wql");
  });
});
