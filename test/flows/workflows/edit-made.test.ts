import { describe, expect, it } from "vitest";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import type { Refusal } from "../../../src/flows/request/refusal.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenant, aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { edit } from "../../support/scenes/edits.ts";

const none = { Get: "", Put: "", View: "", Modify: "" };

function granting(
  domains: Partial<RawDraft["domains"]>,
  changes: Partial<RawDraft> = {},
): RawDraft {
  return aRawDraft({ domains: { ...none, ...domains }, ...changes });
}

async function atActivation(options: Parameters<typeof createWorld>[0] = {}): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await untilActivation(world);
  return world;
}

/** Lets people do what they are asked for, and approves the plan, until the activation has its card. */
async function untilActivation(world: World): Promise<void> {
  for (;;) {
    const { phase } = await world.work();
    if (phase.kind === "waiting-for-person") await world.carryOut();
    else if (phase.kind !== "waiting-for-approval") throw new Error(`It is ${phase.kind}`);
    else if (phase.asked.step === "approve") return;
    else await world.click(ben, { kind: "approve", digest: phase.asked.digest });
  }
}

function pendingOf(world: World): readonly string[] {
  const { tenant } = world.workday;
  return tenant.pending().map(({ change, access, policy }) => `${change} ${access}: ${policy}`);
}

function refused(refusal: Refusal): Reply {
  return { kind: "refused", refusal };
}

describe("an edit of what is made already", () => {
  it("takes back what is not asked for any more, grants the rest, and asks for its activation anew", async () => {
    const world = await atActivation();
    const before = world.shownDigest();

    await edit(world, granting({ Get: "Worker Data: Workers\nBadge Data" }));

    expect(pendingOf(world).toSorted()).toEqual([
      "Added Get: Badge Data",
      "Added Get: Worker Data: Workers",
    ]);
    expect(await world.click(ben, { kind: "approve", digest: before })).toEqual(
      refused("outdated-card"),
    );
    expect(world.workday.users()).toHaveLength(1);
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(world.request().facts.verification?.outcome).toBe("verified");
    expect(world.workday.tenant.active().toSorted()).toEqual([
      "ISSG_Viva: Get Badge Data",
      "ISSG_Viva: Get Worker Data: Workers",
    ]);
  });

  it.each<[how: string, tenant: Tenant, hasReports: boolean]>([
    ["by people", aTenant({ hands: allBy("person") }), true],
    ["where nobody sees what a group holds", aTenant(), false],
    ["where the plan is approved first", aTenantOfPlans(), true],
  ])("goes the same way %s", async (_how, tenant, hasReports) => {
    const world = await atActivation({ tenant, hasReports });

    await edit(world, granting({ Get: "Badge Data" }));
    await untilActivation(world);

    expect(pendingOf(world)).toEqual(["Added Get: Badge Data"]);
    expect((await world.live()).phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.active()).toEqual(["ISSG_Viva: Get Badge Data"]);
  });
});
