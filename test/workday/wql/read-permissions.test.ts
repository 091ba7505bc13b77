import { describe, expect, it } from "vitest";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import { listAdded, readPermissions } from "../../../src/workday/wql/read-permissions.ts";
import { aReader, aReaderWithout, instance, noAnswer } from "./a-reader.ts";

const selected = {
  source: "allDomainSecurityPolicies",
  fields: {
    Domain_Security_Policy: "policy",
    Get: "get",
    Put: "put",
    View: "view",
    Modify: "modify",
  },
};
const own = { policy: instance("Integration Security"), get: [instance("ISSG_Bot")] };

const hr = { securityGroup: "HR", domain: "Payroll", status: "active" };

function read(...rows: readonly unknown[]): ReturnType<typeof readPermissions> {
  return readPermissions(aReader(rows), selected, ["ISSG_Bot"]);
}

describe("readPermissions", () => {
  it("lists each group of each policy by access, as active", async () => {
    const payroll = { policy: instance("Payroll"), view: [instance("HR")], modify: instance("HR") };

    expect(await read(own, payroll)).toEqual({
      ok: true,
      value: [
        {
          securityGroup: "ISSG_Bot",
          domain: "Integration Security",
          access: "Get",
          status: "active",
          isPerhapsDisabled: true,
        },
        { ...hr, access: "View", isPerhapsDisabled: true },
        { ...hr, access: "Modify", isPerhapsDisabled: true },
      ],
    });
  });

  it.each<[what: string, own: object, hrs: object, said: object]>([
    ["is disabled", { off: false }, { off: true }, { status: "disabled" }],
    ["is enabled, as the bot's own says it", { off: false }, { off: false }, {}],
    ["is enabled, as the bot's own leaves it out", {}, {}, {}],
    ["does not say what the bot's own says", { off: false }, {}, { isPerhapsDisabled: true }],
    ["says neither yes nor no", {}, { off: "perhaps" }, { isPerhapsDisabled: true }],
  ])("tells of a policy that it %s", async (_what, ofOwn, ofHr, said) => {
    const fields = { ...selected.fields, Disabled: "off" };
    const payroll = { policy: instance("Payroll"), view: [instance("HR")], ...ofHr };
    const reader = aReader([{ ...own, ...ofOwn }, payroll]);

    const answer = await readPermissions(reader, { ...selected, fields }, ["ISSG_Bot"]);

    expect(answer.ok && answer.value[1]).toEqual({ ...hr, access: "View", ...said });
  });

  it.each<[why: string, rows: readonly unknown[]]>([
    ["shows nothing that the bot itself does", []],
    ["has a policy twice", [own, { policy: instance("Payroll") }, { policy: instance("Payroll") }]],
    ["shows the bot's policy for others alone", [{ ...own, get: [instance("HR")] }]],
    ["shows another access of the bot's group", [{ policy: own.policy, put: own.get }]],
    ["has a policy without a name", [own, { get: [instance("HR")] }]],
    ["has groups of another shape", [own, { policy: instance("Payroll"), put: "HR" }]],
  ])("counts for nothing where WQL %s", async (_why, rows) => {
    expect(await read(...rows)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });

  it("fails as the list fails", async () => {
    const answer = await readPermissions(aReaderWithout("data"), selected, ["ISSG_Bot"]);

    expect(answer).toEqual({ ok: false, error: noAnswer });
  });
});

describe("listAdded", () => {
  it("takes what is added to domains, and neither what is removed nor business processes", () => {
    const added: PendingChange = {
      kind: "domain",
      policy: "Payroll",
      action: "",
      securityGroup: "ISSG",
      access: "Get",
      change: "added",
      changedBy: "lmcneil",
    };

    const listed = listAdded([
      added,
      { ...added, change: "Removed" },
      { ...added, kind: "business-process" },
    ]);

    expect(listed).toEqual([
      { securityGroup: "ISSG", domain: "Payroll", access: "Get", status: "pending" },
    ]);
  });
});
