import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { TaskTrace } from "../../../src/flows/tasks/task-check.ts";
import { checkTrace, type TaskSight } from "../../../src/flows/verification/check-task.ts";
import { aPendingChange } from "../../support/data/a-request.ts";

const unseen = { kind: "cannot-see", words: "Denied.", isFailed: true } as const;
const nothing: TaskSight = { groups: unseen, permissions: unseen, exemptions: unseen };
const trace = { kind: "token-sign-on", userName: "ISU_Viva" } as const;
const user = { systemId: "INT_1", systemWid: "a1", userName: "ISU_Viva" };

describe("checkTrace, of x509 and SAML that are to be off", () => {
  it.each<[what: string, sight: Pick<TaskSight, "user">, kind: string]>([
    ["nobody looked", {}, "on-trust"],
    ["the account cannot be read", { user: unseen }, "on-trust"],
    ["Workday does not say", { user: { kind: "seen", part: user } }, "on-trust"],
    ["the account is gone", { user: { kind: "seen", part: undefined } }, "shown"],
    [
      "all is off",
      { user: { kind: "seen", part: { ...user, tokens: [{ off: { x509: { key: [] } } }] } } },
      "shown",
    ],
    [
      "a key is on",
      { user: { kind: "seen", part: { ...user, tokens: [{ x509: { key: [] } }] } } },
      "not-shown",
    ],
  ])("where %s", (_what, sight, kind) => {
    expect(checkTrace(trace, { ...nothing, ...sight })).toMatchObject({ kind });
  });
});

const groupName = "ISSG_Viva";
const unconstrained = { kind: "unconstrained" } as const;

describe("checkTrace, of a group that is not there", () => {
  const gone: TaskSight = { ...nothing, groups: { kind: "seen", part: [] } };
  const noGroup = [`There is no security group ${groupName}.`];

  it.each<[what: string, trace: TaskTrace, words: readonly string[] | undefined]>([
    ["was to be made", { kind: "group", groupName, isActive: true, type: unconstrained }, noGroup],
    [
      "was to be made, inactive",
      { kind: "group", groupName, isActive: false, type: unconstrained },
      noGroup,
    ],
    ["was to be activated", { kind: "group", groupName, isActive: true }, noGroup],
    ["was to be inactivated", { kind: "group", groupName, isActive: false }, undefined],
    [
      "was to get a member",
      { kind: "member", groupName, userName: "ISU_Viva", isIn: true },
      [`ISU_Viva is not in the group ${groupName}.`],
    ],
    [
      "was to lose a member",
      { kind: "member", groupName, userName: "ISU_Viva", isIn: false },
      undefined,
    ],
  ])("and %s", (_what, asked, words) => {
    expect(checkTrace(asked, gone)).toEqual(
      words === undefined ? { kind: "shown" } : { kind: "not-shown", words },
    );
  });
});

describe("checkTrace, of what is granted", () => {
  const permissions = { ...noPermissions, Get: ["Worker Data: Workers"] };
  const granted = { kind: "grants", groupName, permissions, isGranted: true } as const;
  const change = aPendingChange();
  const line = {
    securityGroup: groupName,
    domain: "Worker Data: Workers",
    access: "Get",
    status: "active",
  } as const;

  it.each<[what: string, sight: Partial<TaskSight>, kind: string]>([
    ["neither report is there", {}, "on-trust"],
    ["it is pending, and nobody sees what is active", { pending: [change] }, "shown"],
    ["it is active already", { permissions: { kind: "seen", part: [line] }, pending: [] }, "shown"],
    [
      "it is active already, and nobody sees what is pending",
      { permissions: { kind: "seen", part: [line] } },
      "on-trust",
    ],
    [
      "it is pending in the report of what groups may do, and nobody sees what else is",
      { permissions: { kind: "seen", part: [{ ...line, status: "pending" }] } },
      "shown",
    ],
    [
      "it is active still, and its removal is pending",
      {
        permissions: { kind: "seen", part: [line] },
        pending: [{ ...change, change: "Removed" }],
      },
      "not-shown",
    ],
    [
      "it is not active, and nobody sees what is pending",
      { permissions: { kind: "seen", part: [] } },
      "not-shown",
    ],
    ["its removal is pending", { pending: [{ ...change, change: "Removed" }] }, "not-shown"],
  ])("where %s", (_what, sight, kind) => {
    expect(checkTrace(granted, { ...nothing, ...sight })).toMatchObject({ kind });
  });
});

describe("checkTrace, of business processes", () => {
  const asked = {
    kind: "processes",
    groupName,
    businessProcesses: [{ policy: "Hire", action: "Hire (Web Service)" }],
    change: "Added",
  } as const;
  const pending = aPendingChange({
    kind: "business-process",
    policy: "Hire",
    action: "Hire (Web Service)",
    access: "",
  });

  it.each<[what: string, sight: Partial<TaskSight>, kind: string]>([
    ["nobody sees what is pending", {}, "on-trust"],
    ["it is pending", { pending: [pending] }, "shown"],
    ["another group's is pending", { pending: [{ ...pending, securityGroup: "HR" }] }, "not-shown"],
    ["its removal is pending", { pending: [{ ...pending, change: "Removed" }] }, "not-shown"],
    ["nothing is pending", { pending: [] }, "not-shown"],
  ])("where %s", (_what, sight, kind) => {
    expect(checkTrace(asked, { ...nothing, ...sight })).toMatchObject({ kind });
  });
});
