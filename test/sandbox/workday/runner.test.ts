import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { aWorkday, runnerToken } from "./a-workday.ts";

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

async function ask(
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${workday.runnerUrl}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${runnerToken}`, "idempotency-key": "key-1", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
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
    ["no token", creation, { authorization: "" }, 401],
    ["a wrong token", creation, { authorization: "Bearer x" }, 401],
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
