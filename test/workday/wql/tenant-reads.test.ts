import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import { err, ok } from "../../../src/result.ts";
import type { Eye, Eyes } from "../../../src/workday/wql/decide-eye.ts";
import type { Reader } from "../../../src/workday/wql/read-all.ts";
import {
  createTenantReads,
  type ReportReads,
  type TenantReads,
} from "../../../src/workday/wql/tenant-reads.ts";
import { type Thing, things } from "../../../src/workday/wql/wanted.ts";
import { aReader, aReaderWithout, instance, noAnswer } from "./a-reader.ts";

const changeFields = { Security_Group: "group", Change: "change", Changed_By: "by" };
const wql: Eyes = {
  pendingDomainPolicies: anEye("domains", {
    Domain_Security_Policy: "policy",
    Access: "access",
    ...changeFields,
  }),
  pendingBusinessProcessPolicies: anEye("processes", {
    Business_Process_Security_Policy: "policy",
    Action: "action",
    ...changeFields,
  }),
  securityGroups: anEye("groups", {
    Security_Group: "group",
    Member: "members",
    Inactive: "inactive",
  }),
  groupPermissions: anEye("policies", { Domain_Security_Policy: "policy", Get: "get" }),
  accounts: anEye("accounts", { User: "user", Locked: "locked", Disabled: "disabled" }),
};

function anEye(source: string, fields: Readonly<Record<string, string>>): Eye {
  return { kind: "wql", source, fields };
}

const change = { policy: "Payroll", group: "ISSG", access: "Get", change: "Added", by: "lmcneil" };
const own = { group: "ISSG_Bot", members: [instance("ISU_Bot")] };
const ownPolicy = { policy: "Integration Security", get: [instance("ISSG_Bot")] };

/** A tenant with these rows, by source. */
function rowsBySource(rows: Readonly<Record<string, readonly unknown[]>>): Reader {
  async function get(...[path, query]: Parameters<Reader["get"]>): ReturnType<Reader["get"]> {
    const source = query["query"]?.split(" FROM ")[1] ?? "";
    return aReader(rows[source] ?? []).get(path, query);
  }
  return { ...aReader([]), get };
}

const reported: PendingChange = {
  kind: "domain",
  policy: "Reported",
  action: "",
  securityGroup: "ISSG",
  access: "Get",
  change: "Added",
  changedBy: "lmcneil",
};

const blind: Fault = { kind: "denied", outside: "Workday", words: "No client." };

const noReports: ReportReads = {
  configured: [],
  pending: async () => ok(undefined),
  groups: async () => ok(undefined),
  permissions: async () => ok({ kind: "cannot-see" }),
  accounts: async () => ok(undefined),
};

const allReports: ReportReads = {
  configured: things,
  pending: async (thing) => ok(thing === "pendingDomainPolicies" ? [reported] : []),
  groups: async () => ok([{ name: "Reported", active: true, members: [] }]),
  permissions: async () => ok({ kind: "seen", permissions: [] }),
  accounts: async () =>
    ok([{ userName: "ISU", isLocked: false, isDisabled: false, expiry: { kind: "never" } }]),
};

interface Parts {
  readonly eyes?: Partial<Eyes>;
  readonly reader?: Reader;
  readonly reports?: ReportReads;
  readonly client?: Fault;
}

function aTenant({ eyes, reader = aReader([]), reports = noReports, client }: Parts): {
  readonly reads: TenantReads;
  readonly countForgotten: () => number;
} {
  let forgotten = 0;
  const outlook = {
    eyes: { ...wql, ...eyes },
    ownGroups: ["ISSG_Bot"],
    ...(client && { client }),
  };
  const lookOut = {
    get: async () => outlook,
    findSources: async () => ok([]),
    forget: () => {
      forgotten += 1;
    },
  };
  const reads = createTenantReads({ lookOut, reader, account: "ISU_Bot", reports });
  return { reads, countForgotten: () => forgotten };
}

const shut: Eye = { kind: "shut", reason: "failed", why: "WQL is closed." };
const unlooked: Record<Thing, unknown> = {
  pendingDomainPolicies: { kind: "cannot-see", why: "WQL is closed." },
  pendingBusinessProcessPolicies: { kind: "cannot-see", why: "WQL is closed." },
  securityGroups: undefined,
  groupPermissions: { kind: "cannot-see" },
  accounts: undefined,
};

function readOf(thing: Thing, reads: TenantReads): Promise<unknown> {
  switch (thing) {
    case "pendingDomainPolicies":
    case "pendingBusinessProcessPolicies":
      return reads.readPendingChanges();
    case "securityGroups":
      return reads.readSecurityGroups();
    case "groupPermissions":
      return reads.readGroupPermissions();
    case "accounts":
      return reads.readAccounts();
  }
}

