import { describe, expect, it } from "vitest";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import type { GroupPermission } from "../../../src/flows/model/tenant-reports.ts";
import type { SecurityGroup } from "../../../src/flows/ports/workday.ts";
import { compareTookEffect } from "../../../src/flows/verification/compare-took-effect.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import { like } from "../../bot/support/like.ts";
import { aPendingChange } from "../../support/data/a-request.ts";

const hr = "HR Partners";
const added = aPendingChange({ securityGroup: hr, policy: "Payroll", access: "Get" });
const removed = { ...added, change: "Removed" };
const process: PendingChange = {
  ...added,
  kind: "business-process",
  policy: "Hire",
  action: "Initiate",
  access: "",
};
const held: GroupPermission = {
  securityGroup: "hr partners",
  domain: "payroll ",
  access: "Get",
  status: "active",
};
const blind = { kind: "cannot-see", words: "No report.", isFailed: false } as const;

interface Tenant {
  readonly held?: readonly GroupPermission[];
  readonly processes?: readonly string[];
  readonly group?: SecurityGroup;
}

function judged(change: PendingChange, tenant: Tenant): readonly unknown[] {
  const { processes } = tenant;
  const group = {
    name: hr,
    active: true,
    members: [],
    ...(processes && { processes: { any: processes, initiates: [] } }),
  };
  const { outcome, items } = judge(
    compareTookEffect(
      { kind: "seen", changes: [change] },
      {
        groups: { kind: "seen", part: [group] },
        permissions: { kind: "seen", part: tenant.held ?? [] },
      },
    ),
  );
  return [outcome, ...items.map(({ words }) => words)];
}

describe("what an activation was approved with", () => {
  it.each<[what: string, change: PendingChange, tenant: Tenant, outcome: string, words?: string]>([
    ["is active", added, { held: [held] }, "verified"],
    ["is not active", added, {}, "different", "Get on Payroll for HR Partners is not active."],
    [
      "is pending still",
      added,
      { held: [{ ...held, status: "pending" }] },
      "different",
      "is not active.",
    ],
    [
      "is active for another group",
      added,
      { held: [{ ...held, securityGroup: "HR" }] },
      "different",
      "is not active.",
    ],
    [
      "is another access",
      added,
      { held: [{ ...held, access: "Put" }] },
      "different",
      "is not active.",
    ],
    [
      "is of another domain",
      added,
      { held: [{ ...held, domain: "Hire" }] },
      "different",
      "is not active.",
    ],
    [
      "may be of a policy that is disabled",
      added,
      { held: [{ ...held, isPerhapsDisabled: true }] },
      "unverified",
      "not seen. Its policy may be disabled.",
    ],
    ["was taken away", removed, {}, "verified"],
    [
      "was to be taken away",
      removed,
      { held: [held] },
      "different",
      "for HR Partners is active still.",
    ],
    [
      "is a process of no group",
      process,
      { processes: [] },
      "different",
      "may not act in Hire at all.",
    ],
    [
      "is a process of the group",
      process,
      { processes: ["hire"] },
      "unverified",
      "by which action",
    ],
    ["is a process that nothing shows", process, {}, "unverified", "Nothing shows the group"],
    ["was taken from a process", { ...process, change: "Removed" }, { processes: [] }, "verified"],
    [
      "was perhaps taken from a process",
      { ...process, change: "Removed" },
      { processes: ["Hire"] },
      "unverified",
      "by which action",
    ],
  ])("%s", (_what, change, tenant, outcome, words) => {
    expect(judged(change, tenant)).toEqual([
      outcome,
      ...(words === undefined ? [] : [like(words)]),
    ]);
  });

  it("is seen by nobody where nothing shows what groups may do, or what was approved", () => {
    const shown = { groups: blind, permissions: blind };

    const unseen = judge(compareTookEffect({ kind: "seen", changes: [added, process] }, shown));
    const unknown = judge(compareTookEffect({ kind: "cannot-see" }, shown));

    expect(unseen.items.map(({ words }) => words)).toEqual([
      "Get on Payroll for HR Partners: not seen. No report.",
      "Hire, Initiate for HR Partners: not seen. No report.",
    ]);
    expect(unknown.outcome).toBe("unverified");
  });
});
