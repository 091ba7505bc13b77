import { describe, expect, it } from "vitest";
import {
  activations,
  allWithPlay,
  isTold,
  type Opened,
  open,
  ownNames,
  type Play,
  press,
} from "../../support/processes/play.ts";

// What was once believed that was not as asked, where people do the tasks; false-verdicts-by-runner.test.ts has the rest.
// Not here: the emulator's own shapes (test/sandbox/workday/genuine-shapes), tests that stay green when the product
// breaks (`npm run test:mutations`), and the policies of the implementation service (test/journey/implementation.test.ts).

const tenantName = "acme_dpt1";
const domains = [
  "Reports: Learning Record",
  "Manage: Learning Content",
  "Worker Data: Active and Terminated Workers",
  "Worker Data: Current staffing information",
  "Workday Accounts",
];
const permissions = domains.map((domain) => ({ domain, access: ["Get"] }));
const theirs = { policy: "Worker Data: Compensation", securityGroup: "ISSG_Payroll_Benefits" };

/** What a person does in Workday's own pages. */
function doInWorkday(
  { workday }: Play,
  task: string,
  { by = "okafor", ...fields }: Readonly<Record<string, unknown>> & { readonly by?: string },
): void {
  const outcome = workday.tenant(tenantName).perform(task, fields, by);
  if (outcome.status !== "done") throw new Error(outcome.detail);
}

describe("what a person says is done, and is not as asked", () => {
  const play = allWithPlay({ tenant: { hands: { default: "person" } } });
  const constrained = {
    groupType: "constrained",
    organizations: "Acme Germany",
    groupScope: "current",
  };

  /** Says that the task is done, which the tenant contradicts, twice: an insistent doer is not believed either. */
  async function isNotBelieved(request: Opened, words: readonly string[]): Promise<void> {
    const { ann, dora } = play();
    async function insist(): Promise<void> {
      await request.shows("[Done]");
      await press(request, dora, "Done");
      await request.shows("Workday shows otherwise");
      for (const one of words) expect(request.text()).toContain(one);
      await press(request, ann, "Try again");
    }
    await insist();
    await insist();
    await request.shows("[Done]");
    expect(request.text()).not.toMatch(/[Vv]erified/);
  }

  it.each([
    {
      what: "over another organization, with what is below it",
      type: "Integration System Security Group (Constrained)",
      fields: { organizations: ["Acme Switzerland"], scope: "subordinates" },
      words: (group: string) => [
        `${group} does not reach Acme Germany.`,
        `${group} reaches Acme Switzerland, and nobody asked for it.`,
        `${group} reaches what is below its organizations too, and nobody asked for it.`,
      ],
    },
    {
      what: "unconstrained",
      type: "Integration System Security Group (Unconstrained)",
      fields: {},
      words: (group: string) => [
        `The security group ${group} is unconstrained, and was asked to be constrained.`,
      ],
    },
  ])("a constrained group that is $what", async ({ type, fields, words }) => {
    const { dora, workday } = play();
    const names = ownNames();
    const { groupName: name } = names;
    const request = await open(play(), { ...names, ...constrained });
    await request.shows("Create Security Group");

    doInWorkday(play(), "create-security-group", { name, type, ...fields });
    await isNotBelieved(request, words(name));
    await isTold(play(), dora, "Workday does not show that it is done");

    workday.change(tenantName, ({ groups }) => {
      const group = groups.get(name.toLowerCase());
      if (group === undefined) throw new Error(`${name} is gone`);
      groups.set(name.toLowerCase(), {
        ...group,
        type: "Integration System Security Group (Constrained)",
        constraint: { organizations: ["Acme Germany"], scope: "current" },
      });
    });
    await press(request, dora, "Done");
    await request.shows("Waiting for a person (the membership in the group)");
  });

  it("a membership and permissions that nobody made; and no card makes live only what is somebody else's", async () => {
    const { bob, dora, workday } = play();
    const names = ownNames();
    const { userName: user, groupName: group } = names;
    const tenant = workday.tenant(tenantName);
    tenant.seedPendingDomainChange({ ...theirs, access: "Put", change: "Added", by: "lmcneil" });
    const request = await open(play(), names);
    await request.shows("Create Security Group");
    const type = "Integration System Security Group (Unconstrained)";
    doInWorkday(play(), "create-security-group", { name: group, type });
    await press(request, dora, "Done");

    await request.shows("Waiting for a person (the membership in the group)");
    await isNotBelieved(request, [`${user} is not in the group ${group}.`]);
    doInWorkday(play(), "add-group-member", { group, user });
    await press(request, dora, "Done");
    await request.shows("Waiting for a person (the permissions)");
    await isNotBelieved(request, [
      `Get on Workday Accounts is neither pending nor active for ${group}.`,
    ]);
    doInWorkday(play(), "maintain-permissions", { group, grant: permissions });
    await press(request, dora, "Done");
    await request.shows("Goes live for this request (5)");
    doInWorkday(play(), "maintain-permissions", { group, revoke: permissions, by: "lmcneil" });

    await press(request, bob, "Approve");

    await request.shows(
      "Nobody is asked to approve: of the changes that this request expects none",
    );
    expect(request.text()).not.toContain("[Approve");
    expect(tenant.pending()).toHaveLength(1);
    expect(activations(play())).toEqual([]);
    const undone = [{ domain: theirs.policy, access: ["Put"] }];
    doInWorkday(play(), "maintain-permissions", { group: theirs.securityGroup, revoke: undone });
    doInWorkday(play(), "maintain-permissions", { group, grant: permissions });
    await press(request, play().ann, "Try again");
    await request.shows("Goes live for this request (5)");
  });
});
