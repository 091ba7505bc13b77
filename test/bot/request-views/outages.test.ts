import { expect, it } from "vitest";
import {
  describeDelay,
  describeRest,
  outageCard,
  tellDelay,
} from "../../../src/bot/request-views/outages.ts";
import { toReleaseDraft } from "../../../src/flows/kinds/activate.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { OutsideWait } from "../../../src/flows/request/phase.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, given, requestId, start } from "../../support/data/a-request.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { denied, granted } from "../../support/data/events.ts";

const wait: OutsideWait = {
  kind: "waiting-for-outside",
  step: "make-segments",
  outside: "Workday",
  words: "Workday gave no answer.",
  since: start,
  triedAt: start,
  retryAt: start,
};

const delayed: Parameters<typeof describeDelay>[0] = {
  kind: "step-delayed",
  step: "create-user",
  outside: "Workday",
  words: "Workday is busy.",
  attempt: 3,
  since: start,
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

it("offers to withdraw a request, and not what is closing already", () => {
  const closing = given(anOpening(), denied);
  const card = { request: closing, tenant: aTenant(), scale: 1 };

  expect(said({})).toContain("or withdraw the request");
  expect(JSON.stringify(outageCard(card, wait))).not.toContain("withdraw");
});

it.each<[what: string, draft: Draft, events: Event[], words: string]>([
  ["a request that is half made", aDraft(), [granted, delayed], "an approver can deny it, and at"],
  [
    "a release",
    toReleaseDraft(acme, [{ id: requestId }]),
    [delayed],
    "deny each of its requests, and with them at",
  ],
])(
  "says when %s expires, since nothing else is activated meanwhile",
  (_what, draft, more, words) => {
    const request = given(anOpening(draft), ...more.map(byVault));
    const { phase } = request;
    if (phase.kind !== "waiting-for-outside") throw new Error("It does not wait");

    const card = JSON.stringify(outageCard({ request, tenant: aTenant(), scale: 1 }, phase));

    expect(card).toContain(words);
    expect(card).toContain("it expires. Then its changes are taken back.");
    expect(said({})).not.toContain("it expires");
  },
);

/** What only Workday's own absence does not end. */
function byVault(event: Event): Event {
  return event.kind === "step-delayed"
    ? { ...event, step: "grant-permissions", outside: "Key Vault" }
    : event;
}

it("tells the requester of an outage when it takes long, and nobody of the first try", () => {
  const told = { ...delayed, isTold: true } as const;

  expect(tellDelay("ISU-1", told)).toContain("ISU-1 still waits for Workday");
  expect(tellDelay("ISU-1", { ...told, attempt: 1 })).toBeUndefined();
  expect(tellDelay("ISU-1", delayed)).toBeUndefined();
});

it("says since when it waits from the second try on", () => {
  expect(describeDelay({ ...delayed, attempt: 1 })).not.toContain("since");
  expect(describeDelay(delayed)).toContain("since");
});

it("says why a deadline is later", () => {
  const rest = { kind: "rested", outside: "runner", since: start, until: start } as const;

  expect(describeRest({ ...rest, expiresAt: start })).toContain("the runner could not be reached");
});
