import { describe, expect, it } from "vitest";
import { parseTenantName, toRequestId } from "../../../src/flows/model/ids.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Runner } from "../../../src/flows/ports/runner.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { createRunner } from "../../../src/workday/runner/runner.ts";
import { toRunnerTask } from "../../../src/workday/runner/task.ts";
import { runnerOptions, signed } from "../../support/keys/signing.ts";
import { matching } from "../support/matching.ts";
import { failing, recordingFetch } from "../support/recording-fetch.ts";

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
function running(): Response {
  return Response.json({ id: "task-1", status: "running" });
}
function done(): Response {
  return Response.json({ id: "task-1", status: "done" });
}

function aRunner(
  fetch: typeof globalThis.fetch,
  pauses: number[] = [],
  now: () => number = () => 0,
): Runner {
  return createRunner({
    url: "https://rpa.example.com/bot/",
    ...runnerOptions(),
    pollEveryMs: 1_000,
    timeoutMs: 3_000,
    pause: async (ms) => {
      pauses.push(ms);
    },
    now,
    fetch: signed(fetch),
  });
}

describe("the runner", () => {
  it("is handed one task under its key, and asked until it has ended", async () => {
    const { fetch, sent } = recordingFetch(accepted, running, done);
    const pauses: number[] = [];

    const answer = await aRunner(fetch, pauses).perform(order);

    expect(answer).toEqual({ ok: true, value: { kind: "done" } });
    expect(pauses).toEqual([1_000]);
    expect(sent).toMatchObject([
      {
        method: "POST",
        url: "https://rpa.example.com/bot/tasks",
        redirect: "error",
        headers: {
          "accept-encoding": "identity",
          "content-digest": matching(/^sha-256=:.{44}:$/),
          "signature-input": matching(
            /^bot=\("@method" "@target-uri" "content-digest" "idempotency-key" "content-type"\);/,
          ),
          signature: matching(/^bot=:.{88}:$/),
          "idempotency-key": "ISU-00000000:activate",
          "content-type": "application/json",
        },
      },
      { method: "GET", url: "https://rpa.example.com/bot/tasks/task-1", redirect: "error" },
      { method: "GET", url: "https://rpa.example.com/bot/tasks/task-1" },
    ]);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      tenant: "acme_dpt1",
      request: "ISU-00000000",
      task: "activate-pending-security-policy-changes",
      fields: { comment: "For Okta", confirm: true },
      approved: { digest: "sha256:aa" },
    });
  });

  it("is told no digest where none was approved", async () => {
    const { fetch, sent } = recordingFetch(accepted, done);
    const { pendingDigest: _none, ...unseen } = order;

    await aRunner(fetch).perform(unseen);

    expect(JSON.parse(sent[0]?.body ?? "")).not.toHaveProperty("approved");
  });

  it.each<[what: string, state: object, answer: object]>([
    [
      "pending changes",
      { status: "failed", reason: "pending-changed", detail: "Two more." },
      { reason: "pending-changed", words: "The runner could not do it: Two more." },
    ],
    [
      "a reason it made up and no detail",
      { status: "failed", reason: "tired" },
      { reason: "error", words: "The runner could not do it: it gave no reason" },
    ],
    [
      "markup at length",
      { status: "failed", reason: "refused", detail: `<!here>\n${"z".repeat(400)}` },
      { reason: "refused", words: matching(/: ‹!here› z{291}…$/) },
    ],
  ])("fails in safe words: %s", async (_what, state, answer) => {
    const { fetch } = recordingFetch(accepted, () => Response.json({ id: "task-1", ...state }));

    expect(await aRunner(fetch).perform(order)).toEqual({
      ok: true,
      value: { kind: "failed", ...answer },
    });
  });

  it.each<[what: string, ...answers: (() => Response | Promise<Response>)[]]>([
    ["still runs", running],
    ["cannot be asked", failing("ECONNREFUSED")],
    ["says done in an error", () => Response.json({ status: "done" }, { status: 500 })],
    ["has forgotten it", () => Response.json({}, { status: 404 })],
    ["does not know the key any more", () => Response.json({}, { status: 401 })],
    ["contradicts itself", () => Response.json({}, { status: 409 })],
    ["does not understand any more", () => Response.json({}, { status: 422 })],
  ])("leaves a task unknown that in time %s", async (_what, ...answers) => {
    const { fetch, sent } = recordingFetch(accepted, ...answers);
    const pauses: number[] = [];

    const answer = await aRunner(fetch, pauses).perform(order);

    expect(answer).toMatchObject({ ok: false, error: { kind: "unknown", outside: "runner" } });
    expect(sent).toHaveLength(5);
    expect(pauses).toEqual([1_000, 1_000, 1_000, 1_000]);
  });

  it.each<[what: string, answer: () => Response]>([
    ["in no JSON", () => new Response("done")],
    ["with another state", () => Response.json({ id: "task-1", status: "sleeping" })],
    ["about another task", () => Response.json({ id: "task-2", status: "done" })],
    ["with a value", () => Response.json({ id: "task-1", status: "done", secret: "canary" })],
    [
      "with a value and a no",
      () => Response.json({ id: "task-1", status: "failed", reason: "error", token: "canary" }),
    ],
  ])("counts for nothing, though signed, %s", async (_what, answer) => {
    const { fetch, sent } = recordingFetch(accepted, answer);

    const result = await aRunner(fetch).perform(order);

    expect(result).toMatchObject({ ok: false, error: { kind: "unreadable", outside: "runner" } });
    expect(JSON.stringify(result)).not.toContain("canary");
    expect(sent).toHaveLength(2);
  });

  it("is given up in time also where each look takes long", async () => {
    let now = 0;
    const { fetch, sent } = recordingFetch(accepted, () => {
      now += 2_000;
      return running();
    });

    const answer = await aRunner(fetch, [], () => now).perform(order);

    expect(answer).toMatchObject({ ok: false, error: { kind: "unknown" } });
    expect(sent.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
  });

  it("is asked again after a look that failed", async () => {
    const { fetch } = recordingFetch(accepted, failing("ECONNRESET"), done);

    expect(await aRunner(fetch).perform(order)).toEqual({ ok: true, value: { kind: "done" } });
  });

  it.each<[what: string, answer: () => Response | Promise<Response>, kind: string]>([
    ["refuses the signature", () => Response.json({}, { status: 401 }), "denied"],
    ["forbids", () => Response.json({}, { status: 403 }), "denied"],
    ["knows the key for another task", () => Response.json({}, { status: 409 }), "rejected"],
    ["does not know the task", () => Response.json({}, { status: 422 }), "rejected"],
    ["fails", () => new Response("", { status: 500 }), "unknown"],
    ["is behind a gateway that fails", () => new Response("", { status: 502 }), "unknown"],
    ["is busy", () => new Response("", { status: 429 }), "unreachable"],
    ["is not there", failing("ECONNREFUSED"), "unreachable"],
    ["breaks off", failing("ECONNRESET"), "unknown"],
    ["redirects", failing("", "unexpected redirect"), "unknown"],
    ["gives no id", () => Response.json({}, { status: 202 }), "unreadable"],
    [
      "gives an id that leads elsewhere",
      () => Response.json({ id: ".." }, { status: 202 }),
      "unreadable",
    ],
    ["gives nonsense", () => new Response("<", { status: 202 }), "unreadable"],
    ["answers at length", () => new Response("x".repeat(100_001), { status: 202 }), "unreadable"],
    ["does not accept", () => Response.json({ id: "task-1" }, { status: 200 }), "unreadable"],
    [
      "gives more than it should",
      () => Response.json({ id: "task-1", status: "running", pin: "canary" }, { status: 202 }),
      "unreadable",
    ],
  ])("has taken nothing that it can be asked about when it %s", async (_what, answer, kind) => {
    const { fetch, sent } = recordingFetch(answer);

    const result = await aRunner(fetch).perform(order);

    expect(result).toMatchObject({ ok: false, error: { kind, outside: "runner" } });
    expect(JSON.stringify(result)).not.toContain("canary");
    expect(sent).toHaveLength(1);
  });

  it("is spoken to over https only", () => {
    const options = runnerOptions();

    expect(() => createRunner({ ...options, url: "http://rpa.example.com" })).toThrow(/https/);
    expect(() => createRunner({ ...options, url: "http://127.0.0.1:1" })).toThrow(/https/);
  });
});

