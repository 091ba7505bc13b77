import { describe, expect, it } from "vitest";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { Ephemeral } from "../../../sandbox/slack/shown.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { listPlans, plansButton, plansForm } from "../../../src/bot/list-views/plans-form.ts";
import { parseClick } from "../../../src/bot/payloads/parse-click.ts";
import { brand } from "../../../src/brand.ts";
import { instant, type RequestId } from "../../../src/flows/model/ids.ts";
import { ok } from "../../../src/result.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening } from "../../support/data/a-request.ts";
import { aTenant, aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { ben, eve } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { privately, viewWith } from "../support/shown.ts";
import { tellIn } from "../support/shown-requests.ts";
import { breaches } from "../support/slack-limits.ts";

const plan = { step: "approve-plan", pending: { kind: "not-activated" }, follows: true } as const;
const ids: readonly RequestId[] = ["ISU-00000001", "ISU-00000002", "ISU-00000003"].map((id) =>
  brand(id),
);
const tenant = aTenantOfPlans();

/** Plans that wait; the last is the approver's own. */
async function openPlans(): Promise<Office> {
  const office = await openOffice({ deps: { tenants: [tenant] } });
  const now = instant(Date.now());
  for (const [at, id] of ids.entries()) {
    const draft = aDraft({
      userName: `ISU_Plan${at}`,
      system: { kind: "new", name: `Plan ${at}` },
      groupName: `ISSG_Plan${at}`,
      reason: `Reason ${at}`,
    });
    const opened = { ...anOpening(draft, tenant), id };
    await office.store.open(at === 2 ? { ...opened, by: ben } : opened, now);
    const asking = anAsking({ ...plan, digest: `sha256:${at}` });
    await office.store.decide({ id, key: "asked", now }, () => ok([asking]));
  }
  await office.outbox.whenSettled();
  return office;
}

/** The private answer that offers to approve so many plans at once. */
async function listSeveral(slack: Slack, person: Person, plans: number): Promise<Ephemeral> {
  await person.command("/workday-isu", "status", { channel: "workday" });
  await privately(slack, person, `[Approve several plans (${plans})]`);
  const [list] = slack.ephemerals(person.id).filter((one) => textOf(one).includes("several plans"));
  if (list === undefined) throw new Error("No list");
  return list;
}

describe("several plans", () => {
  it("are approved from one list, below the whole of each, by a click for each that is chosen", async () => {
    const office = await openPlans();
    const { slack, engine } = office;
    const person = slack.person("ben");
    const list = await listSeveral(slack, person, 2);

    await person.press(list, "Approve several plans (2)");
    const window = await viewWith(slack, person, "2 plans, each with all that it is for.");
    expect(window).toContain("Reason 0");
    expect(window).toContain("Reason 1");
    expect(window).not.toContain("ISU-00000003");
    await person.fill("plans", ["0", "1"]);
    slack.deliverTwice();
    await person.submit();
    await viewWith(slack, person, "Your approval of 2 plans is recorded.");

    const clicks = engine.started.map(({ input }) => parseClick(input));
    expect(clicks).toMatchObject(
      [0, 1].map(() => ({ by: ben, answerTo: { kind: "person" }, command: { kind: "approve" } })),
    );
    for (const at of [0, 1]) {
      const { command } = clicks.find(({ request }) => request === ids[at]) ?? {};
      expect(command).toEqual({ kind: "approve", digest: `sha256:${at}` });
    }
    expect(new Set(clicks.map(({ id }) => id)).size).toBe(2);
  });

  it("are approved by no click where they are not chosen", async () => {
    const { slack, engine } = await openPlans();
    const person = slack.person("ben");
    const list = await listSeveral(slack, person, 2);
    await person.press(list, "Approve several plans (2)");
    await viewWith(slack, person, "2 plans, each with all that it is for.");

    await person.fill("plans", ["1"]);
    await person.submit();

    await viewWith(slack, person, "Your approval of 1 plan is recorded.");
    expect(engine.started.map(({ input }) => parseClick(input).request)).toEqual([ids[1]]);
  });

  it("are not offered to somebody for whom none waits, who is told so by an old button", async () => {
    const office = await openPlans();
    const { slack } = office;
    const person = slack.person("bea");
    const list = await listSeveral(slack, person, 3);
    for (const id of ids) {
      const given = { kind: "approved", by: eve, digest: "any" } as const;
      const now = office.deps.now();
      await office.store.decide({ id, key: "approved", now }, () => ok([given]));
    }

    await person.press(list, "Approve several plans (3)");

    const window = await viewWith(slack, person, "There is no plan that you can approve");
    expect(window).not.toContain("[Approve these]");
  });

  it("are those that a click alone approves", () => {
    const { approvals } = tenant;
    const inPlaces = [
      tenant,
      aTenant({ production: true }),
      aTenant({ approvals: { ...approvals, secondFactor: "passkey" } }),
    ].map((where) => tellIn(where, aDraft(), anAsking(plan)));
    const ofActivation = tellIn(tenant, aDraft(), anAsking());
    const opened = tellIn(tenant, aDraft());

    expect(listPlans([...inPlaces, ofActivation, opened]).map((one) => one.tenant)).toEqual([
      tenant,
    ]);
    expect(plansButton(inPlaces)).toEqual([]);
  });

  it("fill a window as far as Slack takes it, each whole", () => {
    const told = tellIn(tenant, aDraft({ reason: "&".repeat(1000) }), anAsking(plan));
    const view = plansForm(listPlans(Array.from({ length: 40 }, () => told)));

    expect(view?.blocks.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(view)).toContain("more: open this list again afterwards.");
    expect(view?.private_metadata?.length ?? 0).toBeLessThan(3000);
    expect(breaches({ text: "", blocks: view?.blocks ?? [] }, { blocks: 100 })).toEqual([]);
    expect(plansForm([])).toBe(undefined);
  });
});
