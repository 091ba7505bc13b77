import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { toReleaseDraft } from "../../../src/flows/kinds/activate.ts";
import { instant, type RequestId, theBot } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ben, cy } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { clicksOf } from "../support/clicks-of.ts";
import { like } from "../support/like.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";

async function openShown(...events: Event[]): Promise<Office> {
  const office = await openOffice({ deps: { tenants: [aTenant({ production: true })] } });
  await keepRequest(office.store, ...events);
  await office.outbox.whenSettled();
  return office;
}

describe("an approval in production", () => {
  it("asks for the tenant's name, and is written down once it is typed", async () => {
    const office = await openShown(anAsking());
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Approve");
    await viewWith(slack, person, "The production tenant's name");
    expect(clicksOf(office)).toEqual([]);
    for (const wrong of ["acme_dpt2", "ACME_DPT1", "acme_dpt1 "]) {
      await person.fill("tenant-name", wrong);
      expect(await person.submit()).toMatchObject({
        kind: "errors",
        errors: { "tenant-name": like("not this tenant's name") },
      });
    }
    expect(clicksOf(office)).toEqual([]);
    await person.fill("tenant-name", "acme_dpt1");
    slack.deliverTwice();
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      {
        by: ben,
        answerTo: { kind: "view" },
        command: { kind: "approve", digest: "sha256:shown", tenantTyped: "acme_dpt1" },
      },
    ]);
  });

  it("is not asked of somebody who may not approve", async () => {
    const { slack, engine } = await openShown(anAsking());
    const person = slack.person("cy");
    const ann = slack.person("ann");

    await ann.press(onlyMessage(slack), "Approve");

    await privately(slack, ann, "You are not on the approver list");
    expect(person.view()).toBeUndefined();
    expect(engine.started).toEqual([]);
  });

  it("of a card that is not the current one is for the decision to refuse", async () => {
    const office = await openShown(anAsking({ digest: "sha256:old" }));
    const { slack, store } = office;
    const message = onlyMessage(slack);
    const asking = anAsking();
    await store.decide({ id: requestId, key: "anew", now: office.deps.now() }, () => ok([asking]));

    await slack.person("ben").press(message, "Approve");

    expect(clicksOf(office)).toMatchObject([
      { command: { kind: "approve", digest: "sha256:old" } },
    ]);
    expect(clicksOf(office)[0]?.command).not.toHaveProperty("tenantTyped");
  });

  it("of a release is asked of a recipe's approver, who may decide on one request of it", async () => {
    const rules = { approvers: { people: [cy], groups: [] } };
    const perRecipe = [{ recipe: "viva-learning", covers: "anything", rules }] as const;
    const tenant = aTenant({ production: true, perRecipe });
    const office = await openOffice({ deps: { tenants: [tenant] } });
    const { slack, store, outbox } = office;
    const member: RequestId = brand("ISU-0THERREQ");
    const now = instant(Date.now());
    await store.open({ ...anOpening(aDraft({ recipe: "viva-learning" })), id: member }, now);
    const draft = toReleaseDraft(tenant.name, [{ id: member }]);
    await store.open({ ...anOpening(draft, tenant), by: theBot }, now);
    const asking = anAsking({ parts: [{ request: member, needed: 1 }] });
    await store.decide({ id: requestId, key: "asked", now }, () => ok([asking]));
    await outbox.whenSettled();
    const card = slack.messages("workday").find(({ text }) => text.includes("release"));
    if (card === undefined) throw new Error("No release is shown");
    const person = slack.person("cy");

    await person.press(card, "Approve");

    await viewWith(slack, person, "The production tenant's name");
    expect(clicksOf(office)).toEqual([]);
  });
});
