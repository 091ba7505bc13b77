import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday as Emulator } from "../../sandbox/workday/workday.ts";
import type { ClientTrial } from "../../src/flows/model/api-client.ts";
import { Secret } from "../../src/secret.ts";
import { createTryClient } from "../../src/workday/oauth/oauth.ts";
import { startEmulator } from "./an-adapter.ts";
import { acme } from "./workday-subjects.ts";

describe("trying an API client, against the sandbox", () => {
  let emulator: Emulator;
  let shown: Readonly<Record<string, string>>;

  beforeEach(async () => {
    emulator = await startEmulator();
    const tenant = emulator.tenant(acme.name);
    const registered = tenant.perform(
      "register-api-client-for-integrations",
      { clientName: "Kolleno API Client", scopes: ["System"] },
      "admin",
    );
    const token = tenant.perform(
      "manage-refresh-tokens-for-integrations",
      { clientName: "Kolleno API Client", user: "rpa-runner", generateNewRefreshToken: true },
      "admin",
    );
    shown = {
      ...(registered.status === "done" && registered.shownOnce),
      ...(token.status === "done" && token.shownOnce),
    };
  });

  afterEach(() => emulator.stop());

  function attempt(
    changes: Readonly<Record<string, string>> = {},
    apiClientProbe = "common/v1/workers/me",
  ): Promise<ClientTrial> {
    const { clientId = "", clientSecret = "", refreshToken = "" } = { ...shown, ...changes };
    const tryClient = createTryClient({
      servicesUrl: emulator.url,
      tenant: acme.name,
      apiClientProbe,
      timeoutMs: 5_000,
      maxReplyBytes: 100_000,
      allowHttpOnLoopback: true,
    });
    return tryClient({
      id: new Secret(clientId),
      secret: new Secret(clientSecret),
      refreshToken: new Secret(refreshToken),
    });
  }

  it("verifies what the token endpoint takes and a REST call answers", async () => {
    expect(await attempt()).toEqual({ kind: "verified" });
  });

  it.each(["clientId", "clientSecret", "refreshToken"])(
    "refuses a wrong %s, and repeats nothing of it",
    async (name) => {
      const trial = await attempt({ [name]: "Wrong-Value-9Kd2" });

      expect(trial.kind).toBe("refused");
      expect(JSON.stringify(trial)).not.toContain("Wrong-Value-9Kd2");
    },
  );

  it("says nothing of a call that the tenant does not know", async () => {
    expect(await attempt({}, "common/v1/nothing")).toMatchObject({ kind: "unanswered" });
  });

  it("is refused for a client that is disabled", async () => {
    const fields = { clientName: "Kolleno API Client", disabled: true };
    emulator.tenant(acme.name).perform("edit-api-client-for-integrations", fields, "admin");

    expect(await attempt()).toMatchObject({ kind: "refused" });
  });
});
