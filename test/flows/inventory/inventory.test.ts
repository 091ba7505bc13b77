import { describe, expect, it } from "vitest";
import { findInInventory, toAccount, toInventory } from "../../../src/flows/inventory/inventory.ts";
import { toSystemId } from "../../../src/flows/request/workday-ids.ts";
import { holding } from "../../bot/support/like.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { aRawActivation, aRawChange, withAccount } from "../../support/data/changes.ts";
import { eve } from "../../support/data/people.ts";

describe("the inventory", () => {
  it("holds of each account the request that settled it last", async () => {
    const world = await withAccount();
    const created = world.id;
    expect(toInventory(await world.store.listDone()).map(({ id }) => id)).toEqual([created]);

    await world.openNext(aRawChange());
    await world.live();

    expect(toInventory(await world.store.listDone()).map(({ id }) => id)).toEqual([world.id]);
  });

  it("holds nothing of a request about no account, and nothing that is still open", async () => {
    const world = await withAccount();
    const created = world.id;
    world.workday.tenant.addPending(foreignChange);
    await world.openNext(aRawActivation());
    await world.live();
    await world.openNext(aRawChange());
    await world.work();

    expect(toInventory(await world.store.listDone()).map(({ id }) => id)).toEqual([created]);
    expect(
      await findInInventory(world.store, { tenant: acme, userName: "isu_VIVA" }),
    ).toMatchObject({ id: created });
  });

  it("has no account any more that was retired, and none that the bot never made", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange({ kind: "retire" }));
    await world.live((digest) => world.click(eve, { kind: "approve", digest }));

    expect(world.request().phase).toEqual({ kind: "done" });
    for (const userName of ["ISU_Viva", "ISU_Other"]) {
      expect(await findInInventory(world.store, { tenant: acme, userName })).toBeUndefined();
    }
  });

  it("gives the account on the system that the first request made", async () => {
    const world = await withAccount();

    expect(toAccount(world.request())).toEqual({
      recipe: "viva-learning",
      userName: "ISU_Viva",
      system: { kind: "existing", id: toSystemId(world.id), name: "Viva integration" },
      sessionTimeoutMinutes: 0,
      doNotAllowUiSessions: true,
      groupName: "ISSG_Viva",
      permissions: holding({}),
    });
  });
});
