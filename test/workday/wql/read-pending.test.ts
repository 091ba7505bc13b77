import { describe, expect, it } from "vitest";
import { readPending, readPolicies } from "../../../src/workday/wql/read-pending.ts";
import { aReader, aReaderWithout, instance, noAnswer } from "./a-reader.ts";

const common = { Security_Group: "securityGroup", Change: "change", Changed_By: "changedBy" };
const domains = {
  source: "pendingDomains",
  fields: { Domain_Security_Policy: "policy", Access: "access", ...common },
};
const processes = {
  source: "pendingProcesses",
  fields: { Business_Process_Security_Policy: "policy", Action: "action", ...common },
};
const row = {
  policy: instance("Payroll"),
  securityGroup: instance("ISSG"),
  access: "GET",
  action: instance("Initiate"),
  change: "added",
  changedBy: instance("lmcneil"),
};

describe("readPending", () => {
  it("spells access and change as the bot does", async () => {
    const read = await readPending(aReader([row]), "pendingDomainPolicies", domains);

    expect(read).toEqual({
      ok: true,
      value: [
        {
          kind: "domain",
          policy: "Payroll",
          action: "",
          securityGroup: "ISSG",
          access: "Get",
          change: "Added",
          changedBy: "lmcneil",
        },
      ],
    });
  });

  it.each([
    ["another access", { access: "Get and Put" }],
    ["another change", { change: "Modified" }],
    ["no access", { access: undefined }],
    ["no change", { change: undefined }],
    ["no maker", { changedBy: undefined }],
    ["several groups", { securityGroup: [instance("A"), instance("B")] }],
    ["no group", { securityGroup: undefined }],
    ["a policy without a name", { policy: instance("") }],
  ])("counts for nothing where a row has %s", async (_what, parts) => {
    const reader = aReader([row, JSON.parse(JSON.stringify({ ...row, ...parts }))]);

    expect(await readPending(reader, "pendingDomainPolicies", domains)).toMatchObject({
      ok: false,
      error: { kind: "unreadable" },
    });
  });

  it("counts for nothing where a business process has no action", async () => {
    const { action: _, ...rest } = row;
    const thing = "pendingBusinessProcessPolicies";

    expect(await readPending(aReader([rest]), thing, processes)).toMatchObject({ ok: false });
    expect(await readPending(aReader([row]), thing, processes)).toMatchObject({ ok: true });
  });

  it("fails as the list fails, and as that of the policies", async () => {
    const silent = aReaderWithout("data");
    const failed = { ok: false, error: noAnswer };

    expect(await readPending(silent, "pendingDomainPolicies", domains)).toEqual(failed);
    expect(await readPolicies(silent, "pendingDomainPolicies", domains)).toEqual(failed);
  });

  it("reads the policies alone where that is all that shows", async () => {
    const reader = aReader([{ policy: instance("Payroll") }]);
    const fields = { Domain_Security_Policy: "policy", Change: "change" };

    const read = await readPolicies(reader, "pendingDomainPolicies", { ...domains, fields });

    expect(read).toEqual({ ok: true, value: ["Payroll"] });
    expect(reader.asked).toEqual(["data 0 SELECT policy FROM pendingDomains"]);
  });
});
