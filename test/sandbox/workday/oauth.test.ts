import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { aWorkday } from "./a-workday.ts";

const Json = z.record(z.string(), z.unknown());

let workday: Workday;
let at: number;

beforeEach(async () => {
  at = Date.UTC(2026, 0, 5, 9);
  workday = await aWorkday({}, () => at);
});

afterEach(() => workday.stop());

function shown(task: string, fields: unknown): Readonly<Record<string, string>> {
  const outcome = workday.tenant("acme").perform(task, fields, "ada");
  return outcome.status === "done" ? (outcome.shownOnce ?? {}) : {};
}

function register(): { readonly login: string; readonly refreshToken: string } {
  const clientName = "Slack bot";
  const client = { clientName, scopes: ["System"] };
  const { clientId, clientSecret } = shown("register-api-client-for-integrations", client);
  const { refreshToken } = shown("manage-refresh-tokens-for-integrations", {
    clientName,
    user: "ISU_Other",
    generateNewRefreshToken: true,
  });
  return { login: `${clientId}:${clientSecret}`, refreshToken: refreshToken ?? "" };
}

async function token(
  login: string,
  refreshToken: string,
  grant = "refresh_token",
): Promise<{ readonly status: number; readonly json: Readonly<Record<string, unknown>> }> {
  const response = await fetch(`${workday.url}/ccx/oauth2/acme/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(login).toString("base64")}` },
    body: new URLSearchParams({ grant_type: grant, refresh_token: refreshToken }),
  });
  return { status: response.status, json: Json.parse(await response.json()) };
}

async function whoAmI(accessToken: unknown): Promise<unknown> {
  const response = await fetch(`${workday.url}/ccx/api/common/v1/acme/workers/me`, {
    headers: { authorization: `Bearer ${String(accessToken)}` },
  });
  return response.json();
}

describe("OAuth", () => {
  it("gives an access token that works for an hour", async () => {
    const { login, refreshToken } = register();

    const { json } = await token(login, refreshToken);
    const early = await whoAmI(json["access_token"]);
    at += 3_600_000;
    const late = await whoAmI(json["access_token"]);

    expect(json).toMatchObject({ token_type: "Bearer", refresh_token: refreshToken });
    expect(Object.keys(json).toSorted()).toEqual(["access_token", "refresh_token", "token_type"]);
    expect(early).toMatchObject({ descriptor: "ISU_Other" });
    expect(late).toEqual({ error: "invalid_token" });
  });

  it("tells a wrong client from a wrong refresh token", async () => {
    const { login, refreshToken } = register();

    const wrongClient = await token("someone:secret", refreshToken);
    const wrongToken = await token(login, "stale");
    const wrongGrant = await token(login, refreshToken, "password");

    expect(wrongClient).toEqual({ status: 401, json: { error: "invalid_client" } });
    expect(wrongToken).toEqual({ status: 400, json: { error: "invalid_grant" } });
    expect(wrongGrant).toEqual({ status: 400, json: { error: "unsupported_grant_type" } });
  });

  it("keeps client secrets out of what an onlooker sees", () => {
    const { login, refreshToken } = register();

    const seen = JSON.stringify(workday.tenant("acme").snapshot());

    expect(seen).not.toContain(login.split(":")[1]);
    expect(seen).not.toContain(refreshToken);
  });
});
