import { describe, expect, it } from "vitest";
import type { Event } from "../../../src/flows/request/event.ts";
import { expiresAt, requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { clicksOf } from "../support/clicks-of.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";

async function openShown(...events: Event[]): Promise<Office> {
  const tenant = aTenant({ hands: allBy("person") });
  const office = await openOffice({ deps: { tenants: [tenant] } });
  await keepRequest(office.store, ...events);
  await office.outbox.whenSettled();
  return office;
}

describe("an attestation", () => {
  const unseen: Event = {
    kind: "step-finished",
    step: "verify",
    facts: {
      verification: {
        outcome: "unverified",
        items: [{ kind: "unseen", words: "The group: not seen." }],
        facts: [{ fact: "group", what: "The group", seen: "unseen", lookAt: "Look at it." }],
      },
    },
  };

  it("is sent for what was chosen of what nobody can see", async () => {
    const office = await openShown(unseen, { kind: "done" });
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Attest");
    await viewWith(slack, person, "1. The group. Look at it.");
    await person.fill("attested", ["0"]);
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      { by: ben, answerTo: { kind: "view" }, command: { kind: "attest", facts: ["group"] } },
    ]);
  });

  it("opens nothing where there is nothing of that kind any more", async () => {
    const office = await openShown(unseen, { kind: "done" });
    const { slack } = office;
    const message = onlyMessage(slack);
    const verification = { outcome: "verified", items: [], facts: [] } as const;
    await office.store.decide({ id: requestId, key: "again", now: expiresAt }, () => ({
      ok: true,
      value: [{ kind: "looked-again", by: ben, verification, drift: [] }],
    }));

    const person = slack.person("ben");
    await person.press(message, "Attest");
    await privately(slack, person, "Nothing was recorded");

    expect(clicksOf(office)).toEqual([]);
  });
});
