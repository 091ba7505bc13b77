import { describe, expect, it } from "vitest";
import type { ListedAccount } from "../../../src/flows/model/listed-account.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { VerificationItem } from "../../../src/flows/model/verification.ts";
import { compareAccount } from "../../../src/flows/verification/compare-account.ts";
import type { Expected, Observed } from "../../../src/flows/verification/observed.ts";
import {
  asGroup,
  asHeld,
  asUser,
  expected,
  group,
  held,
  line,
  open,
  shown,
  user,
} from "../../support/data/a-shown-account.ts";

const blind = { kind: "cannot-see", words: "No report.", isFailed: false } as const;

describe("compare", () => {
  it.each<[what: string, asked: Partial<Expected>, tenant: Observed]>([
    ["exactly what was asked", {}, shown()],
    ["names in other letters", { userName: "isu_viva" }, shown()],
    [
      "domains in other letters",
      { permissions: { ...noPermissions, Get: ["WORKERS "], Put: ["workers"] } },
      shown(),
    ],
    ["the timeout that was asked", { sessionTimeoutMinutes: 0 }, shown()],
    [
      "what no read shows, in a report",
      { probes: [{ kind: "not-probed", domain: "Workers", access: "Get" }] },
      shown(),
    ],
  ])("verifies %s", (_what, asked, tenant) => {
    expect(compareAccount(expected(asked), tenant)).toMatchObject({
      outcome: "verified",
      items: [],
    });
  });

  it.each<[what: string, tenant: Observed, kind: VerificationItem["kind"], words: string]>([
    [
      "an account that is gone",
      shown({ user: { kind: "seen", part: undefined } }),
      "missing",
      "has no user ISU_Viva",
    ],
    ["another account", asUser({ userName: "ISU_Else" }), "other", "ISU_Else in place of ISU_Viva"],
    ["open UI sessions", asUser({ doNotAllowUiSessions: false }), "other", "open to UI sessions"],
    [
      "a group that is gone",
      shown({ groups: { kind: "seen", part: [] } }),
      "missing",
      "no security group ISSG_Viva",
    ],
    [
      "another type of group",
      asGroup({ type: { kind: "constrained", organizations: [["Acme"]], scope: "current" } }),
      "other",
      "is constrained, and was asked to be unconstrained",
    ],
    [
      "another group of the account",
      shown({ groups: { kind: "seen", part: [group, { ...group, name: "HR" }] } }),
      "too-much",
      "ISU_Viva is also in the group HR, which gives View on Workers.",
    ],
    ["an inactive group", asGroup({ active: false }), "other", "ISSG_Viva is inactive"],
    ["a group without the user", asGroup({ members: [] }), "missing", "not in the group"],
    [
      "somebody else in the group",
      asGroup({ members: ["isu_viva", "lmcneil"] }),
      "too-much",
      "lmcneil is in the group",
    ],
    ["a permission that is gone", asHeld(line()), "missing", "Put on Workers is not there"],
    [
      "a permission that is pending",
      asHeld(line(), line({ access: "Put", status: "pending" })),
      "missing",
      "pending, and not active",
    ],
    [
      "a permission of a policy that is disabled",
      asHeld(line(), line({ access: "Put", status: "disabled" })),
      "missing",
      "Put on Workers is disabled",
    ],
    [
      "a permission that nobody asked for",
      asHeld(...held, line({ access: "Modify" })),
      "too-much",
      "Modify on Workers is active",
    ],
    [
      "a pending permission that nobody asked for",
      asHeld(...held, line({ domain: "Payroll", status: "pending" })),
      "too-much",
      "Get on Payroll is pending",
    ],
  ])("calls it different: %s", (_what, tenant, kind, words) => {
    const { outcome, items } = compareAccount(expected(), tenant);

    expect(outcome).toBe("different");
    expect(items).toMatchObject([{ kind }]);
    expect(items[0]?.words).toContain(words);
  });

  it("calls a refused read different, whatever the report says", () => {
    const probes = [{ kind: "refused", domain: "Workers", operation: "Get_Workers" }] as const;

    const { outcome, items } = compareAccount(expected({ probes }), shown());

    expect(outcome).toBe("different");
    expect(items[0]?.words).toContain("Get_Workers, which needs Get on Workers");
  });

  it("calls another timeout than was asked different", () => {
    const { items } = compareAccount(expected({ sessionTimeoutMinutes: 30 }), shown());

    expect(items[0]?.words).toBe("The session timeout is 0 minutes, and 30 were asked for.");
  });

  it("calls an account that is closed against what was asked different", () => {
    const { items } = compareAccount(expected({ doNotAllowUiSessions: false }), shown());

    expect(items[0]?.words).toContain("closed to UI sessions");
  });

  it("calls what could not be seen unverified, and leaves out what a read has shown", () => {
    const tenant = shown({ user: blind, groups: blind, permissions: blind });

    const { outcome, items } = compareAccount(expected({ sessionTimeoutMinutes: 30 }), tenant);

    expect(outcome).toBe("unverified");
    expect(items.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
      "unseen The account ISU_Viva: not seen. No report.",
      "unseen The group ISSG_Viva and its members: not seen. No report.",
      "unseen Put on Workers: not seen. No report.",
      "unseen Whether the group ISSG_Viva may do more than was asked: not seen. No report.",
      "unseen Which other groups ISU_Viva is in: not seen. No report.",
      "unseen Whether the group ISSG_Viva is unconstrained: not seen. Look at the group in Workday: View Security Group shows its type and its organizations.",
      "unseen Which groups administer ISSG_Viva: not seen. Look at View Security Group.",
      "unseen Which groups include ISSG_Viva: not seen. Look at View Security Group.",
      "unseen Whether ISSG_Viva may do more in business processes than was asked: not seen. Look at View Business Process Security Policy.",
    ]);
  });

  it("calls settings that Workday does not say unverified", () => {
    const { systemId, systemWid, userName } = user;
    const tenant = shown({ user: { kind: "seen", part: { systemId, systemWid, userName } } });

    const { outcome, items } = compareAccount(expected({ sessionTimeoutMinutes: 30 }), tenant);

    expect(outcome).toBe("unverified");
    expect(items.map(({ words }) => words.split(":")[0])).toEqual([
      "UI sessions",
      "The session timeout",
      "A new password at the next sign-in",
      "Web service security (x509, SAML)",
    ]);
  });

  it.each<[says: string, listed: Partial<ListedAccount>, seen: string]>([
    ["that it need not be changed", { needsNewPassword: false }, "as-asked"],
    ["that it has to be changed", { needsNewPassword: true }, "different"],
    ["nothing of it", {}, "unseen"],
    ["nothing of the account", { userName: "ISU_Else", needsNewPassword: false }, "unseen"],
  ])(
    "takes the list's word for the password where the account shows none: %s",
    (_says, listed, seen) => {
      const { requireNewPassword: _left, ...part } = user;
      const one = { ...open, ...listed };
      const tenant = shown({
        user: { kind: "seen", part },
        accounts: { kind: "seen", part: [one] },
      });

      const { facts = [] } = compareAccount(expected(), tenant);

      expect(facts.find(({ fact }) => fact === "new-password")?.seen).toBe(seen);
    },
  );

  it("does not ask the list where the account itself shows it, or cannot be seen", () => {
    const accounts = { kind: "seen", part: [{ ...open, needsNewPassword: true }] } as const;

    const itself = compareAccount(expected(), shown({ accounts }));
    const unseen = compareAccount(expected(), shown({ user: blind, accounts }));

    expect(itself.outcome).toBe("verified");
    expect(unseen.outcome).toBe("unverified");
  });

  it("is different when one thing contradicts and another cannot be seen", () => {
    const tenant = shown({ user: blind, groups: { kind: "seen", part: [] } });

    expect(compareAccount(expected(), tenant).outcome).toBe("different");
  });
});
