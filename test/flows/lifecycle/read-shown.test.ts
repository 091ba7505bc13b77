import { describe, expect, it } from "vitest";
import { findActivated, readShown } from "../../../src/flows/lifecycle/activation-timeline.ts";
import { parseRequestId, theBot } from "../../../src/flows/model/ids.ts";
import type { PendingChanges } from "../../../src/flows/model/pending.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import {
  anAsking,
  anOpening,
  aPendingChange,
  foreignChange,
  requestId,
  start,
} from "../../support/data/a-request.ts";
import { ben } from "../../support/data/people.ts";
import { createFakeStore, type FakeStore } from "../../support/fakes/fake-store.ts";
import { valueIn } from "../../support/value-in.ts";

const release = valueIn(parseRequestId("ISU-RE1EASE0"));

const own: PendingChanges = { kind: "seen", changes: [aPendingChange()] };
const all: PendingChanges = { kind: "seen", changes: [aPendingChange(), foreignChange] };
const unmade: PendingChanges = { kind: "not-activated" };

const followed: Event = { kind: "approval-followed", approvers: [ben], digest: "d", pending: own };
const released: Event = {
  kind: "released",
  steps: ["approve", "activate"],
  release,
  given: [],
  digest: "sha256:shown",
  pending: own,
};

/** A request that this happened to, and the release that another one went live with. */
async function storeOf(...events: readonly Event[]): Promise<FakeStore> {
  const store = createFakeStore({});
  const opening = anOpening();
  const { tenant, reason } = opening.draft;
  const ofAll = { kind: "activate", tenant, reason, members: [{ id: requestId }] } as const;
  await store.open({ kind: "opened", id: release, by: theBot, draft: ofAll, plan: [] }, start);
  await store.open(opening, start);
  await store.decide({ id: requestId, key: "test", now: start }, () => ok(events));
  return store;
}

describe("what approvers were shown of what went live", () => {
  it.each<[what: string, events: readonly Event[], shown: PendingChanges]>([
    ["nothing where nobody was asked", [], { kind: "cannot-see" }],
    ["what its card listed", [anAsking({ pending: all })], all],
    ["what its last card listed", [anAsking({ pending: all }), anAsking({ pending: own })], own],
    ["what followed from its plan", [anAsking({ pending: unmade }), followed], own],
    ["what the card of its release listed of it", [anAsking({ pending: all }), released], own],
  ])("is %s", async (_what, events, shown) => {
    expect(await readShown({ store: await storeOf(...events) }, requestId)).toEqual(shown);
  });
});

describe("whose activation a request went live with", () => {
  it.each<[what: string, events: readonly Event[], id: string]>([
    ["its own", [anAsking()], requestId],
    ["that of its release", [released], release],
  ])("is %s", async (_what, events, id) => {
    const store = await storeOf(...events);
    const request = await store.find(requestId);
    if (request === undefined) throw new Error("Nothing was opened");

    expect(await findActivated({ store }, request)).toMatchObject({ id });
  });
});
