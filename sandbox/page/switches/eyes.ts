import type { Switch } from "./switch.ts";

/** What the bot reads to see whether something is so, by the report that shows it. */
const reports: readonly (readonly [name: string, title: string, about: string])[] = [
  ["ISU_Bot_Security_Groups", "security groups", "their kind, members and organizations"],
  ["ISU_Bot_Group_Permissions", "permissions", "what a group may do"],
  ["ISU_Bot_Accounts", "accounts", "their settings"],
  ["ISU_Bot_Pending_Domain_Policies", "pending changes", "without it nothing can be activated"],
  ["ISU_Bot_Security_Timestamps", "activations", "who activated what, and when"],
  ["ISU_Bot_Password_Exemptions", "password exemptions", "whose password does not expire"],
];

/** An eye that is shut tells nothing: what nobody saw is called unverified. */
export const eyes: readonly Switch[] = reports.map(([report, what, about]) => ({
  kind: "state",
  name: `shut-${report.replace("ISU_Bot_", "").replaceAll("_", "-").toLowerCase()}`,
  title: `Hide the report of ${what}`,
  about: `The report is no longer shared: ${about}.`,
  turn: ({ workday }, isShut, tenant) => {
    workday.change(tenant, (state) => {
      const others = (state.definition.reports ?? []).filter((name) => name !== report);
      Object.assign(state, {
        definition: { ...state.definition, reports: isShut ? others : [...others, report] },
      });
      state.changed();
    });
  },
}));
