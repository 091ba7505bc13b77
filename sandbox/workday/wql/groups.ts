import type { SecurityGroup, TenantState } from "../state.ts";
import { type Field, type Grain, named, type Row, withoutEmpty } from "./source.ts";

/** As recorded, in its order; the tenant's own fields come after, so that they do not fit on one page. */
const recorded: readonly Field[] = [
  ["classOfInstance1", "Single instance"],
  ["workdayID", "Text"],
  ["securityGroup", "Self referencing instance"],
  ["members", "Multi-instance"],
  ...Array.from({ length: 60 }, (_, at): Field => [`cf_Field${at}`, "Text"]),
  ["domainsGrantedToSecurityGroup", "Multi-instance"],
  ["businessProcessTypesGrantedToSecurityGroup", "Multi-instance"],
  ["businessProcessTypesGrantedToSecurityGroup_InitiateAccess", "Multi-instance"],
  ["administeredBySecurityGroups", "Multi-instance"],
  ["type", "Text"],
  ["membershipCount", "Numeric"],
  ["comment", "Text"],
  ["inactive", "Boolean"],
];

/** Which groups include one was not recorded: a fine tenant has a field of it, a coarse one none. */
export function groupFieldsOf(grain: Grain): readonly Field[] {
  return grain === "fine"
    ? [...recorded, ["includedInSecurityGroups", "Multi-instance"]]
    : recorded;
}

/** Workday's own groups are in every tenant, with the business processes that come with it. */
const delivered: Row = {
  securityGroup: { id: "c8a0f2be1f5c4c0f9e5d0a6f7b1d2e3f", descriptor: "HR Administrator" },
  workdayID: "c8a0f2be1f5c4c0f9e5d0a6f7b1d2e3f",
  type: "Role-Based Security Group (Constrained)",
  membershipCount: 3,
  administeredBySecurityGroups: [
    { id: "5a1b0f3c8e7d4b6a9c2d1e0f4a5b6c7d", descriptor: "Security Administrator" },
  ],
  includedInSecurityGroups: [
    { id: "0d9c8b7a6f5e4d3c2b1a0f9e8d7c6b5a", descriptor: "HR Administrator or Partner" },
  ],
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
    hides === "processes"
      ? {}
      : {
          businessProcessTypesGrantedToSecurityGroup: [deliveredProcess],
          businessProcessTypesGrantedToSecurityGroup_InitiateAccess: [deliveredProcess],
        };
  return [
    { ...delivered, ...toInactive(state, false), ...processes },
    ...groups.map((group) => toRow(state, group)),
  ];
}

function toRow(state: TenantState, group: SecurityGroup): Row {
  const { wid, name, type, isActive, comment, members, administeredBy, includedIn } = group;
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
      [
        "businessProcessTypesGrantedToSecurityGroup_InitiateAccess",
        processes.map((one) => named(state, "business-process", one)),
      ],
      [
        "administeredBySecurityGroups",
        [...administeredBy].map((one) => named(state, "group", one)),
      ],
      ["includedInSecurityGroups", [...includedIn].map((one) => named(state, "group", one))],
    ]),
  };
}

/** Whether Workday leaves out what is not so is not known: a fine tenant says it, a coarse one does not. */
function toInactive(state: TenantState, inactive: boolean): Row {
  return inactive || state.definition.wql?.grain === "fine" ? { inactive } : {};
}
