import { describe, expect, it } from "vitest";
import { createIntegrationSystem } from "../../../src/flows/steps/create-integration-system.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { anActing, systemId } from "../../support/fakes/a-step-context.ts";
import { aFault, faultWords } from "../../support/fakes/fault-injection.ts";
import { createWorld } from "../../support/fakes/world.ts";

const put = "workday.putIntegrationSystem";
const find = "workday.findIntegrationSystem";
const wid = `${"a".repeat(31)}1`;
const made = { ok: true, value: { systemId, systemWid: wid } };

describe("createIntegrationSystem", () => {
  it("makes a system whose id names the request", async () => {
    const world = createWorld();

    expect(await createIntegrationSystem(anActing(world))).toEqual(made);
    expect(world.workday.systems()).toEqual([{ wid, id: systemId, name: "Viva integration" }]);
  });

  it("asks for the tenant's template", async () => {
    const world = createWorld({
      tenant: aTenant({ integrationTemplate: "Cloud Integration Template" }),
    });

    expect(await createIntegrationSystem(anActing(world))).toEqual(made);
  });

  it("makes none where its own is there already", async () => {
    const world = createWorld();
    world.workday.addSystem(systemId, "Viva integration");

    expect(await createIntegrationSystem(anActing(world, { wasBegun: true }))).toEqual(made);
    expect(world.mishaps.calls).toEqual([find]);
  });

  it("looks whether it happened when nobody could read the answer", async () => {
    const world = createWorld();
    world.mishaps.fail(put, { kind: "unknown", isDone: true });

    expect(await createIntegrationSystem(anActing(world))).toEqual(made);
    expect(world.workday.systems()).toHaveLength(1);
  });

  it("hands the fault on when nobody answered and it did not happen", async () => {
    const world = createWorld();
    world.mishaps.fail(put, { kind: "unknown" });

    expect(await createIntegrationSystem(anActing(world))).toEqual({
      ok: false,
      error: aFault("unknown"),
    });
  });

  it("stops when it did not happen, whatever the answer was", async () => {
    const world = createWorld();
    world.mishaps.fail(put, { kind: "unknown", isAnswered: true });

    expect(await createIntegrationSystem(anActing(world))).toEqual({
      ok: false,
      error: {
        kind: "stopped",
        words: "Workday gave no readable answer and shows no new integration system. Try again.",
      },
    });
  });

  it("hands the fault of the second look on", async () => {
    const world = createWorld();
    world.mishaps.fail(put, { kind: "unknown" });
    world.mishaps.fail(find, { kind: "denied", from: 2 });

    expect(await createIntegrationSystem(anActing(world))).toEqual({
      ok: false,
      error: aFault("denied"),
    });
  });

  it.each(["rejected", "denied", "unreachable", "unreadable"] as const)(
    "hands on that a write is %s",
    async (kind) => {
      const world = createWorld();
      world.mishaps.fail(put, { kind });

      expect(await createIntegrationSystem(anActing(world))).toEqual({
        ok: false,
        error: { kind, outside: "Workday", words: faultWords },
      });
    },
  );

  it("makes nothing while it cannot look", async () => {
    const world = createWorld();
    world.mishaps.fail(find, { kind: "unreachable" });

    expect(await createIntegrationSystem(anActing(world))).toEqual({
      ok: false,
      error: aFault("unreachable"),
    });
    expect(world.mishaps.calls).not.toContain(put);
  });
});
