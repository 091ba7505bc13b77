import { expect, it } from "vitest";
import { outageCard } from "../../../src/bot/request-views/outages.ts";
import type { OutsideWait } from "../../../src/flows/request/phase.ts";
import { anOpening, given, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

const wait: OutsideWait = {
  kind: "waiting-for-outside",
  step: "make-segments",
  outside: "Workday",
  words: "Workday gave no answer.",
  since: start,
  triedAt: start,
  retryAt: start,
};

function said(changes: Partial<OutsideWait>): string {
  const card = { request: given(anOpening()), tenant: aTenant(), scale: 1 };
  return JSON.stringify(outageCard(card, { ...wait, ...changes }));
}

it("tells an outage from the wait for what was sent and does not show", () => {
  expect(said({})).toContain("Workday cannot be reached since");
  expect(said({ sentAt: start })).toContain("Workday does not show what was sent");
  expect(said({ sentAt: start })).not.toContain("cannot be reached");
});
