import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import { planCleanUp } from "../../../src/flows/planning/plan-clean-up.ts";
import { toSystemId } from "../../../src/flows/request/workday-ids.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import { approvalTimes } from "../../../src/flows/tenant/tenant.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";

const { groupName, userName, permissions } = aDraft();

describe("planFor", () => {
  it("creates first, asks before it activates, issues the credential, and looks last", () => {
    expect(planFor(aDraft(), aTenant(), requestId)).toEqual([
      { name: "create-integration-system", hand: "api" },
      { name: "create-user", hand: "api" },
      {
        name: "create-security-group",
        hand: "runner",
        task: { name: "create-security-group", groupName },
      },
      {
        name: "add-group-member",
        hand: "runner",
        task: { name: "add-group-member", groupName, userName },
      },
      {
        name: "grant-permissions",
        hand: "runner",
        task: { name: "grant-permissions", groupName, permissions },
      },
      { name: "approve", hand: "approver" },
      {
        name: "activate",
        hand: "runner",
        task: {
          name: "activate",
          comment:
            "ISU-7K3M9QXV: permissions for the security group ISSG_Viva (it contains the ISU ISU_Viva). Reason: Learning content for everybody",
        },
      },
      { name: "issue-credential", hand: "api" },
      { name: "verify", hand: "api" },
    ]);
  });

  it.each(approvalTimes)(
    "joins a group that is there after one approval, asked for at: %s",
    (at) => {
      const approvals = { needed: 1, neededWhenUnseen: 1, at };
      const group = {
        kind: "existing",
        isActive: true,
        members: [],
        holds: noPermissions,
      } as const;

      const plan = planFor(aDraft({ group }), aTenant({ approvals }), requestId);

      const names = plan.map(({ name }) => name);
      expect(names.filter((name) => name === "approve-plan")).toHaveLength(1);
      expect(names.indexOf("approve-plan")).toBe(at === "activation" ? 2 : 0);
      expect(names.indexOf("add-group-member")).toBe(3);
    },
  );

  it("makes no integration system where one was chosen", () => {
    const names = planFor(aDraft({ system: existingSystem }), aTenant(), requestId).map(
      ({ name }) => name,
    );

    expect(names).not.toContain("create-integration-system");
    expect(names[0]).toBe("create-user");
  });

  it.each<[what: string, changes: Parameters<typeof aDraft>[0], last: readonly StepName[]]>([
    [
      "a random password of Workday's",
      { passwordFrom: "workday" },
      ["approve", "activate", "verify"],
    ],
    [
      "x509",
      { x509: { key: { type: "Certificate_ID", id: "Sig" } } },
      ["approve", "enable-token-sign-on", "activate", "issue-credential", "verify"],
    ],
    [
      "SAML with a random password of Workday's",
      {
        passwordFrom: "workday",
        saml: { issuer: "idp", identityProviderKey: { type: "Certificate_ID", id: "IdP" } },
      },
      ["approve", "enable-token-sign-on", "activate", "verify"],
    ],
  ])(
    "issues no credential that nobody can know, and no sign-on before the approval: %s",
    (_what, changes, last) => {
      const names = planFor(aDraft(changes), aTenant(), requestId).map(({ name }) => name);

      expect(names.slice(names.indexOf("approve"))).toEqual(last);
    },
  );

  it("gives each task to the hand that the tenant names for it", () => {
    const hands = { ...allBy("person"), "grant-permissions": "runner" } as const;

    const plan = planFor(aDraft(), aTenant({ hands }), requestId);

    expect(plan.map(({ hand }) => hand)).toEqual([
      "api",
      "api",
      "person",
      "person",
      "runner",
      "approver",
      "person",
      "api",
      "api",
    ]);
  });
});

describe("planCleanUp", () => {
  const undo: readonly StepName[] = [
    "revoke-permissions",
    "remove-group-member",
    "inactivate-security-group",
    "scramble-user",
    "disable-secret",
  ];

  it.each<[begun: number, steps: readonly StepName[]]>([
    [0, []],
    [1, []],
    [2, undo.slice(3, 4)],
    [3, undo.slice(2, 4)],
    [4, undo.slice(1, 4)],
    [5, undo.slice(0, 4)],
    [6, undo.slice(0, 4)],
    [7, undo.slice(0, 4)],
    [8, undo],
  ])("undoes what the first %i steps may have done, last first", (count, steps) => {
    const plan = planFor(aDraft(), aTenant(), requestId);
    const begun = new Set(plan.slice(0, count).map(({ name }) => name));

    expect(planCleanUp({ draft: aDraft(), begun }, aTenant()).map(({ name }) => name)).toEqual(
      steps,
    );
  });

  it("names the same group, user and permissions, in the tenant's hands", () => {
    const begun = new Set<StepName>([
      "create-security-group",
      "add-group-member",
      "grant-permissions",
    ]);
    const tenant = aTenant({ hands: { ...allBy("runner"), "remove-group-member": "person" } });

    expect(planCleanUp({ draft: aDraft(), begun }, tenant)).toEqual([
      {
        name: "revoke-permissions",
        hand: "runner",
        task: { name: "revoke-permissions", groupName, permissions },
      },
      {
        name: "remove-group-member",
        hand: "person",
        task: { name: "remove-group-member", groupName, userName },
      },
      {
        name: "inactivate-security-group",
        hand: "runner",
        task: { name: "inactivate-security-group", groupName },
      },
    ]);
  });
});

describe("toSystemId", () => {
  it("names the request", () => {
    expect(toSystemId(requestId)).toBe("ISU_BOT_ISU_7K3M9QXV");
  });
});
