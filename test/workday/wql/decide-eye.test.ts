import { describe, expect, it } from "vitest";
import {
  type Choice,
  decideEyes,
  type Eye,
  type Found,
  type Witness,
} from "../../../src/workday/wql/decide-eye.ts";
import { type Thing, things } from "../../../src/workday/wql/wanted.ts";

const single = "Single instance";
const self = "Self referencing instance";
const multi = "Multi-instance";

function fieldsOf(
  fields: Readonly<Record<string, string>>,
): readonly { readonly alias: string; readonly type: string }[] {
  return Object.entries(fields).map(([alias, type]) => ({ alias, type }));
}

const changed = { securityGroup: single, change: "Text", changedBy: single };
const domains = {
  alias: "domainSecurityPoliciesWithPendingChanges",
  fields: fieldsOf({ domainSecurityPolicy: self, access: "Text", ...changed }),
};
const processes = {
  alias: "businessProcessSecurityPoliciesWithPendingChanges",
  fields: fieldsOf({ businessProcessSecurityPolicy: self, action: single, ...changed }),
};
const groups = {
  alias: "allSecurityGroups",
  fields: fieldsOf({ securityGroup: self, members: multi, inactive: "Boolean", type: "Text" }),
};
const policies = {
  alias: "allDomainSecurityPolicies",
  fields: fieldsOf({
    domainSecurityPolicy: self,
    securityGroups_GetAccess: multi,
    securityGroups_PutAccess: multi,
    securityGroups_ViewAccess: multi,
    securityGroups_ModifyAccess: multi,
    disabled: "Boolean",
  }),
};
const accounts = {
  alias: "allWorkdayAccounts",
  fields: fieldsOf({
    workdayAccount: self,
    accountLocked: "Boolean",
    accountDisabled: "Boolean",
    accountExpirationDate: "Date",
  }),
};
const everything = [domains, processes, groups, policies, accounts];
const allShown: Witness = { showsOwnGroup: true, showsOwnDomains: true, showsProcesses: true };

type Sources = Extract<Found, { readonly kind: "found" }>["sources"];

function found(sources: Sources = everything, witness: Partial<Witness> = {}): Found {
  return { kind: "found", sources, witness: { ...allShown, ...witness } };
}

/** Eyes by thing: their kind, and what keeps a shut one shut. */
function choose(choice: Partial<Choice>): Readonly<Record<string, string>> {
  const eyes = decideEyes({ found: found(), reports: [], named: {}, ...choice });
  return Object.fromEntries(things.map((thing) => [thing, describeEye(eyes[thing])]));
}

function describeEye(eye: Eye): string {
  return eye.kind === "shut" ? `shut: ${eye.reason}` : eye.kind;
}

function all(kind: string): Readonly<Record<Thing, string>> {
  return {
    pendingDomainPolicies: kind,
    pendingBusinessProcessPolicies: kind,
    securityGroups: kind,
    groupPermissions: kind,
    accounts: kind,
  };
}

function without(source: { readonly alias: string }, ...fields: readonly string[]): Sources {
  return everything.map((one) =>
    one.alias === source.alias
      ? { ...one, fields: one.fields.filter(({ alias }) => !fields.includes(alias)) }
      : one,
  );
}

function retyped(source: { readonly alias: string }, field: string, type: string): Sources {
  return everything.map((one) =>
    one.alias === source.alias
      ? { ...one, fields: one.fields.map((own) => (own.alias === field ? { ...own, type } : own)) }
      : one,
  );
}

