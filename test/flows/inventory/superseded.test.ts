import { describe, expect, it } from "vitest";
import { isSuperseded } from "../../../src/flows/inventory/superseded.ts";
import { later, parseRequestId, parseTenantName } from "../../../src/flows/model/ids.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, given, start } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { createWorld } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const activation: Draft = { kind: "activate", tenant: acme, reason: "Time to" };

function asking(draft: Draft, openedAt = later(start, 1)): Request {
  const id = valueIn(parseRequestId("ISU-00000000"));
  return { ...given({ ...anOpening(draft), id }), openedAt };
}

async function has(
  lists: { readonly unfinished?: readonly Request[]; readonly done?: readonly Request[] },
  draft: Draft = aDraft(),
): Promise<boolean> {
  const { store } = createWorld();
  const { unfinished = [], done = [] } = lists;
  const known = { ...store, listUnfinished: async () => unfinished, listDone: async () => done };
  return isSuperseded(known, given(anOpening(draft)));
}

describe("hasLater", () => {
  it.each<[what: string, other: Draft, isLater: boolean]>([
    ["the account", aDraft({ userName: "isu_viva", groupName: "Another" }), true],
    ["the group", aDraft({ userName: "ISU_Other" }), true],
    ["another account and group", aDraft({ userName: "ISU_Other", groupName: "Another" }), false],
    ["the account in another tenant", aDraft({ tenant: valueIn(parseTenantName("beta")) }), false],
    ["no account", activation, false],
  ])("looks whether a later request is at %s", async (_what, other, isLater) => {
    expect(await has({ unfinished: [asking(other)] })).toBe(isLater);
    expect(await has({ done: [asking(other)] })).toBe(isLater);
  });

  it("counts none that was there before, and none where nothing else is", async () => {
    expect(await has({ done: [asking(aDraft(), start)] })).toBe(false);
    expect(await has({})).toBe(false);
  });

  it("counts none for a request about no account", async () => {
    expect(await has({ done: [asking(aDraft())] }, activation)).toBe(false);
  });
});
