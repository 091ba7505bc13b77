import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { toReleaseDraft } from "../../../src/flows/kinds/activate.ts";
import { instant, type RequestId, theBot, theRest } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import { anAsking, anOpening, requestId } from "../../support/data/a-request.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { ben, cy } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { clicksOf } from "../support/clicks-of.ts";
import { like } from "../support/like.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";

async function openShown(...events: Event[]): Promise<Office> {
  const office = await openOffice();
  await keepRequest(office.store, ...events);
  await office.outbox.whenSettled();
  return office;
}

describe("Not now", () => {
  it("may say why, and is sent with the digest of the card", async () => {
    const office = await openShown(anAsking());
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Not now");
    await viewWith(slack, person, "Nothing is decided: the request goes on waiting.");
    await person.fill("reason", "Month\u2800end");
    expect(await person.submit()).toMatchObject({ errors: { reason: like("U+2800") } });
    await person.fill("reason", " Month end ");
    slack.deliverTwice();
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      {
        by: ben,
        request: requestId,
        answerTo: { kind: "view" },
        command: { kind: "postpone", digest: "sha256:shown", reason: "Month end" },
      },
    ]);
  });

  it("needs no reason", async () => {
    const office = await openShown(anAsking());
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Not now");
    await viewWith(slack, person, "Why not now?");
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office).map(({ command }) => command)).toEqual([
      { kind: "postpone", digest: "sha256:shown" },
    ]);
  });

  it("asks nothing of somebody who may not decide", async () => {
    const office = await openShown(anAsking());
    const { slack } = office;
    const person = slack.person("cy");

    await person.press(onlyMessage(slack), "Not now");
    await privately(slack, person, "You are not on the approver list");

    expect(clicksOf(office)).toEqual([]);
  });

  it("is open to who approves a part of the card by other rules, and its question is not", async () => {
    const rules = { approvers: { people: [cy], groups: [] } };
    const tenant = aTenant({
      approvers: { people: [ben], groups: [] },
      perRecipe: [{ recipe: "viva-learning", covers: "anything", rules }],
    });
    const office = await openOffice({ deps: { tenants: [tenant] } });
    const parts = [requestId, theRest].map((request) => ({ request, needed: 1 }));
    await keepRequest(office.store, anAsking({ parts }));
    await office.outbox.whenSettled();
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Not now");
    await viewWith(slack, person, "Why not now?");
    await person.submit();
    await viewWith(slack, person, "is recorded");

    await person.press(onlyMessage(slack), "Ask a question");
    await privately(slack, person, "You are not on the approver list");
    expect(clicksOf(office)).toHaveLength(1);
  });

  it.each<[words: string, ids: readonly string[]]>([
    ["all 2 requests of the release go on waiting", ["ISU-0THERREQ", "ISU-00000001"]],
    ["the one request of the release goes on waiting", ["ISU-0THERREQ"]],
  ])("says that %s", async (words, ids) => {
    const office = await openOffice();
    const { slack, store } = office;
    const now = instant(Date.now());
    const members = ids.map((id) => ({ id: brand<RequestId>(id) }));
    const draft = toReleaseDraft(acme, members);
    await store.open({ ...anOpening(draft), by: theBot }, now);
    await store.decide({ id: requestId, key: "asked", now }, () => ok([anAsking()]));
    await office.outbox.whenSettled();
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Not now");

    const shown = await viewWith(slack, person, "Why not now?");
    expect(shown).toContain(`Nothing is decided: ${words}.`);
  });

  it("is not offered for a plan, which can be sent back or denied", async () => {
    const { slack } = await openShown(
      anAsking({ step: "approve-plan", pending: { kind: "not-activated" } }),
    );

    expect(JSON.stringify(onlyMessage(slack))).not.toContain("Not now");
  });
});
