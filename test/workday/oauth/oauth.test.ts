import { describe, expect, it } from "vitest";
import type { ClientTrial } from "../../../src/flows/model/api-client.ts";
import type { CallOutcome, OutsideCall } from "../../../src/flows/ports/observe.ts";
import { Secret } from "../../../src/secret.ts";
import { createTryClient } from "../../../src/workday/oauth/oauth.ts";
import { like } from "../../bot/support/like.ts";
import { failing, recordingFetch } from "../support/recording-fetch.ts";

type Answer = () => Response | Promise<Response>;

const canaries = { id: "id-9Kd2", secret: "secret-9Kd2", refreshToken: "token-9Kd2" };

function token(): Response {
  return Response.json({ access_token: "access-9Kd2" });
}

function aTry(
  fetch: typeof globalThis.fetch,
  parts: Partial<Parameters<typeof createTryClient>[0]> = {},
): Promise<ClientTrial> {
  const tryClient = createTryClient({
    servicesUrl: "https://services.example.com",
    tenant: "acme_dpt1",
    timeoutMs: 5_000,
    maxReplyBytes: 100_000,
    fetch,
    ...parts,
  });
  return tryClient({
    id: new Secret(canaries.id),
    secret: new Secret(canaries.secret),
    refreshToken: new Secret(canaries.refreshToken),
  });
}

function said(status: number, body: string): () => Response {
  return () => new Response(body, { status });
}

describe("createTryClient", () => {
  it.each([
    [{}, "common/v1/acme_dpt1/workers/me"],
    [{ apiClientProbe: "staffing/v6/jobs" }, "staffing/v6/acme_dpt1/jobs"],
  ])("makes the call of %j with the token that the endpoint gave", async (probe, path) => {
    const { fetch, sent } = recordingFetch(token, said(200, "{}"));

    expect(await aTry(fetch, probe)).toEqual({ kind: "verified" });
    expect(sent.map(({ method, url }) => [method, url])).toEqual([
      ["POST", "https://services.example.com/ccx/oauth2/acme_dpt1/token"],
      ["GET", `https://services.example.com/ccx/api/${path}`],
    ]);
    expect(sent[0]?.body).toBe("grant_type=refresh_token&refresh_token=token-9Kd2");
    expect(sent[1]?.headers["authorization"]).toBe("Bearer access-9Kd2");
  });

  it.each<[what: string, status: number, body: string, words: string]>([
    ["the client", 401, '{"error":"invalid_client"}', "does not take the client id"],
    ["the token", 400, '{"error":"invalid_grant"}', "and not the refresh token"],
    ["the way", 400, '{"error":"unauthorized_client"}', "does not let this client"],
    ["it for no known reason", 400, '{"error":"token-9Kd2"}', "does not take these values (400)"],
    ["it by a name of every object", 400, '{"error":"toString"}', "these values (400)"],
    ["it without a reason", 401, "<html>", "does not take these values (401)"],
  ])("says that the endpoint refuses %s", async (_what, status, body, words) => {
    const trial = await aTry(recordingFetch(said(status, body)).fetch);

    expect(trial).toEqual({ kind: "refused", words: like(words) });
    expect(JSON.stringify(trial)).not.toContain("9Kd2");
  });

  it.each<[what: string, answers: readonly Answer[], words: string]>([
    ["no endpoint is reached", [failing("ECONNREFUSED")], "Workday"],
    ["it breaks", [said(500, "")], "token endpoint answered 500."],
    ["it gives no token", [said(200, '{"token":"x"}')], "holds no access token"],
    ["it gives no JSON", [said(200, "<html>")], "holds no access token"],
    ["the call is not answered", [token, failing("ECONNRESET")], "Workday"],
    ["the call breaks", [token, said(500, "")], "answered a REST call with 500."],
  ])("says nothing of the values where %s", async (_what, answers, words) => {
    expect(await aTry(recordingFetch(...answers).fetch)).toEqual({
      kind: "unanswered",
      words: like(words),
    });
  });

  it.each<[outcome: CallOutcome, what: string, answers: readonly Answer[]]>([
    ["ok", "that is verified", [token, said(200, "{}")]],
    ["denied", "of a client that is refused", [said(401, '{"error":"invalid_client"}')]],
    ["denied", "whose call is refused", [token, said(403, "")]],
    ["unknown", "that is not answered", [token, failing("ECONNRESET")]],
  ])("is watched: %s is a try %s", async (outcome, _what, answers) => {
    const heard: unknown[] = [];
    async function observe<Given>(
      call: OutsideCall,
      act: () => Promise<Given>,
      judge: (answer: Given) => CallOutcome,
    ): Promise<Given> {
      const answer = await act();
      heard.push({ ...call, outcome: judge(answer) });
      return answer;
    }

    await aTry(recordingFetch(...answers).fetch, { observe });

    expect(heard).toEqual([{ service: "workday", method: "try-client", outcome }]);
  });

  it.each([401, 403])(
    "tells a call that is refused with %d from a refused client",
    async (status) => {
      expect(await aTry(recordingFetch(token, said(status, "")).fetch)).toEqual({
        kind: "call-refused",
        words: like(`refused a REST call with it (${status})`),
      });
    },
  );
});
