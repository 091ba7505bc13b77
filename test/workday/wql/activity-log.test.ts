import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { Secret } from "../../../src/secret.ts";
import { createReadActivationRuns } from "../../../src/workday/wql/activity-log.ts";
import { matching } from "../support/matching.ts";
import { recordingFetch } from "../support/recording-fetch.ts";

const noon = instant(Date.UTC(2026, 10, 22, 12, 0, 0, 250));
const span = { from: noon, to: instant(noon + 60_000) };
const run = {
  systemAccount: "lmcneil",
  taskDisplayName: "Activate Pending Security Policy Changes",
  requestTime: "2026-11-22T12:00:30.000Z",
};
const other = { ...run, taskDisplayName: "Find Workers" };

function token(): Response {
  return Response.json({ access_token: "first", token_type: "Bearer" });
}

function read(
  answers: readonly (() => Response | Promise<Response>)[],
  elapsedMs: () => number = () => 0,
): {
  readonly answer: ReturnType<ReturnType<typeof createReadActivationRuns>>;
  readonly sent: ReturnType<typeof recordingFetch>["sent"];
} {
  const { fetch, sent } = recordingFetch(token, ...answers);
  const client = {
    id: new Secret("the-id"),
    secret: new Secret("the-secret"),
    refreshToken: new Secret("the-refresh-token"),
  };
  const place = { servicesUrl: "https://services.example.com", tenant: "acme_dpt1", client };
  const limits = { timeoutMs: 5_000, maxReplyBytes: 1_000_000, elapsedMs };
  return { answer: createReadActivationRuns({ ...place, ...limits, fetch })(span), sent };
}

function page(...data: readonly unknown[]): () => Response {
  return () => Response.json({ data });
}

const full = Array.from({ length: 1_000 }, () => other);

describe("the activity log", () => {
  it("tells who ran the activation, page by page, without milliseconds", async () => {
    const named = { ...run, systemAccount: { id: "1", descriptor: "Ada Okafor" } };
    const { answer, sent } = read([page(...full), page(other, run, named)]);

    expect(await answer).toEqual({
      ok: true,
      value: [
        { at: noon - 250 + 30_000, by: "lmcneil" },
        { at: noon - 250 + 30_000, by: "Ada Okafor" },
      ],
    });
    expect(sent.slice(1).map(({ url }) => decodeURIComponent(url))).toEqual(
      [0, 1_000].map(
        (offset) =>
          `https://services.example.com/ccx/api/privacy/v1/acme_dpt1/activityLogging?from=2026-11-22T12:00:00Z&to=2026-11-22T12:01:00Z&type=userActivity&limit=1000&offset=${offset}`,
      ),
    );
  });

  it.each<[why: string, answer: () => Response, kind: string, words: string]>([
    ["may not be read", () => Response.json({}, { status: 403 }), "denied", "System Auditing"],
    ["takes no token", () => Response.json({}, { status: 401 }), "denied", "cannot sign on"],
    ["is not there", () => Response.json({}, { status: 404 }), "rejected", "no activity log"],
    ["takes no such question", () => Response.json({}, { status: 400 }), "rejected", "no activity"],
    ["fails", () => Response.json({}, { status: 500 }), "unreadable", "cannot be read"],
    ["is no JSON", () => new Response("<html>"), "unreadable", "cannot be read"],
    ["has another shape", page({ who: "lmcneil" }), "unreadable", "cannot be read"],
    ["says no moment", page({ ...run, requestTime: "now" }), "unreadable", "cannot be read"],
  ])("is a shut eye where it %s", async (_why, answer, kind, words) => {
    expect(await read([answer]).answer).toMatchObject({ error: { kind, words: matching(words) } });
  });

  it("with a million lines is not read to its end", async () => {
    const { answer, sent } = read([page(...full)]);

    expect(await answer).toMatchObject({ error: { words: matching("more of this time") } });
    expect(sent).toHaveLength(11);
  });

  it("is read no longer than four calls may take", async () => {
    let calls = 0;
    const { answer } = read([page(...full)], () => (calls += 1) * 4_000);

    expect(await answer).toMatchObject({ error: { kind: "unreadable" } });
  });
});
