import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { acmeTenant } from "../../sandbox/workday/acme-tenant.ts";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import {
  activations,
  askForPlan,
  eachWithPlay,
  isTold,
  open,
  type Play,
  press,
  pressAndSay,
} from "../support/processes/play.ts";

const group = "ISU_Microsoft_Viva_Learning";
const user = "ISU_Microsoft_Viva_Learning";
/** One that others hold too. */
const shared = "Worker Data: Current Staffing Information";
const content = {
  disabled: "0",
  notes: " Ask <Ada> & co. ",
  subpolicies: "",
};

const options = {
  tenant: {
    hands: { default: "implementation", activate: "person" },
    implementationService: {
      enabled: true,
      securityOperations: {
        Get: "get_secOp",
        Put: "getUpdate_secOp",
        View: "view_secOp",
        Modify: "viewUpdate_secOp",
      },
    },
  },
  tenantDefinition: {
    domains: [...acmeTenant.domains, "Implementation Loads"],
    policies: { [shared]: content },
    groups: [
      ...acmeTenant.groups,
      {
        name: "ISSG_Loads",
        members: ["ISU_Slack_Bot"],
        permissions: { "Implementation Loads": ["Get", "Put"] },
      },
    ],
  },
} as const;

/** Everybody else's permissions, active and pending: what no request may change. */
function others({ workday }: Play): readonly unknown[] {
  const tenant = workday.tenant("acme_dpt1");
  return [...tenant.activePermissions(), ...tenant.pending()]
    .filter(({ securityGroup }) => securityGroup !== group)
    .map((line) => JSON.stringify(line))
    .toSorted();
}

describe("create, by the implementation service", () => {
  const play = eachWithPlay(options);

  it("warns, does everything but the activation, and ends verified", async () => {
    const { ann, bob, dora, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const before = others(play());
    await askForPlan(play(), ann);
    const view = ann.view();
    const warning = "Workday's implementation service, which is not a public one, is used for:";
    const steps = ["the security group", "the membership in the group", "the permissions"];

    expect(view === undefined ? "" : textOf(view)).toContain(`${warning}* ${steps.join(", ")}.`);
    expect(play().bot().lines.join("\n")).toContain(
      "WORKDAY'S IMPLEMENTATION SERVICE IS SWITCHED ON",
    );
    const request = await open(play());
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain([warning, ...steps].join("\n"));
    expect(request.text()).not.toContain("not seen pending");
    await press(request, bob, "Approve");
    await request.shows("Press Start first");
    await press(request, dora, "Start");
    await request.shows("pressed Start: activate now");
    tenant.perform(
      "activate-pending-security-policy-changes",
      { comment: request.id, confirm: true },
      "okafor",
    );
    await press(request, dora, "Done");
    await request.shows("Done, verified");

    expect(tenant.groups()).toContainEqual(
      expect.objectContaining({ name: group, isActive: true, members: [user] }),
    );
    expect(others(play())).toEqual(before);
    expect(tenant.policy(shared)).toEqual(content);
    expect(activations(play())).toHaveLength(1);
    await expectNoSecretAnywhere(play());
  });

  it("stops when somebody else changes a policy in between, and cleans up by the same hand", async () => {
    const { ann, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const before = others(play());
    let reads = 0;
    // The list is the first; then each policy is read three times: before, right before the write, and after.
    const stop = workday.onRequest((name) => {
      if (name !== "Get_Domain_Security_Policy") return;
      reads += 1;
      if (reads !== 3) return;
      for (const domain of acmeTenant.domains) {
        const line = { domain, access: ["View"] };
        tenant.perform(
          "maintain-permissions",
          { group: "ISSG_ServiceNow_HR", grant: [line], revoke: [] },
          "lmcneil",
        );
      }
    });

    const request = await open(play());
    await request.shows("Stuck");
    stop();

    expect(request.text()).toMatch(/Somebody changed the policy of .+ while the bot was about to/);
    expect(request.text()).toContain("view_secOp for ISSG_ServiceNow_HR is new");
    expect(request.text()).toContain("Nothing was written");
    const theirs = tenant.pending();
    expect(theirs).toHaveLength(acmeTenant.domains.length);
    expect(theirs.every(({ changedBy }) => changedBy === "lmcneil")).toBe(true);
    expect(others(play())).toHaveLength(before.length + theirs.length);

    await press(request, ann, "Try again");
    await request.shows("Waiting for an approver");
    expect(tenant.pending().length).toBeGreaterThan(theirs.length);
    await pressAndSay(play(), { request, who: play().bob, button: "Deny", words: "Not now" });
    await request.shows("left behind");

    expect(tenant.pending()).toEqual(theirs);
    expect(tenant.policy(shared)).toEqual(content);
    expect(tenant.groups()).toContainEqual(
      expect.objectContaining({ name: group, isActive: false, members: [] }),
    );
    await isTold(play(), ann, request.id);
    expect(activations(play())).toEqual([]);
  });
});
