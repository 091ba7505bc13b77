import { describe, expect, it } from "vitest";
import { instant, type RequestId } from "../../../src/flows/model/ids.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  denyIt,
  openAs,
  requestOf,
  run,
} from "../../support/scenes/releases.ts";

const order = "runner.perform";
const startIt = { kind: "start", step: "activate" } as const;
const modes = [
  ["together", { releases: "together" }],
  ["each", {}],
] as const;

/** How many orders the runner has had. */
function ordersOf(world: World): number {
  return world.mishaps.calls.filter((call) => call === order).length;
}

/** One whose card is out. */
async function shown(
  rules: Partial<Tenant>,
): Promise<{ readonly world: World; readonly first: RequestId }> {
  const tenant = aTenant({ hands: allBy("runner"), ...rules });
  const world = createWorld({ tenant });
  const first = await openAs(world, ann, aRawOf("First"));
  await run(world);
  expect(requestOf(world, first).phase.kind).toBe("waiting-for-approval");
  return { world, first };
}

describe.each(modes)("between its last look and its outcome (releases: %s)", (_mode, rules) => {
  it("an activation has the tenant for itself: no step begins that makes something pending", async () => {
    const { world, first } = await shown(rules);
    await approveCard(world, first, ben);
    const next = await openAs(world, ann, aRawOf("Next"));
    world.mishaps.meanwhile(
      order,
      async () => {
        await world.workOn((id) => id === next);
        expect(requestOf(world, next).begun).not.toContain("grant-permissions");
        expect(requestOf(world, next).phase).toMatchObject({
          kind: "waiting-for-release",
          heldAt: "grant-permissions",
          for: [first],
        });
      },
      ordersOf(world) + 1,
    );
    await world.workOn((id) => id === first);

    expect(requestOf(world, first).finished).toContain("activate");
    await run(world);
    expect(requestOf(world, next).phase.kind).toBe("waiting-for-approval");
    expect(world.workday.tenant.activations).toHaveLength(1);
  });
});

describe("what was begun before that", () => {
  it("is waited for where each request has a card of its own, and shown before it goes live", async () => {
    const { world, first } = await shown({});
    const next = await openAs(world, ann, aRawOf("Next"));
    let waited: unknown;
    world.mishaps.meanwhile(
      order,
      async () => {
        expect(requestOf(world, next).begun).toContain("grant-permissions");
        await approveCard(world, first, ben);
        await world.workOn((id) => id === first);
        waited = requestOf(world, first).phase;
      },
      // The runner makes the group, puts the account into it, and is at the permissions.
      ordersOf(world) + 3,
    );
    await run(world);

    expect(waited).toMatchObject({
      kind: "waiting-for-release",
      heldAt: "activate",
      for: [next],
    });
    expect(world.workday.tenant.activations).toEqual([]);
    expect(requestOf(world, first).phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { others: [{ id: next }] },
    });
    await approveCard(world, first, ben);
    await run(world);
    expect(requestOf(world, first).finished).toContain("activate");
  });

  it("is waited for no longer than it is there: it is denied, and what was approved goes live", async () => {
    const { world, first } = await shown({});
    const next = await openAs(world, ann, aRawOf("Next"));
    world.mishaps.fail(order, { kind: "unreachable", from: ordersOf(world) + 3 });
    await world.workOn((id) => id === next);
    world.mishaps.clear();
    expect(requestOf(world, next).phase.kind).toBe("waiting-for-outside");
    await approveCard(world, first, ben);
    await run(world);
    await world.sweep();
    await world.workOn((id) => id === first);
    expect(requestOf(world, first).phase).toMatchObject({ heldAt: "activate", for: [next] });

    expect(await world.clickOn(next, ben, denyIt)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(requestOf(world, next).phase.kind).toBe("ended");
    expect(requestOf(world, first).finished).toContain("activate");
  });
});

/** Newer requests, of which nothing is done yet. */
async function openMany(world: World, count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    const [id, name] = [world.random.requestId(), `ISU_Many_${at}`];
    const draft = aDraft({ userName: name, groupName: name, system: { kind: "new", name } });
    const opened = { kind: "opened", id, by: ann, draft, plan: [] } as const;
    await world.store.open(opened, instant(world.clock.now() + at));
  }
}

describe("what is taken back while an activation is being made", () => {
  it("waits for its outcome, so that half of it does not go live", async () => {
    const { world, first } = await shown({});
    const next = await openAs(world, eve, aRawOf("Next"));
    await run(world);
    await approveCard(world, first, ben);
    await run(world);
    await approveCard(world, first, ben);
    let waited: Request | undefined;
    world.mishaps.meanwhile(
      order,
      async () => {
        await world.clickOn(next, eve, { kind: "withdraw" });
        await world.workOn((id) => id === next);
        waited = requestOf(world, next);
      },
      ordersOf(world) + 1,
    );
    await world.workOn((id) => id === first);

    expect(waited).toMatchObject({
      closing: { kind: "withdrawn" },
      phase: { kind: "waiting-for-release", heldAt: "revoke-permissions", for: [first] },
    });
    expect(waited?.begun).not.toContain("revoke-permissions");
    expect(requestOf(world, first).finished).toContain("activate");
    await run(world);
    expect(requestOf(world, next).phase.kind).toBe("ended");
    expect(requestOf(world, next).finished).toContain("revoke-permissions");
  });
});

describe("a person who is about to activate", () => {
  it.each([
    ["", 0],
    [", also where more than a list holds have come since", 200],
  ])(
    "does not begin while a machine takes back what another request made%s",
    async (_also, count) => {
      const { world, first } = await shown({ hands: { ...allBy("runner"), activate: "person" } });
      const next = await openAs(world, eve, aRawOf("Next"));
      await run(world);
      await approveCard(world, first, ben);
      await run(world);
      // Again, with what the second has made pending.
      await approveCard(world, first, ben);
      await run(world);
      expect(requestOf(world, first).phase).toMatchObject({ step: "activate" });
      await openMany(world, count);
      await world.clickOn(next, eve, { kind: "withdraw" });
      let words = "";
      world.mishaps.meanwhile(
        order,
        async () => {
          expect(requestOf(world, next).begun).toContain("revoke-permissions");
          const reply = await world.clickOn(first, dan, startIt);
          words = reply?.kind === "fault" ? reply.fault.words : "";
        },
        ordersOf(world) + 1,
      );
      await run(world);

      expect(words).toContain(next);
      // Less is pending than the card has shown.
      expect(await world.clickOn(first, dan, startIt)).toMatchObject({
        refusal: "do-not-activate",
      });
    },
  );
});
