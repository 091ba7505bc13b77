import { describe, expect, it } from "vitest";
import { ok } from "../../../src/result.ts";
import { anAsking, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { approved } from "../../support/data/events.ts";
import { ben } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { clicksOf } from "../support/clicks-of.ts";
import { like } from "../support/like.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";

async function openShown(isProduction = false): Promise<Office> {
  const tenant = aTenant({ production: isProduction });
  const office = await openOffice({ deps: { tenants: [tenant] } });
  await keepRequest(office.store, anAsking({ needed: 2 }));
  await office.outbox.whenSettled();
  return office;
}

describe("an approval with a note", () => {
  it("is asked for in a window that says what it does, and is sent once", async () => {
    const office = await openShown();
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Approve with a note");
    const window = await viewWith(slack, person, "The requester reads it".toLowerCase());
    expect(window).toContain("Others have to approve it too. This activates everything");
    await person.fill("note", "After\u202epayroll");
    expect(await person.submit()).toMatchObject({ errors: { note: like("U+202E") } });
    await person.fill("note", " After <payroll> ");
    slack.deliverTwice();
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      {
        by: ben,
        request: requestId,
        answerTo: { kind: "view" },
        command: { kind: "approve", digest: "sha256:shown", note: "After <payroll>" },
      },
    ]);
  });

  it("is an approval like any where nothing is typed", async () => {
    const office = await openShown();
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Approve with a note");
    await viewWith(slack, person, "Note");
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office).map(({ command }) => command)).toEqual([
      { kind: "approve", digest: "sha256:shown" },
    ]);
  });

  it("has its field beside the name of a production tenant", async () => {
    const office = await openShown(true);
    const { slack } = office;
    const person = slack.person("ben");

    expect(JSON.stringify(onlyMessage(slack))).not.toContain("Approve with a note");
    await person.press(onlyMessage(slack), "Approve");
    await viewWith(slack, person, "The production tenant's name");
    await person.fill("note", "As agreed");
    await person.fill("tenant-name", "acme_dpt1");
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      { command: { kind: "approve", note: "As agreed", tenantTyped: "acme_dpt1" } },
    ]);
  });

  it("opens nothing for a card that is not the current one", async () => {
    const office = await openShown();
    const { slack, store } = office;
    const message = onlyMessage(slack);
    await store.decide({ id: requestId, key: "anew", now: office.deps.now() }, () =>
      ok([approved, approved]),
    );
    const person = slack.person("ben");

    await person.press(message, "Approve with a note");
    await privately(slack, person, "This card shows an older state");

    expect(clicksOf(office)).toEqual([]);
  });
});
