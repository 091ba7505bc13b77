import { describe, expect, it } from "vitest";
import { parseTenantName, toRequestId } from "../../../src/flows/model/ids.ts";
import { Secret } from "../../../src/secret.ts";
import { createRunner } from "../../../src/workday/runner/runner.ts";
import { createWorkday } from "../../../src/workday/workday.ts";
import { botKeys, runnerOptions, strangersKeys, toSigningKey } from "../../support/keys/signing.ts";
import { valueIn } from "../../support/value-in.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aValidationFault } from "../support/soap-replies.ts";

describe("the bot's own account", () => {
  it("signs on with the password that there is then, for web services and for reports", async () => {
    let password = "the first password";
    const { fetch, sent } = recordingFetch(() => new Response("", { status: 503 }));
    const workday = createWorkday({
      servicesUrl: "https://services.example.com",
      tenant: "acme",
      version: "v31.2",
      account: { userName: "ISU_Bot", password: new Secret(() => password) },
      reports: { owner: "lmcneil", securityGroups: { name: "Groups", columns: {} } },
      timeoutMs: 1000,
      fetch,
    });

    await workday.findAccount("ISU_Viva");
    await workday.readSecurityGroups();
    password = "the second password";
    await workday.findAccount("ISU_Viva");
    await workday.readSecurityGroups();

    const told = sent.map(({ body, headers }) =>
      headers["authorization"] === undefined
        ? /Password[^>]*>([^<]*)</.exec(body)?.[1]
        : atob(headers["authorization"].replace("Basic ", "")),
    );
    expect(told).toEqual([
      "the first password",
      "ISU_Bot:the first password",
      "the second password",
      "ISU_Bot:the second password",
    ]);
  });

  it("never sees in a refusal the password that was sent, though it has changed meanwhile", async () => {
    let password = "Qx71kfwz";
    const refusal = aValidationFault({ message: "The colour may not be Qx71kfwz" });
    const { fetch } = recordingFetch(() => {
      password = "0tt3r-Hb9";
      return refusal();
    });
    const workday = createWorkday({
      servicesUrl: "https://services.example.com",
      tenant: "acme",
      version: "v31.2",
      account: { userName: "ISU_Bot", password: new Secret(() => password) },
      timeoutMs: 1000,
      fetch,
    });

    const answer = await workday.putIntegrationSystem({ id: "INT_VIVA", name: "Viva" });

    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain("Qx71kfwz");
  });
});

it("a runner is asked with the key that there is then", async () => {
  const keys = [toSigningKey(botKeys), toSigningKey(strangersKeys)] as const;
  let key: (typeof keys)[number] = keys[0];
  const { fetch, sent } = recordingFetch(() => new Response("", { status: 503 }));
  const runner = createRunner({
    url: "https://runner.example.com",
    ...runnerOptions(),
    signingKey: () => key,
    pollEveryMs: 1,
    timeoutMs: 1,
    wallClock: Date.now,
    fetch,
  });
  const order = {
    key: "1",
    tenant: valueIn(parseTenantName("acme")),
    request: toRequestId([0, 0, 0, 0, 0, 0, 0, 1]),
    task: { name: "activate", comment: "all" } as const,
  };

  await runner.perform(order);
  key = keys[1];
  await runner.perform(order);

  expect(
    sent.map(({ headers }) => /keyid="([^"]+)"/.exec(headers["signature-input"] ?? "")?.[1]),
  ).toEqual(keys.map(({ id }) => id));
});
