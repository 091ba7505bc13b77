import { describe, expect, it } from "vitest";
import { judgeOwnSecrets, listLacking, withoutOwnSecret } from "../../src/doctor/own-secrets.ts";
import { matching } from "../workday/support/matching.ts";

const wanted = [
  { key: "tenants[0].account.password", name: "bot-password" },
  { key: "tenants[1].wql.clientId", name: "bot-client" },
];
const problem = {
  key: "tenants[1].wql.clientId",
  found: "Not for you.",
  expected: "the client id",
};

describe("the bot's own secrets in the vault", () => {
  it("are named one by one, with the role that opens the one that is shut", () => {
    expect(judgeOwnSecrets(wanted, [problem])).toMatchObject([
      { state: "ok", what: "tenants[0].account.password" },
      {
        state: "failed",
        what: "tenants[1].wql.clientId",
        words: "Not for you.",
        remedy: matching(/on the secret bot-client alone/),
      },
    ]);
  });

  it("are told where two of them do not belong together", () => {
    const pair = { key: "tenants[0].account.x509", found: "another key", expected: "a pair" };

    expect(
      judgeOwnSecrets(wanted.slice(0, 1), [pair]).map(({ state, what }) => [state, what]),
    ).toEqual([
      ["ok", "tenants[0].account.password"],
      ["failed", "tenants[0].account.x509"],
    ]);
  });

  it("keep only the tenant from being tried that lacks one", () => {
    expect([...listLacking([problem])]).toEqual([1]);
    expect(withoutOwnSecret("acme")).toMatchObject({ state: "not-tried", area: "Workday acme" });
  });
});
