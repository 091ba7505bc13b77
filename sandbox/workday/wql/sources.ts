import type { TenantState } from "../state.ts";
import { toAccountSource } from "./accounts.ts";
import { groupFieldsOf, listGroups } from "./groups.ts";
import { toSignonSource } from "./signons.ts";
import {
  type Grain,
  type Instance,
  named,
  type Row,
  type Source,
  self,
  withoutEmpty,
} from "./source.ts";

/** Sources that no bot asks for: a real tenant lists more than a thousand, some without an alias. */
const fillers = 230;

/** What this tenant's WQL lists to a client that may see it, in the tenant's order. */
export function listSources(state: TenantState): readonly Source[] {
  const { grain = "coarse", without = [] } = state.definition.wql ?? {};
  const known = [
    toGroupSource(state, grain),
    toPendingSource(state, "domain", grain),
    toPendingSource(state, "business-process", grain),
    toPolicySource(state, grain),
    toSignonSource(state),
    toAccountSource(state, grain),
  ].filter(({ alias }) => !without.includes(alias));
  const others = Array.from({ length: fillers }, (_, at) => ({
    alias: at % 50 === 0 ? "" : `cds_source${at}`,
    fields: [self("classOfInstance1")],
    rows: () => [],
  }));
  // Far apart, so that whoever reads one page has not read them all.
  return known.reduce<readonly Source[]>(
    (listed, source, at) => [...listed.slice(0, at * 55), source, ...listed.slice(at * 55)],
    others,
  );
}

function toGroupSource(state: TenantState, grain: Grain): Source {
  return {
    alias: "allSecurityGroups",
    fields: groupFieldsOf(grain),
    rows: () => listGroups(state),
  };
}

/** Fine: a row for each change. Coarse: a row for each policy, as the source's description has it. */
function toPendingSource(
  state: TenantState,
  kind: "domain" | "business-process",
  grain: Grain,
): Source {
  const isDomain = kind === "domain";
  const subject = isDomain ? "domainSecurityPolicy" : "businessProcessSecurityPolicy";
  const what = isDomain ? ["access", "Text"] : ["action", "Single instance"];
  const [alias = "", type = ""] = what;
  function rows(): readonly Row[] {
    const pending = [...state.pending.values()].filter((change) => change.kind === kind);
    if (state.definition.wql?.hides === "policies") return [];
    if (grain === "coarse") {
      const policies = new Set(pending.map(({ policy }) => policy));
      return [...policies].map((policy) => ({ [subject]: named(state, kind, policy) }));
    }
    return pending.map(({ policy, action, access, securityGroup, change, changedBy }) => ({
      [subject]: named(state, kind, policy),
      securityGroup: named(state, "group", securityGroup),
      [alias]: isDomain ? access : named(state, "action", action),
      change,
      changedBy: named(state, "account", changedBy),
    }));
  }
  return {
    alias: `${isDomain ? "domain" : "businessProcess"}SecurityPoliciesWithPendingChanges`,
    fields: [
      ["classOfInstance1", "Single instance"],
      self(subject),
      ["workdayID", "Text"],
      ...(grain === "fine"
        ? [
            ["securityGroup", "Single instance"] as const,
            [alias, type] as const,
            ["change", "Text"] as const,
            ["changedBy", "Single instance"] as const,
          ]
        : []),
    ],
    rows,
  };
}

const accesses = ["Get", "Put", "View", "Modify"] as const;

/** Fine: the groups by access. Coarse: the groups. */
function toPolicySource(state: TenantState, grain: Grain): Source {
  function groupsOf(domain: string, access?: string): readonly Instance[] {
    const groups = [...state.active.values()]
      .filter(({ kind, policy }) => kind === "domain" && policy === domain)
      .filter((line) => access === undefined || line.access === access)
      .map(({ securityGroup }) => securityGroup);
    return [...new Set(groups)].map((group) => named(state, "group", group));
  }
  function rows(): readonly Row[] {
    if (state.definition.wql?.hides === "policies") return [];
    return state.definition.domains.map((domain) => ({
      domainSecurityPolicy: named(state, "domain", domain),
      ...(grain === "fine"
        ? {
            disabled: ["1", "true"].includes(state.policies.get(domain)?.disabled ?? "0"),
            ...withoutEmpty(
              accesses.map((access) => [
                `securityGroups_${access}Access`,
                groupsOf(domain, access),
              ]),
            ),
          }
        : withoutEmpty([["securityGroups", groupsOf(domain)]])),
    }));
  }
  return {
    alias: "allDomainSecurityPolicies",
    fields: [
      ["classOfInstance1", "Single instance"],
      self("domainSecurityPolicy"),
      ...(grain === "fine"
        ? [
            ...accesses.map(
              (access) => [`securityGroups_${access}Access`, "Multi-instance"] as const,
            ),
            ["disabled", "Boolean"] as const,
          ]
        : [["securityGroups", "Multi-instance"] as const]),
    ],
    rows,
  };
}
