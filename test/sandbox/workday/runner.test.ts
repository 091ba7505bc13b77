import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import {
  distrust,
  type RunnerRequest,
  signRequest,
} from "../../../src/workday/runner/signature.ts";
import {
  aNonce,
  botKeys,
  runnerKeys,
  signedAt,
  strangersKeys,
  toSigningKey,
  toVerifyingKey,
} from "../../support/keys/signing.ts";
import { aWorkday } from "./a-workday.ts";

const Accepted = z.strictObject({ id: z.string(), status: z.literal("running") });

let workday: Workday;

beforeEach(async () => {
  workday = await aWorkday();
});

afterEach(() => workday.stop());

const activation = {
  tenant: "acme",
  request: "REQ-1",
  task: "activate-pending-security-policy-changes",
  fields: { comment: "REQ-1", confirm: true },
};
const creation = {
  tenant: "acme",
  request: "REQ-1",
  task: "create-security-group",
  fields: { name: "ISSG_New", type: "Integration System Security Group (Unconstrained)" },
};
const emptyDigest = `sha256:${createHash("sha256").update("").digest("hex")}`;

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

const signing = { key: toSigningKey(botKeys), now: signedAt };

async function ask(
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const url = `${workday.runnerUrl}${path}`;
  const request: RunnerRequest =
    body === undefined
      ? { method: "GET", url, headers }
      : {
          method: "POST",
          url,
          headers: { "content-type": "application/json", "idempotency-key": "key-1", ...headers },
          body: JSON.stringify(body),
        };
  return send(signRequest(request, { ...signing, nonce: aNonce() }));
}

/** Sends a signed request, and holds the answer to being signed for it. */
async function send(request: RunnerRequest): Promise<Answer> {
  const response = await fetch(request.url, request);
  const { status, headers } = response;
  const text = await response.text();
  const key = toVerifyingKey(runnerKeys);
  expect(distrust({ status, headers, text }, { request, key, now: signedAt })).toBeUndefined();
  return { status, json: JSON.parse(text) };
}

/** Looks until the task has ended; one look in between says "running". */
async function outcomeOf(accepted: Answer): Promise<unknown> {
  const { id } = Accepted.parse(accepted.json);
  const first = await ask(`/tasks/${id}`);
  expect(first.json).toEqual({ id, status: "running" });
  const { json } = await ask(`/tasks/${id}`);
  return json;
}

function leavePending(): void {
  workday.tenant("acme").seedPendingDomainChange({
    policy: "Integration Build",
    securityGroup: "ISSG_Empty",
    access: "Get",
    change: "Added",
    by: "ada",
  });
  workday.tenant("acme").seedPendingBusinessProcessChange({
    policy: "Contact Change",
    action: "Change Contact Information (Web Service)",
    securityGroup: "ISSG_Empty",
    change: "Added",
    by: "ada",
  });
}

/** Computed here by hand, so that the emulator's own computation is checked. */
function digestOfWhatIsPending(): string {
  const texts = [
    '["business-process","Contact Change","Change Contact Information (Web Service)","ISSG_Empty","","Added"]',
    '["domain","Integration Build","","ISSG_Empty","Get","Added"]',
  ];
  return `sha256:${createHash("sha256").update(texts.join("\n")).digest("hex")}`;
}

