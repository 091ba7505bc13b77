import type { SecurityGroup, TenantState } from "../state.ts";
import { type Field, named, type Row, withoutEmpty } from "./source.ts";

/** As recorded, in its order; the tenant's own fields come after, so that they do not fit on one page. */
export const groupFields: readonly Field[] = [
  ["classOfInstance1", "Single instance"],
  ["workdayID", "Text"],
  ["securityGroup", "Self referencing instance"],
  ["members", "Multi-instance"],
  ...Array.from({ length: 60 }, (_, at): Field => [`cf_Field${at}`, "Text"]),
  ["domainsGrantedToSecurityGroup", "Multi-instance"],
  ["businessProcessTypesGrantedToSecurityGroup", "Multi-instance"],
  ["type", "Text"],
  ["membershipCount", "Numeric"],
  ["comment", "Text"],
  ["inactive", "Boolean"],
];

/** Workday's own groups are in every tenant, with the business processes that come with it. */
const delivered: Row = {
  securityGroup: { id: "c8a0f2be1f5c4c0f9e5d0a6f7b1d2e3f", descriptor: "HR Administrator" },
  workdayID: "c8a0f2be1f5c4c0f9e5d0a6f7b1d2e3f",
  type: "Role-Based Security Group (Constrained)",
  membershipCount: 3,
};

const deliveredProcess = { id: "d13ad5ad0f614cd6a1d23c35e6e7d9c0", descriptor: "Hire Employee" };

/** Every security group, as far as this tenant lets the client see. */
export function listGroups(state: TenantState): readonly Row[] {
  const { hides } = state.definition.wql ?? {};
  const own = state.definition.accounts[0]?.userName ?? "";
  const groups = [...state.groups.values()].filter(
    ({ members }) => hides !== "own-group" || !members.has(own),
  );
  const processes =
    hides === "processes" ? {} : { businessProcessTypesGrantedToSecurityGroup: [deliveredProcess] };
  return [
    { ...delivered, ...toInactive(state, false), ...processes },
    ...groups.map((group) => toRow(state, group)),
  ];
}

function toRow(state: TenantState, group: SecurityGroup): Row {
  const { wid, name, type, isActive, comment, members } = group;
  const { hides } = state.definition.wql ?? {};
  const held = [...state.active.values()].filter(({ securityGroup }) => securityGroup === name);
  function policiesOf(wanted: "domain" | "business-process"): readonly string[] {
    return [...new Set(held.filter(({ kind }) => kind === wanted).map(({ policy }) => policy))];
  }
  const domains = hides === "policies" ? [] : policiesOf("domain");
  const processes = hides === "processes" ? [] : policiesOf("business-process");
  const shown = hides === "members" ? [...members].slice(1) : [...members];
  return {
    securityGroup: { id: wid, descriptor: name },
    workdayID: wid,
    type,
    membershipCount: members.size,
    ...(comment !== "" && { comment }),
    ...toInactive(state, !isActive),
    ...withoutEmpty([
      ["members", shown.map((member) => named(state, "account", member))],
      ["domainsGrantedToSecurityGroup", domains.map((one) => named(state, "domain", one))],
      [
        "businessProcessTypesGrantedToSecurityGroup",
        processes.map((one) => named(state, "business-process", one)),
      ],
    ]),
  };
}

/** Whether Workday leaves out what is not so is not known: a fine tenant says it, a coarse one does not. */
function toInactive(state: TenantState, inactive: boolean): Row {
  return inactive || state.definition.wql?.grain === "fine" ? { inactive } : {};
}