describe("toRunnerTask", () => {
  const permissions = {
    ...noPermissions,
    Get: ["Worker Data: Workers", "Manage: Location"],
    Modify: ["Worker Data: Workers"],
  };
  const grants = [
    { domain: "Worker Data: Workers", access: ["Get", "Modify"] },
    { domain: "Manage: Location", access: ["Get"] },
  ];

  it.each<[task: Task, name: string, fields: object]>([
    [
      { name: "create-security-group", groupName: "ISSG" },
      "create-security-group",
      { name: "ISSG", type: "Integration System Security Group (Unconstrained)" },
    ],
    [
      { name: "add-group-member", groupName: "ISSG", userName: "ISU" },
      "add-group-member",
      { group: "ISSG", user: "ISU" },
    ],
    [
      { name: "remove-group-member", groupName: "ISSG", userName: "ISU" },
      "remove-group-member",
      { group: "ISSG", user: "ISU" },
    ],
    [
      { name: "grant-permissions", groupName: "ISSG", permissions },
      "maintain-permissions",
      { group: "ISSG", grant: grants, revoke: [] },
    ],
    [
      { name: "revoke-permissions", groupName: "ISSG", permissions },
      "maintain-permissions",
      { group: "ISSG", grant: [], revoke: grants },
    ],
    [
      { name: "activate", comment: "Why" },
      "activate-pending-security-policy-changes",
      { comment: "Why", confirm: true },
    ],
    [
      { name: "inactivate-security-group", groupName: "ISSG" },
      "inactivate-security-group",
      { group: "ISSG" },
    ],
  ])("writes %o in the contract's words", (task, name, fields) => {
    expect(toRunnerTask(task)).toEqual({ task: name, fields });
  });
});