describe("the runner", () => {
  it("does a task as rpa-runner", async () => {
    const accepted = await ask("/tasks", creation);

    expect(accepted.status).toBe(202);
    expect(await outcomeOf(accepted)).toMatchObject({ status: "done" });
    expect(workday.tenant("acme").tasksPerformed()).toMatchObject([
      { task: "create-security-group", by: "rpa-runner", status: "done" },
    ]);
  });

  it("does a repeated request once and refuses another under the same key", async () => {
    const first = await ask("/tasks", creation);
    const again = await ask("/tasks", creation);
    const other = await ask("/tasks", { ...creation, request: "REQ-2" });

    expect(again).toEqual(first);
    expect(other.status).toBe(409);
    expect(workday.tenant("acme").tasksPerformed()).toHaveLength(1);
  });

  it("activates when what is pending is what was approved", async () => {
    leavePending();

    const digest = digestOfWhatIsPending();
    const accepted = await ask("/tasks", { ...activation, approved: { digest } });

    expect(await outcomeOf(accepted)).toMatchObject({ status: "done" });
    expect(workday.tenant("acme").pending()).toEqual([]);
  });

  it("goes back only while the newest timestamp is the one that was approved", async () => {
    const tenant = workday.tenant("acme");
    tenant.perform("activate-pending-security-policy-changes", activation.fields, "lmcneil");
    const before = tenant.timestamps();
    const moment = new Date(before[0]?.at ?? 0).toISOString();
    const fields = { timestamp: moment, newest: "2020-01-01T00:00:00.000Z", comment: "REQ-1" };
    const task = "activate-previous-security-timestamp";

    const answer = await ask("/tasks", {
      ...activation,
      task,
      fields: { ...fields, confirm: true },
    });

    expect(await outcomeOf(answer)).toMatchObject({ reason: "pending-changed" });
    expect(tenant.timestamps()).toEqual(before);
  });

  it("activates nothing when something else is pending", async () => {
    leavePending();

    const accepted = await ask("/tasks", { ...activation, approved: { digest: emptyDigest } });

    expect(await outcomeOf(accepted)).toMatchObject({
      status: "failed",
      reason: "pending-changed",
    });
    expect(workday.tenant("acme").pending()).toHaveLength(2);
    expect(workday.tenant("acme").tasksPerformed()).toEqual([]);
  });

  it("passes on a refusal in words", async () => {
    const fields = { ...creation.fields, name: "ISSG_Bot" };

    const accepted = await ask("/tasks", { ...creation, fields });

    expect(await outcomeOf(accepted)).toMatchObject({
      status: "failed",
      reason: "refused",
      detail: 'A security group with the name "ISSG_Bot" already exists.',
    });
  });

  it("ends a task as failed without doing it, when asked to", async () => {
    const detail = "The robot lost its session.";
    workday.runner.failNext({ kind: "task-fails", reason: "error", detail });

    const accepted = await ask("/tasks", creation);

    expect(await outcomeOf(accepted)).toMatchObject({ status: "failed", reason: "error", detail });
    expect(workday.tenant("acme").tasksPerformed()).toEqual([]);
  });

  it("has done the task when the connection is cut after it", async () => {
    workday.runner.failNext({ match: "create-security-group", kind: "cut-after" });

    await expect(ask("/tasks", creation)).rejects.toThrow("fetch failed");
    const again = await ask("/tasks", creation);

    expect(again.status).toBe(202);
    expect(workday.tenant("acme").tasksPerformed()).toHaveLength(1);
  });

  it.each([
    ["no key", creation, { "idempotency-key": "" }, 400],
    ["a body that is none", { tenant: "acme" }, {}, 400],
    ["an unknown task", { ...creation, task: "fly" }, {}, 422],
    [
      "a task whose page shows a secret",
      { ...creation, task: "register-api-client-for-integrations" },
      {},
      422,
    ],
    ["an unknown tenant", { ...creation, tenant: "other" }, {}, 422],
    ["an activation nobody approved", activation, {}, 422],
  ])("refuses %s", async (_why, body, headers, status) => {
    const answer = await ask("/tasks", body, headers);

    expect(answer.status).toBe(status);
    expect(workday.runner.tasks()).toEqual([]);
  });
});

function aTask(parts: Partial<RunnerRequest> = {}): RunnerRequest {
  return {
    method: "POST",
    url: `${workday.runnerUrl}/tasks`,
    headers: { "content-type": "application/json", "idempotency-key": "key-1" },
    body: JSON.stringify(creation),
    ...parts,
  };
}

function sign(parts: Partial<Parameters<typeof signRequest>[1]> = {}): RunnerRequest {
  return signRequest(aTask(), { ...signing, nonce: aNonce(), ...parts });
}

function change(header: string, from: string | RegExp, to: string): RunnerRequest {
  const request = sign();
  const value = (request.headers[header] ?? "").replace(from, to);
  return { ...request, headers: { ...request.headers, [header]: value } };
}

describe("the runner's gatekeeper", () => {
  it.each<[what: string, forge: () => RunnerRequest]>([
    ["nothing signed", () => aTask()],
    ["a stranger's key", () => sign({ key: toSigningKey(strangersKeys) })],
    ["another content", () => ({ ...sign(), body: JSON.stringify(activation) })],
    ["another key for the task", () => change("idempotency-key", "1", "2")],
    ["another type", () => change("content-type", "json", "xml")],
    ["a longer life", () => change("signature-input", /expires=(\d+)\d/, "expires=$19")],
    ["a digest that is wrong", () => change("content-digest", "sha-256", "sha-512")],
    ["fewer components", () => change("signature-input", ' "@target-uri"', "")],
    ["another algorithm", () => change("signature-input", "ed25519", "hmac-sha256")],
    ["one parameter more", () => change("signature-input", ";alg", ';tag="x";alg')],
    ["no signature", () => change("signature", /.*/, "bot=::")],
    ["a short nonce", () => sign({ nonce: "short" })],
    ["a time gone by", () => sign({ now: signedAt - 121_000 })],
    ["a time to come", () => sign({ now: signedAt + 62_000 })],
  ])("lets nobody in with %s", async (_what, forge) => {
    const response = await fetch(`${workday.runnerUrl}/tasks`, forge());

    expect(response.status).toBe(401);
    expect(workday.runner.tasks()).toEqual([]);
  });

  it("lets nobody in with what was signed for another address", async () => {
    const elsewhere = aTask({ url: "https://rpa.example.com/tasks" });

    const request = signRequest(elsewhere, { ...signing, nonce: aNonce() });

    expect((await fetch(`${workday.runnerUrl}/tasks`, request)).status).toBe(401);
  });

  it("lets the same request in once", async () => {
    const request = sign();

    expect((await send(request)).status).toBe(202);
    expect((await send(request)).status).toBe(401);
    expect(workday.runner.tasks()).toHaveLength(1);
  });

  it("does nothing when asked to", async () => {
    const accepted = await ask("/tasks", { ...creation, task: "do-nothing", fields: {} });

    expect(await outcomeOf(accepted)).toMatchObject({ status: "done" });
    expect(workday.tenant("acme").tasksPerformed()).toEqual([]);
  });
});
