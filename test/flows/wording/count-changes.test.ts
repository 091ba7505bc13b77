import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Draft, PermissionsDraft } from "../../../src/flows/request/draft.ts";
import { countChanges, signOf } from "../../../src/flows/wording/count-changes.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { acme } from "../../support/data/a-tenant.ts";

const { kind: _create, passwordFrom: _from, ...account } = aDraft();
const process = { policy: "Contact Change" };

const edit: PermissionsDraft = {
  ...account,
  kind: "permissions",
  before: { ...noPermissions, Get: ["Kept", "Gone"], View: ["Gone"] },
  permissions: { ...noPermissions, Get: ["kept"], Put: ["Kept"] },
  seenIn: "report",
  businessProcesses: [process],
  processesBefore: [],
};

describe("countChanges", () => {
  it.each<[what: string, draft: Draft, counts: string]>([
    [
      "a new user",
      aDraft({ businessProcesses: [process, { policy: "Hire" }] }),
      "+\u00a01 account, +\u00a01 integration system, +\u00a01 security group, +\u00a04 permissions, +\u00a02 business processes",
    ],
    [
      "one on a system that is there",
      aDraft({ system: { kind: "existing", id: "INT", name: "Payroll" } }),
      "+\u00a01 account, +\u00a01 security group, +\u00a04 permissions",
    ],
    [
      "one in a group that is there",
      aDraft({ group: { kind: "existing", isActive: true, members: [], holds: noPermissions } }),
      "+\u00a01 account, +\u00a01 integration system, +\u00a04 permissions",
    ],
    [
      "an edit",
      edit,
      "+\u00a01 permission, −\u00a02 permissions, +\u00a01 business process, 1 unchanged",
    ],
    ["an activation", { kind: "activate", tenant: acme, reason: "" }, ""],
  ])("says how much is different by %s", (_what, draft, counts) => {
    expect(countChanges(draft)).toBe(counts);
  });
});

describe("signOf", () => {
  it("is what a request does with a permission", () => {
    const sign = signOf(edit);

    expect([sign("Kept", "Put"), sign("gone", "View"), sign("Kept", "Get")]).toEqual([
      "+ ",
      "− ",
      "",
    ]);
  });
});