describe("decideEyes", () => {
  it("sees by WQL what it shows as finely as a report, also where there is one", () => {
    expect(choose({})).toEqual(all("wql"));
    expect(choose({ reports: things })).toEqual(all("wql"));
  });

  it.each<[why: string, found: Found, shut: string]>([
    ["there is no client", { kind: "no-client" }, "shut: no-client"],
    ["WQL cannot be asked", { kind: "failed", words: "Busy." }, "shut: failed"],
    ["the tenant lists no source", found([]), "shut: no-source"],
    [
      "the bot's own group does not show",
      found(everything, { showsOwnGroup: false }),
      "shut: hidden",
    ],
  ])("sees nothing but by reports where %s", (_why, how, shut) => {
    expect(choose({ found: how })).toEqual(all(shut));
    expect(choose({ found: how, reports: things })).toEqual(all("report"));
  });

  it.each(["securityGroup", "change", "changedBy", "access"])(
    "takes a source of pending changes without %s for one that only tells that there are some",
    (field) => {
      const eyes = choose({ found: found(without(domains, field)) });

      expect(eyes).toEqual({
        ...all("wql"),
        pendingDomainPolicies: "only-that",
        groupPermissions: "shut: no-pending",
      });
    },
  );

  it("does not take a field of several groups for the group of a change", () => {
    const eyes = choose({ found: found(retyped(domains, "securityGroup", multi)) });

    expect(eyes["pendingDomainPolicies"]).toBe("only-that");
  });

  it("prefers a report to knowing only that something is pending", () => {
    const reports = ["pendingDomainPolicies"] as const;

    expect(choose({ found: found(without(domains, "access")), reports })).toEqual({
      ...all("wql"),
      pendingDomainPolicies: "report",
    });
  });

  it.each(["GetAccess", "PutAccess", "ViewAccess", "ModifyAccess"])(
    "does not see what groups may do where %s is missing",
    (access) => {
      const eyes = choose({ found: found(without(policies, `securityGroups_${access}`)) });

      expect(eyes).toEqual({ ...all("wql"), groupPermissions: "shut: no-field" });
    },
  );

  it("prefers a report to what groups may do without whether their policies are disabled", () => {
    const how = found(without(policies, "disabled"));
    const reports = ["groupPermissions"] as const;

    expect(choose({ found: how })).toEqual(all("wql"));
    expect(choose({ found: how, reports })).toEqual({ ...all("wql"), groupPermissions: "report" });
    expect(decideEyes({ found: how, reports, named: {} }).groupPermissions).toMatchObject({
      why: "The source allDomainSecurityPolicies has no field for Disabled.",
    });
  });

  it.each(["members", "inactive"])("does not see groups where %s is missing", (field) => {
    const eyes = choose({ found: found(without(groups, field)) });

    expect(eyes["securityGroups"]).toBe("shut: no-field");
  });

  it.each(["accountLocked", "accountDisabled", "accountExpirationDate"])(
    "does not see accounts where %s is missing",
    (field) => {
      const eyes = choose({ found: found(without(accounts, field)) });

      expect(eyes).toEqual({ ...all("wql"), accounts: "shut: no-field" });
    },
  );

  it("is blind for domains where its own do not show, and for nothing else", () => {
    expect(choose({ found: found(everything, { showsOwnDomains: false }) })).toEqual({
      ...all("wql"),
      pendingDomainPolicies: "shut: hidden",
      groupPermissions: "shut: hidden",
    });
  });

  it("is blind for business processes where none show, and for nothing else", () => {
    expect(choose({ found: found(everything, { showsProcesses: false }) })).toEqual({
      ...all("wql"),
      pendingBusinessProcessPolicies: "shut: hidden",
    });
  });

  it("does not say that something is pending in policies that may be hidden", () => {
    const how = found(without(domains, "access"), { showsOwnDomains: false });

    expect(choose({ found: how })["pendingDomainPolicies"]).toBe("shut: no-field");
  });

  it("takes the configuration's names for fields, and no others then", () => {
    const sources = everything.map((source) =>
      source === domains
        ? { ...source, fields: [...source.fields, { alias: "cf_Access", type: "Text" }] }
        : source,
    );
    const named = { pendingDomainPolicies: { Access: "cf_Access" } };

    const eye = decideEyes({ found: found(sources), reports: [], named }).pendingDomainPolicies;
    const gone = decideEyes({ found: found(), reports: [], named }).pendingDomainPolicies;

    expect(eye).toMatchObject({ kind: "wql", fields: { Access: "cf_Access" } });
    expect(gone.kind).toBe("only-that");
  });

  it("finds what a row is about by the field that refers to the row itself", () => {
    const sources = everything.map((source) =>
      source === groups
        ? { ...source, fields: [...groups.fields.slice(1), { alias: "group1", type: self }] }
        : source,
    );

    expect(
      decideEyes({ found: found(sources), reports: [], named: {} }).securityGroups,
    ).toMatchObject({
      kind: "wql",
      fields: { Security_Group: "group1" },
    });
  });

  it("sees nothing of a source without one", () => {
    const bare = { ...groups, fields: groups.fields.slice(1) };

    expect(choose({ found: found([domains, processes, bare, policies]) })["securityGroups"]).toBe(
      "shut: no-field",
    );
  });
});
