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
/** One whose lines stand in the policy of the other, as a subordinate domain's do. */
const subordinate = "Worker Data: Staffing History";
const content = {
  disabled: "0",
  notes: " Ask <Ada> & co. ",
  subpolicies: below(""),
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

function below(lines: string): string {
  const wid = toId("WID", "c".repeat(32));
  const named = `<wd:Subdomain_Reference>${wid}</wd:Subdomain_Reference><wd:Domain_Name>${subordinate}</wd:Domain_Name>`;
  return `<wd:Security_Subpolicy_Data>${named}${lines}</wd:Security_Subpolicy_Data>`;
}

function toId(type: string, id: string): string {
  return `<wd:ID wd:type="${type}">${id}</wd:ID>`;
}

/** Everybody else's permissions, active and pending: what no request may change. */
function others({ workday }: Play): readonly unknown[] {
  const tenant = workday.tenant("acme_dpt1");
  return [...tenant.activePermissions(), ...tenant.pending()]
    .filter(({ securityGroup }) => securityGroup !== group)
    .map((line) => JSON.stringify(line))
    .toSorted();
}

/** One that the service sends without data, and one with two: they hide nothing of the others. */
function addOddGroups({ workday }: Play): void {
  workday.change("acme_dpt1", ({ groups }) => {
    const some = groups.get("issg_loads");
    if (some === undefined) throw new Error("ISSG_Loads is gone");
    for (const timesShown of [0, 2]) {
      const name = `ISSG_Odd_${timesShown}`;
      const ids = { name, id: name, wid: `${timesShown}`.repeat(32) };
      groups.set(name.toLowerCase(), { ...some, ...ids, members: new Set(), timesShown });
    }
  });
}

function answers({ workday }: Play): string {
  return workday.replies.map(({ body }) => body).join("\n");
}

describe("create, by the implementation service", () => {
  const play = eachWithPlay(options);

  it("warns, does everything but the activation, and ends verified", async () => {
    const { ann, bob, dora, workday } = play();
    const tenant = workday.tenant("acme_dpt1");
    const before = others(play());
    addOddGroups(play());
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
    expect(answers(play())).toContain("<wd:Subdomain_Reference wd:Descriptor=");
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

describe("a revocation by the implementation service", () => {
  const hands = { ...options.tenant.hands, "grant-permissions": "person" };
  const play = eachWithPlay({ ...options, tenant: { ...options.tenant, hands } });

  /** What a person does in the policy of the domain above, and what the tenant shows of it. */
  function grantBelow(): void {
    const { workday } = play();
    workday.change("acme_dpt1", ({ policies, groups }) => {
      const { wid = "" } = groups.get(group.toLowerCase()) ?? {};
      const holder = `<wd:Security_Group_Reference>${toId("WID", wid)}</wd:Security_Group_Reference>`;
      const may = `<wd:Security_Operation_Reference>${toId("Security_Operation_ID", "get_secOp")}</wd:Security_Operation_Reference>`;
      const line = `<wd:Security_Subpolicy_Permission_Data>${holder}${may}</wd:Security_Subpolicy_Permission_Data>`;
      policies.set(shared, { ...content, subpolicies: below(line) });
    });
    workday.tenant("acme_dpt1").seedPendingDomainChange({
      policy: subordinate,
      securityGroup: group,
      access: "Get",
      change: "Added",
      by: "okafor",
    });
  }

  it("looks at a subordinate domain, and does not say that it is done while the group holds it", async () => {
    const { bob, dora } = play();
    const request = await open(play(), { Get: [subordinate] });
    await request.shows("Waiting for a person (the permissions)");
    grantBelow();
    await press(request, dora, "Done");
    await request.shows("Goes live for this request (1)");

    await pressAndSay(play(), { request, who: bob, button: "Deny", words: "Not now" });

    await request.tells(`may still do Get on ${subordinate}, which is below ${shared}`);
    expect(activations(play())).toEqual([]);
  });
});
