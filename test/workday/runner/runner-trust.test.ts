import { describe, expect, it } from "vitest";
import { parseTenantName, toRequestId } from "../../../src/flows/model/ids.ts";
import type { Runner } from "../../../src/flows/ports/runner.ts";
import { createRunner } from "../../../src/workday/runner/runner.ts";
import { runnerOptions, signed, signedAt, strangersKeys } from "../../support/keys/signing.ts";
import { matching } from "../support/matching.ts";
import { recordingFetch } from "../support/recording-fetch.ts";

const tenant = parseTenantName("acme_dpt1");
if (!tenant.ok) throw new Error("No tenant");
const order: Parameters<Runner["perform"]>[0] = {
  key: "ISU-00000000:activate",
  tenant: tenant.value,
  request: toRequestId([0, 0, 0, 0, 0, 0, 0, 0]),
  task: { name: "activate", comment: "For Okta" },
  pendingDigest: "sha256:aa",
};

function accepted(): Response {
  return Response.json({ id: "task-1", status: "running" }, { status: 202 });
}
function done(): Response {
  return Response.json({ id: "task-1", status: "done" });
}

describe("a runner whose answers are not its own", () => {
  type Fetch = typeof globalThis.fetch;
  const forgers: readonly (readonly [what: string, forge: (fetch: Fetch) => Fetch])[] = [
    ["are not signed", (fetch) => fetch],
    ["are signed by another key", (fetch) => signed(fetch, { keys: strangersKeys })],
    ["were signed an hour ago", (fetch) => signed(fetch, { at: signedAt - 3_600_000 })],
    ["answer another request", replaying],
  ];
  const takers = [
    accepted,
    () => Response.json({}, { status: 409 }),
    () => Response.json({}, { status: 422 }),
  ];

  /** The second answer again, whatever is asked. */
  function replaying(fetch: Fetch): Fetch {
    return async (_input, init) =>
      signed(fetch)("https://rpa.example.com/bot/tasks", {
        ...init,
        headers: { "signature-input": "bot=()" },
      });
  }

  function aDeceived(fetch: Fetch): Runner {
    return createRunner({
      ...runnerOptions(),
      now: () => 0,
      url: "https://rpa.example.com/bot",
      fetch,
    });
  }

  it.each(forgers)("says nothing by them about a task when they %s", async (_what, forge) => {
    for (const answer of takers) {
      const { fetch, sent } = recordingFetch(answer);

      const result = await aDeceived(forge(fetch)).perform(order);

      expect(result).toMatchObject({
        error: { kind: "unknown", words: matching("counts for nothing") },
      });
      expect(sent).toHaveLength(1);
    }
  });

  it.each(forgers)("has done nothing by them when they %s", async (_what, forge) => {
    const { fetch } = recordingFetch(accepted, done);
    const honest = signed(fetch);
    const forged = forge(fetch);

    const result = await aDeceived((input, init) =>
      init?.method === "POST" ? honest(input, init) : forged(input, init),
    ).perform(order);

    expect(result).toMatchObject({
      error: { kind: "unknown", words: matching("took the task and its answers since then") },
    });
  });

  it("refuses the bot also without a signature", async () => {
    const { fetch } = recordingFetch(() => Response.json({}, { status: 401 }));

    expect(await aDeceived(fetch).perform(order)).toMatchObject({
      error: { kind: "denied", words: matching("RUNNER_SIGNING_KEY") },
    });
  });
});
