import { describe, expect, it } from "vitest";
import { findOthers, readOthers } from "../../../src/flows/inventory/read-others.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, aPendingChange, expiresAt, given } from "../../support/data/a-request.ts";
import { acme, allBy, aTenant } from "../../support/data/a-tenant.ts";
import { denied, granted } from "../../support/data/events.ts";
import { createWorld } from "../../support/fakes/world.ts";

const tenant = aTenant();
const ended: Event = { kind: "ended" };
const done: Event = { kind: "done" };
const expired: Event = { kind: "closing", closing: { kind: "expired" }, plan: [] };
const activated: Event = { kind: "step-finished", step: "activate", facts: {} };
const left: Event = { kind: "left-behind", item: { what: "permissions", words: "They stay." } };
const handed: Event = { kind: "handed-over", step: "create-security-group", expiresAt };
const { plan } = given(anOpening(aDraft(), aTenant({ hands: allBy("person") })));
const card = given(anOpening(aDraft({ userName: "ISU_Next", groupName: "ISSG_Next" })));
const asked = aPendingChange();
const unasked = aPendingChange({ policy: "Payroll", changedBy: "lmcneil" });

function anOther(...events: readonly Event[]): Request {
  return { ...given(anOpening(), ...events), id: createWorld().id };
}

function find(request: Request, other: Request, change: PendingChange) {
  const pending = { kind: "seen", changes: [change] } as const;
  return findOthers([request], [other], { tenant, pending });
}

describe("findOthers", () => {
  it.each<[what: string, other: Request, change: PendingChange, standing: string | undefined]>([
    ["what an open request asked for", anOther(), asked, "open"],
    ["another's change of its group", anOther(), unasked, "open"],
    [
      "its group, however it is spelt",
      anOther(),
      aPendingChange({ securityGroup: "issg_VIVA " }),
      "open",
    ],
    ["no other group", anOther(), aPendingChange({ securityGroup: "ISSG_Other" }), undefined],
    ["what is cleaned up", anOther(denied), unasked, "denied"],
    ["what is left of one that ended", anOther(expired, left, ended), unasked, "expired"],
    ["what one that ended asked for", anOther(denied, ended), asked, "denied"],
    ["nothing else of one that ended", anOther(denied, ended), unasked, undefined],
    ["what is pending again", anOther(done), asked, "done"],
    ["nothing else of one that is done", anOther(done), unasked, undefined],
  ])("finds %s", (_what, other, change, standing) => {
    const changes = [change];
    expect(find(card, other, change)).toMatchObject(
      standing === undefined ? [] : [{ id: other.id, standing, changes }],
    );
  });

  it.each<[what: string, other: Request, count: number]>([
    ["not of one that is over", anOther(denied, ended), 0],
    ["also of one that may have made it", anOther(denied, left, ended), 1],
  ])("says that a change of the card's own is %s", (_what, other, count) => {
    expect(find(given(anOpening()), other, asked)).toHaveLength(count);
  });

  it.each<[what: string, events: readonly Event[], count: number]>([
    ["changed nothing", [], 0],
    ["changed permissions", [granted], 1],
    ["may have changed them in one go with what a person was handed", [handed], 1],
    ["activated them", [granted, activated], 0],
    ["takes them back", [granted, activated, denied], 1],
  ])("finds an open request that %s, where nobody sees what is pending", (_what, events, count) => {
    const pending = { kind: "cannot-see" } as const;

    const other = { ...anOther(...events), plan };
    expect(findOthers([card], [other], { tenant, pending })).toHaveLength(count);
  });

  it("gives them in the order of their ids", () => {
    const one = anOther();
    const other = { ...one, id: card.id };
    const pending = { kind: "seen", changes: [asked] } as const;

    expect(findOthers([card], [one, other], { tenant, pending })).toEqual(
      findOthers([card], [other, one], { tenant, pending }),
    );
  });
});

describe("what is told of a request of a release", () => {
  it.each<[what: string, draft: Draft, unseen: readonly string[]]>([
    [
      "a process, and that it administers security",
      aDraft({ permissions: noPermissions, businessProcesses: [{ policy: "Payroll" }] }),
      ["Payroll: its initiating action (web service) (administers security)"],
    ],
    ["nothing where it is about no account", { kind: "activate", tenant: acme, reason: "" }, []],
  ])(
    "is all that was asked for where nobody sees what is pending: %s",
    async (_what, draft, unseen) => {
      const { deps } = createWorld({ tenant: aTenant({ refusedDomains: ["Payroll"] }) });
      const member = given(anOpening(draft));
      const store = { ...deps.store, find: async () => member };
      const release = { ...card, id: createWorld().random.requestId(), members: [member.id] };

      const [told] = await readOthers({ ...deps, store }, release, { kind: "cannot-see" });

      expect(told?.member?.unseen).toEqual(unseen);
      expect(told?.member).not.toHaveProperty("also");
      const seen = { kind: "seen", changes: [] } as const;
      const [missing] = await readOthers({ ...deps, store }, release, seen);
      expect(missing?.member?.unseen).toHaveLength(unseen.length);
      expect(missing?.member?.unseen.join()).not.toContain("administers security");
    },
  );
});
