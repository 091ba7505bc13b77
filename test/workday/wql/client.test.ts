import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/secret.ts";
import { createGetPage } from "../../../src/workday/wql/client.ts";
import { recordingFetch } from "../support/recording-fetch.ts";

function page(): Response {
  return Response.json({ total: 1, data: [{}] });
}

function refused(): Response {
  return Response.json({ error: "invalid_token" }, { status: 401 });
}

function token(value: string, parts: object = {}): () => Response {
  return () => Response.json({ access_token: value, token_type: "Bearer", ...parts });
}

function aClient(
  fetch: typeof globalThis.fetch,
  parts: { readonly secret?: Secret; readonly elapsedMs?: () => number } = {},
): ReturnType<typeof createGetPage> {
  const { secret = new Secret("the-secret"), elapsedMs = () => 0 } = parts;
  return createGetPage({
    servicesUrl: "https://services.example.com",
    tenant: "acme_dpt1",
    client: { id: new Secret("the-id"), secret, refreshToken: new Secret("the-refresh-token") },
    timeoutMs: 5_000,
    maxReplyBytes: 10_000,
    fetch,
    elapsedMs,
  });
}

describe("the client for WQL", () => {
  it("signs on by Basic with the refresh token, and asks by GET with the access token", async () => {
    const { fetch, sent } = recordingFetch(token("first"), page);

    const answer = await aClient(fetch)("data", { query: "SELECT a FROM b", offset: "0" });

    expect(answer).toEqual({ ok: true, value: { total: 1, data: [{}] } });
    const [signOn, ask] = sent;
    expect(signOn).toMatchObject({
      method: "POST",
      url: "https://services.example.com/ccx/oauth2/acme_dpt1/token",
      body: "grant_type=refresh_token&refresh_token=the-refresh-token",
    });
    expect(atob(signOn?.headers["authorization"]?.replace("Basic ", "") ?? "")).toBe(
      "the-id:the-secret",
    );
    expect(ask).toMatchObject({
      method: "GET",
      url: "https://services.example.com/ccx/api/wql/v1/acme_dpt1/data?query=SELECT%20a%20FROM%20b&offset=0",
      headers: { authorization: "Bearer first" },
    });
  });

  it("keeps a token that names no time until it is refused, and renews it once", async () => {
    let at = 0;
    const { fetch, sent } = recordingFetch(
      token("first"),
      page,
      page,
      refused,
      token("second"),
      refused,
    );
    const get = aClient(fetch, { elapsedMs: () => at });

    await get("data", {});
    at = 9e9;
    await get("data", {});
    const answer = await get("data", {});

    expect(
      sent.map(({ headers }) => headers["authorization"]?.replace(/^Basic .*/, "sign on")),
    ).toEqual([
      "sign on",
      "Bearer first",
      "Bearer first",
      "Bearer first",
      "sign on",
      "Bearer second",
    ]);
    expect(answer).toMatchObject({ ok: false, error: { kind: "denied" } });
  });

  it("does not use a token in the last moments of its time", async () => {
    let at = 0;
    const { fetch, sent } = recordingFetch(
      token("first", { expires_in: 60 }),
      page,
      token("second"),
      page,
    );
    const get = aClient(fetch, { elapsedMs: () => at });

    await get("data", {});
    at = 31_000;
    await get("data", {});

    expect(sent.at(-1)?.headers["authorization"]).toBe("Bearer second");
  });

  it("signs on again when what it signs on with has changed", async () => {
    let secret = "the first";
    const { fetch, sent } = recordingFetch(token("first"), page, token("second"), page);
    const get = aClient(fetch, { secret: new Secret(() => secret) });

    await get("data", {});
    secret = "the second";
    await get("data", {});

    expect(sent.at(-1)?.headers["authorization"]).toBe("Bearer second");
  });

  it.each([
    [400, "rejected"],
    [403, "denied"],
    [404, "rejected"],
    [418, "unreadable"],
    [500, "unknown"],
    [503, "unreachable"],
  ] as const)("tells what %d means, and quotes nothing of it", async (status, kind) => {
    const { fetch } = recordingFetch(token("first"), () => new Response("the-secret", { status }));

    const answer = await aClient(fetch)("data", {});

    expect(answer).toMatchObject({ ok: false, error: { kind } });
    expect(JSON.stringify(answer)).not.toContain("the-secret");
  });
});
