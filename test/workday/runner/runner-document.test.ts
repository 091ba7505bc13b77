import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { instant } from "../../../src/flows/model/ids.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { Secret } from "../../../src/secret.ts";
import { parseAccepted, parseLook } from "../../../src/workday/runner/answer.ts";
import { distrust, signRequest } from "../../../src/workday/runner/signature.ts";
import { parseSigningKey, parseVerifyingKey } from "../../../src/workday/runner/signing-keys.ts";
import { toRunnerTask } from "../../../src/workday/runner/task.ts";
import { valueIn } from "../../support/value-in.ts";

describe("docs/reference/runner.md", () => {
  const text = readFileSync("docs/reference/runner.md", "utf8");
  const blocks = text.split("```").map((block) => block.trim());
  const request = blocks.find((block) => block.startsWith("POST /workday/tasks")) ?? "";
  const base = blocks.find((block) => block.startsWith('"@method": POST')) ?? "";
  const answer = blocks.find((block) => block.startsWith("HTTP/1.1 202")) ?? "";
  // The key of RFC 9421, appendix B.1.4.
  const key = valueIn(
    parseSigningKey(new Secret("MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF")),
  );
  const signed = signRequest(
    {
      method: "POST",
      url: "https://rpa.example.com/workday/tasks",
      headers: {
        "content-type": "application/json",
        "idempotency-key": "ISU-7K3M9QXV:create-security-group:0",
      },
      body: bodyOf(request),
    },
    { key, now: 1_767_603_600_000, nonce: "pUqE5XyV0Gz3mJc7Qn2s9A" },
  );

  it("shows a request as the bot signs it", () => {
    expect(headersOf(request)).toEqual({ host: "rpa.example.com", ...signed.headers });
    expect(`bot=:${key.sign(base)}:`).toBe(signed.headers["signature"]);
  });

  it("shows an answer that the bot trusts and understands", () => {
    const runnerKey = valueIn(
      parseVerifyingKey("MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs="),
    );
    const reply = { status: 202, headers: new Headers(headersOf(answer)), text: bodyOf(answer) };

    const why = distrust(reply, { request: signed, key: runnerKey, now: 1_767_603_601_000 });

    expect(why).toBeUndefined();
    expect(parseAccepted({ ...reply, contentType: "application/json" })).toBe("42");
  });
});

function headersOf(message: string): Readonly<Record<string, string>> {
  const lines = (message.split("\n\n")[0] ?? "").split("\n").slice(1);
  return Object.fromEntries(
    lines.map((line): [string, string] => {
      const [name = "", value = ""] = line.split(/: (.*)/);
      return [name.toLowerCase(), value];
    }),
  );
}

function bodyOf(message: string): string {
  return message.split("\n\n")[1] ?? "";
}

describe("docs/reference/runner.openapi.yml", () => {
  const Described = z.object({
    components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.json())) }),
  });
  const text = readFileSync("docs/reference/runner.openapi.yml", "utf8");
  const { schemas } = Described.parse(parse(text)).components;

  function schemaOf(name: string): z.ZodType {
    return z.fromJSONSchema(schemas[name] ?? false);
  }

  const permissions = {
    ...noPermissions,
    Get: ["Worker Data: Workers"],
    Put: ["Manage: Location"],
  };
  const inPolicy = { groupName: "ISSG", userName: "ISU", policy: "Integrations" };
  const tasks: readonly Task[] = [
    { name: "create-security-group", groupName: "ISSG" },
    { name: "create-security-group", groupName: "ISSG", isInactive: true },
    {
      name: "create-security-group",
      groupName: "ISSG",
      constrained: { organizations: ["Acme Germany"], scope: "current" },
      isInactive: true,
    },
    { name: "add-group-member", groupName: "ISSG", userName: "ISU" },
    { name: "remove-group-member", groupName: "ISSG", userName: "ISU" },
    { name: "grant-permissions", groupName: "ISSG", permissions },
    { name: "revoke-permissions", groupName: "ISSG", permissions },
    { name: "activate", comment: "Why" },
    { name: "inactivate-security-group", groupName: "ISSG" },
    { name: "exempt-from-password-expiry", userName: "ISU" },
    { name: "remove-password-exemption", userName: "ISU" },
    { name: "switch-off-token-sign-on", userName: "ISU" },
    { name: "allow-in-authentication-policy", ...inPolicy, allowedTypes: ["X509"] },
    { name: "remove-from-authentication-policy", groupName: "ISSG", userName: "ISU" },
    { name: "remove-from-authentication-policy", ...inPolicy },
    { name: "activate-authentication-policies", comment: "Why" },
    { name: "activate-security-group", groupName: "ISSG" },
    {
      name: "activate-previous-timestamp",
      timestamp: instant(1),
      newest: instant(2),
      comment: "Why",
    },
    {
      name: "grant-business-processes",
      groupName: "ISSG",
      businessProcesses: [{ policy: "Contact Change", action: "Change (Web Service)" }],
    },
    {
      name: "revoke-business-processes",
      groupName: "ISSG",
      businessProcesses: [{ policy: "Contact Change" }],
    },
    {
      name: "create-segment-group",
      groupName: "Segments",
      securityGroups: ["ISSG"],
      segments: ["Compliance"],
    },
    {
      name: "create-segment-group",
      groupName: "Segments",
      securityGroups: ["ISSG"],
      segments: ["Compliance"],
      isInactive: true,
    },
    { name: "grant-in-segments", groupName: "Segments", permissions },
    { name: "revoke-in-segments", groupName: "Segments", permissions },
    { name: "close-segment-group", groupName: "Segments", securityGroups: ["ISSG"] },
    { name: "add-segments-to-content", kind: "topics", names: ["A"], content: ["Course"] },
  ];

  it.each(tasks)("describes what is sent to $name, and no member more", (task) => {
    const body = { tenant: "acme_dpt1", request: "ISU-7K3M9QXV", ...toRunnerTask(task) };
    const TaskRequest = schemaOf("TaskRequest");

    expect(TaskRequest.safeParse(body).error).toBeUndefined();
    expect(TaskRequest.safeParse({ ...body, password: "x" }).success).toBe(false);
    expect(TaskRequest.safeParse({ ...body, fields: { secret: "x" } }).success).toBe(false);
  });

  it.each<[what: string, state: object, isKnown: boolean]>([
    ["running", { id: "1", status: "running" }, true],
    ["done", { id: "1", status: "done" }, true],
    ["a no", { id: "1", status: "failed", reason: "refused", detail: "No." }, true],
    ["done with a value", { id: "1", status: "done", secret: "x" }, false],
    [
      "a no with a value",
      { id: "1", status: "failed", reason: "error", detail: "", token: "x" },
      false,
    ],
    ["another state", { id: "1", status: "asleep" }, false],
    ["no id", { status: "done" }, false],
  ])("agrees with the bot about %s", (_what, state, isKnown) => {
    const reply = {
      status: 200,
      headers: new Headers(),
      contentType: "application/json",
      text: JSON.stringify(state),
    };

    expect(schemaOf("TaskState").safeParse(state).success).toBe(isKnown);
    expect(parseLook(reply, "1") !== undefined).toBe(isKnown);
  });

  it("agrees with the bot about what is taken", () => {
    const state = { id: "1", status: "running" };

    expect(schemaOf("Accepted").safeParse(state).success).toBe(true);
    expect(schemaOf("Accepted").safeParse({ ...state, secret: "x" }).success).toBe(false);
  });
});
