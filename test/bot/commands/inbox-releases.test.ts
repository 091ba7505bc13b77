import { describe, expect, it } from "vitest";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { brand } from "../../../src/brand.ts";
import { toReleaseDraft } from "../../../src/flows/kinds/activate.ts";
import { instant, type RequestId, theBot } from "../../../src/flows/model/ids.ts";
import type { ApprovalAsked } from "../../../src/flows/request/approval-asked.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening, anOtherRequest, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ben, cy } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { privately } from "../support/shown.ts";

const member: RequestId = brand("ISU-0THERREQ");
const rules = { approvers: { people: [cy], groups: [] } };
const perRecipe = [{ recipe: "viva-learning", covers: "anything", rules }] as const;
const tenant = aTenant({ perRecipe });
const parts = [
  { request: member, needed: 1 },
  { request: requestId, needed: 1 },
];

/** A release whose one request falls under a recipe's rules, and of which something else goes live too. */
async function openRelease(
  asked: Partial<ApprovalAsked> = {},
  ...events: readonly Event[]
): Promise<Office> {
  const office = await openOffice({ deps: { tenants: [tenant] } });
  const { store } = office;
  const now = instant(Date.now());
  await store.open({ ...anOpening(aDraft({ recipe: "viva-learning" })), id: member }, now);
  const draft = toReleaseDraft(tenant.name, [{ id: member }]);
  await store.open({ ...anOpening(draft, tenant), by: theBot }, now);
  await store.decide({ id: requestId, key: "asked", now }, () =>
    ok([anAsking({ parts, ...asked }), ...events]),
  );
  return office;
}

async function homeOf({ slack }: Office, person: Person): Promise<string> {
  await person.openHome();
  return slack.until(
    () => {
      const view = person.home();
      const text = view === undefined ? "" : textOf(view);
      return text.includes("As of") ? text : undefined;
    },
    { what: `${person.name}'s Home tab` },
  );
}

const byCy = { kind: "approved", by: cy, digest: "sha256:shown", countsFor: [member] } as const;

describe("a release in the lists of what is to be approved", () => {
  it("stands there for the tenant's approvers, and for those of one of its requests", async () => {
    const office = await openRelease();
    const [ofRecipe, ofTenant] = [office.slack.person("cy"), office.slack.person("ben")];
    const stranger = office.slack.person("dan");

    expect(await homeOf(office, ofRecipe)).toContain("Yours to approve (1)");
    expect(await homeOf(office, ofTenant)).toContain("Yours to approve (1)");
    expect(await homeOf(office, stranger)).not.toContain("Yours to approve");
    await ofRecipe.command("/workday-isu", `status ${requestId}`, { channel: "workday" });
    expect(await privately(office.slack, ofRecipe, "[Approve]")).toContain("Release of 1 request");
  });

  it("stands there no more for whom all is approved that they may decide", async () => {
    const office = await openRelease({}, byCy);

    expect(await homeOf(office, office.slack.person("cy"))).not.toContain("Yours to approve");
    expect(await homeOf(office, office.slack.person("ben"))).toContain("Yours to approve (1)");
  });

  it("stands there for who has a hand in what else goes live, and may decide on one request", async () => {
    const others = [anOtherRequest({ askedBy: cy }), anOtherRequest({ askedBy: ben })];
    const office = await openRelease({ others });

    expect(await homeOf(office, office.slack.person("cy"))).toContain("Yours to approve (1)");
    expect(await homeOf(office, office.slack.person("ben"))).not.toContain("Yours to approve");
  });
});
