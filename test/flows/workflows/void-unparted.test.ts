import { describe, expect, it } from "vitest";
import { describeChangedSince } from "../../../src/flows/wording/describe-approval.ts";
import { ok } from "../../../src/result.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ben, cy } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const ofBob = { ...foreignChange, changedBy: "bbaker" };
const name = aTenant().name;

/** The card of a production tenant as it was before somebody else's changes were a part by themselves. */
async function withOldCard(): Promise<World> {
  const rules = { approvers: { people: [cy], groups: [] } };
  const tenant = aTenant({
    approvers: { people: [ben], groups: [] },
    perRecipe: [{ recipe: "viva-learning", covers: "anything", rules }],
    workdayAccounts: { runner: "rpa-runner" },
  });
  const world = createWorld({ tenant });
  world.workday.tenant.addPending(ofBob);
  world.workday.tenant.workAs("rpa-runner");
  await world.open();
  await world.work();
  world.configure((place) => ({ ...place, tenant: { ...tenant, production: true } }));
  const { phase } = world.request();
  if (phase.kind !== "waiting-for-approval") throw new Error("No card");
  const { parts: _none, ...asked } = phase.asked;
  await world.store.decide({ id: world.id, key: "before", now: world.clock.now() }, () =>
    ok([{ kind: "approval-asked", asked, unseen: [] }]),
  );
  return world;
}

function voids(world: World): readonly object[] {
  return world.events().filter(({ kind }) => kind === "approval-voided");
}

describe("an approval of a card from before it had parts", () => {
  it("is asked for again, and says what may be different", async () => {
    const world = await withOldCard();
    const digest = world.shownDigest();

    const reply = await world.click(cy, { kind: "approve", digest, tenantTyped: name });
    if (reply.kind !== "voided") throw new Error(`Not voided: ${reply.kind}`);
    expect(describeChangedSince(reply)).toContain("who has to approve it");
    expect(voids(world)).toHaveLength(1);
  });

  it("comes too late after its deadline, and voids nothing", async () => {
    const world = await withOldCard();
    const digest = world.shownDigest();
    world.clock.goOn(73 * hourMs);

    const late = await world.click(cy, { kind: "approve", digest, tenantTyped: name });
    expect(late).toEqual({ kind: "refused", refusal: "too-late" });
    expect(voids(world)).toEqual([]);
  });

  it("voids nothing from the button of another card, or without the tenant's name", async () => {
    const world = await withOldCard();
    const [old, digest] = ["sha256:old", world.shownDigest()];

    expect(await world.click(cy, { kind: "approve", digest: old, tenantTyped: name })).toEqual({
      kind: "refused",
      refusal: "outdated-card",
    });
    expect(await world.click(cy, { kind: "approve", digest })).toEqual({
      kind: "refused",
      refusal: "wrong-tenant-name",
    });
    expect(voids(world)).toEqual([]);
  });
});
