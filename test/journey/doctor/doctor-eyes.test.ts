import { describe, expect, it } from "vitest";
import type { Outside } from "../../../sandbox/start.ts";
import { anOutside, examine, findingsIn } from "../../support/processes/examine.ts";
import { matching } from "../../workday/support/matching.ts";

const reports = { owner: "ISU_Slack_Bot" };

/** The table, as lines of state, thing and eye. */
async function tableOf(outside: Outside): Promise<readonly (readonly [string, string, string])[]> {
  const { said } = await examine(outside, undefined, ["--json"]);
  return findingsIn(said)
    .filter(({ what }) => what === "WQL" || what.startsWith("eye: "))
    .map(({ state, what, words, remedy = "" }) => [state, what, `${words} | ${remedy}`] as const);
}

/** What WQL does not decide. */
const others = [
  ["ok", "eye: other settings of accounts", matching("web service")],
  ["ok", "eye: who changed what", matching("the activity log")],
  ["not-tried", "eye: actions of business processes once active", matching("and not the action")],
  ["ok", "eye: sign-ons", matching("shows the bot's own")],
  ["warning", "eye: activity log", matching(/^None.*Get and View on System Auditing/)],
];

describe("npm run doctor for a tenant that answers WQL", () => {
  it("shows that WQL is the eye for everything that it shows finely", async () => {
    const outside = await anOutside({ wql: "fine", tenant: { reports } });

    expect(await tableOf(outside)).toEqual([
      ["ok", "WQL", matching("signs on")],
      [
        "ok",
        "eye: pending changes of domain policies",
        matching("domainSecurityPoliciesWithPendingChanges. No report is needed."),
      ],
      ["ok", "eye: pending changes of business process policies", matching("No report is needed.")],
      ["ok", "eye: security groups, their kinds and members", matching("allSecurityGroups")],
      ["ok", "eye: what groups may do", matching("allDomainSecurityPolicies")],
      [
        "ok",
        "eye: whether accounts are locked, disabled or expire",
        matching("allWorkdayAccounts"),
      ],
      ...others,
    ]);
  });

  it("says of each shut eye why it is, and what opens it", async () => {
    const outside = await anOutside({ wql: "coarse", tenant: { reports } });

    expect(await tableOf(outside)).toEqual([
      ["ok", "WQL", matching("signs on")],
      [
        "warning",
        "eye: pending changes of domain policies",
        matching(
          /and not what: it counts as not seen.*wql\.fields\.pendingDomainPolicies; or make/,
        ),
      ],
      [
        "warning",
        "eye: pending changes of business process policies",
        matching("reports.pendingBusinessProcessPolicies"),
      ],
      [
        "warning",
        "eye: security groups, their kinds and members",
        matching(
          /allSecurityGroups\. It has no field for Included_In.*wql\.fields\.securityGroups/,
        ),
      ],
      [
        "warning",
        "eye: what groups may do",
        matching(
          /^None\. The source allDomainSecurityPolicies has no field .* Get, Put, View, Modify/,
        ),
      ],
      [
        "warning",
        "eye: whether accounts are locked, disabled or expire",
        matching(
          /has no field .* Locked, Disabled, Expires.*wql\.fields\.accounts; or make the report/,
        ),
      ],
      ...others,
    ]);
  });

  it("names the report as the eye where WQL does not show as finely, and why it does not", async () => {
    const outside = await anOutside({ wql: "coarse" });

    expect(await tableOf(outside)).toContainEqual([
      "ok",
      "eye: what groups may do",
      matching(/^The report groupPermissions\. The source allDomainSecurityPolicies has no field/),
    ]);
  });

  it("says what to look at where the client cannot sign on", async () => {
    const outside = await anOutside({ wql: "fine", tenant: { reports } });
    outside.workday.failNext({
      match: "/oauth2/",
      kind: "status",
      status: 401,
      body: '{"error":"invalid_client"}',
      times: 9,
    });

    expect(await tableOf(outside)).toContainEqual([
      "failed",
      "WQL",
      matching(
        /does not take the client id with this client secret.*View on Workday Query Language/,
      ),
    ]);
  });
});
