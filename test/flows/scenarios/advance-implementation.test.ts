import { describe, expect, it } from "vitest";
import { listPermissions } from "../../../src/flows/model/permissions.ts";
import { toGroupId } from "../../../src/flows/request/workday-ids.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { aPolicy } from "../../support/fakes/fake-implementation.ts";
import { createWorld } from "../../support/fakes/world.ts";

describe("advance", () => {
  it("carries a request to its end by the implementation service, but for the activation", async () => {
    const hands = { ...allBy("implementation"), activate: "person" } as const;
    const world = createWorld({ tenant: aTenant({ hands }), hasReports: false });
    const draft = aDraft();
    for (const { domain } of listPermissions(draft.permissions)) {
      world.implementation.setPolicy(aPolicy(domain, ["HR Partners"]));
    }

    await world.open();
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.implementation.groups()).toMatchObject([
      { id: toGroupId(world.id), members: [{ account: draft.userName }] },
    ]);
    expect(world.runner.orders).toEqual([]);
    expect(world.workday.tenant.performed.map(({ name }) => name)).toEqual(["activate"]);
  });

  it("does nothing for a task of the implementation service that was overtaken", async () => {
    const hands = { ...allBy("implementation"), activate: "person" } as const;
    const world = createWorld({ tenant: aTenant({ hands }) });
    world.mishaps.meanwhile("workday.putIntegrationSystemUser", async () => {
      await world.click(ann, { kind: "withdraw" });
    });

    await world.open();
    const ended = await world.work();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(world.implementation.groups()).toEqual([]);
  });
});