describe.each(things)("an eye for %s", (thing) => {
  it("that is shut sees nothing", async () => {
    const { reads } = aTenant({ eyes: { [thing]: shut } });

    expect(await readOf(thing, reads)).toEqual(ok(unlooked[thing]));
  });

  it("that the client is refused sees nothing", async () => {
    const { reads } = aTenant({ eyes: { [thing]: shut }, client: blind });

    expect(await readOf(thing, reads)).toEqual(ok(unlooked[thing]));
  });

  it("of a client that got no answer is asked for again", async () => {
    const { reads } = aTenant({ eyes: { [thing]: shut }, client: noAnswer });

    expect(await readOf(thing, reads)).toEqual(err(noAnswer));
  });

  it("by WQL that gets no answer is asked for again, and keeps what it knows", async () => {
    const { reads, countForgotten } = aTenant({ reader: aReaderWithout("data") });

    expect(await readOf(thing, reads)).toEqual(err(noAnswer));
    expect(countForgotten()).toBe(0);
  });

  it("by WQL that shows something else than it said sees nothing, and is chosen anew", async () => {
    const { reads, countForgotten } = aTenant({ reader: aReader([{ odd: true }]) });

    expect(await readOf(thing, reads)).not.toMatchObject({ value: { kind: "seen" } });
    expect(countForgotten()).toBeGreaterThan(0);
  });

  it.each([
    ["gets no answer", aReaderWithout("data")],
    ["shows something else than it said", aReader([{ odd: true }])],
  ])("by WQL that %s reads the report where there is one", async (_why, reader) => {
    const { reads } = aTenant({ reader, reports: allReports });

    const byReport = aTenant({
      eyes: Object.fromEntries(things.map((one) => [one, { kind: "report", why: "" }])),
      reports: allReports,
    });
    expect(await readOf(thing, reads)).toEqual(await readOf(thing, byReport.reads));
  });
});

describe("what is pending", () => {
  const eyes = {
    pendingDomainPolicies: { kind: "report", why: "" },
    pendingBusinessProcessPolicies: { kind: "report", why: "" },
  } as const;

  it("fails as its report fails", async () => {
    const reports = { ...allReports, pending: async () => err(noAnswer) };

    expect(await aTenant({ eyes, reports }).reads.readPendingChanges()).toEqual(err(noAnswer));
  });

  it("is not seen without a report", async () => {
    expect(await aTenant({ eyes }).reads.readPendingChanges()).toEqual(
      ok({ kind: "cannot-see", why: "" }),
    );
  });

  it("names the policies of the half that is seen, and those of the other, in order and once", async () => {
    const onlyThat: Eye = {
      kind: "only-that",
      source: "processes",
      fields: { Business_Process_Security_Policy: "policy" },
      reason: "no-field",
      why: "No field shows the action.",
    };
    const reader = rowsBySource({
      domains: [change, { ...change, access: "Put" }, { ...change, policy: "Absence" }],
      processes: [{ policy: "Hire" }],
    });

    const { reads } = aTenant({ eyes: { pendingBusinessProcessPolicies: onlyThat }, reader });

    expect(await reads.readPendingChanges()).toEqual(
      ok({
        kind: "cannot-see",
        why: "No field shows the action.",
        policies: ["Absence", "Hire", "Payroll"],
      }),
    );
  });

  it("fails where not even the policies are answered", async () => {
    const eye: Eye = {
      kind: "only-that",
      source: "domains",
      fields: { Domain_Security_Policy: "policy" },
      reason: "no-field",
      why: "No field shows the access.",
    };
    const { reads } = aTenant({
      eyes: { pendingDomainPolicies: eye },
      reader: aReaderWithout("data"),
    });

    expect(await reads.readPendingChanges()).toEqual(err(noAnswer));
  });
});

describe("security groups by WQL", () => {
  it("count for nothing once the bot's own is hidden", async () => {
    const hidden = rowsBySource({ groups: [{ group: "HR", members: [] }] });
    const shown = rowsBySource({ groups: [own] });

    expect(await aTenant({ reader: hidden }).reads.readSecurityGroups()).toEqual(ok(undefined));
    expect(await aTenant({ reader: shown }).reads.readSecurityGroups()).toEqual(
      ok([{ name: "ISSG_Bot", active: true, members: ["ISU_Bot"], by: "wql" }]),
    );
  });
});

describe("permissions by WQL", () => {
  const active = {
    securityGroup: "ISSG_Bot",
    domain: "Integration Security",
    access: "Get",
    isPerhapsDisabled: true,
  };
  const added = { securityGroup: "ISSG", domain: "Payroll", access: "Get", status: "pending" };
  const rows = { policies: [ownPolicy], domains: [change] };

  it("hold what is active, and what waits to be added", async () => {
    const { reads } = aTenant({ reader: rowsBySource(rows) });

    expect(await reads.readGroupPermissions()).toEqual(
      ok({ kind: "seen", permissions: [{ ...active, status: "active" }, added], by: "wql" }),
    );
  });

  it("are not seen where what is pending is not", async () => {
    const eyes = { pendingDomainPolicies: shut };

    const { reads } = aTenant({ eyes, reader: rowsBySource(rows) });

    expect(await reads.readGroupPermissions()).toEqual(ok({ kind: "cannot-see" }));
  });

  it("fail where what is pending is not answered", async () => {
    const eyes = { pendingDomainPolicies: { kind: "report", why: "" } } as const;
    const reports = { ...noReports, pending: async () => err(noAnswer) };

    const { reads } = aTenant({ eyes, reader: rowsBySource(rows), reports });

    expect(await reads.readGroupPermissions()).toEqual(err(noAnswer));
  });
});
