import { describe, expect, it } from "vitest";
import { toAccount, toInventory } from "../../../src/flows/inventory/inventory.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import { aRawDraft, existingSystem } from "../../support/data/a-draft.ts";
import { ann } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";

describe("a request on an existing system", () => {
  const raw = aRawDraft({ existingSystem: { id: existingSystem.id, name: existingSystem.name } });

  it("never puts an account twice that it cannot prove its own, wherever the process dies", async () => {
    const ends = new Set<string>();
    for (let place = 1; place <= 200; place += 1) {
      const world = createWorld({ raw });
      world.workday.addSystem(existingSystem.id, existingSystem.name);
      world.mishaps.killAt(place);
      await world.open();
      const { phase } = await world.live();
      const step: StepName | "" = phase.kind === "stuck" ? phase.step : "";
      ends.add(
        `${phase.kind} ${step} ${phase.kind === "stuck" ? world.workday.puts.length : ""}`.trim(),
      );
    }

    expect([...ends].toSorted()).toEqual(["done", "stuck create-user 1"]);
  });

  it("goes on once a person has looked and deleted the account", async () => {
    const world = createWorld({ raw });
    world.workday.addSystem(existingSystem.id, existingSystem.name);
    await world.open();
    world.mishaps.fail("workday.putIntegrationSystemUser", { kind: "unreadable", isDone: true });
    await world.work();
    world.mishaps.clear();
    await world.click(ann, { kind: "retry" });
    const stuck = await world.work();

    world.workday.deleteUser(existingSystem.id);
    await world.click(ann, { kind: "retry" });
    const done = await world.live();

    expect(stuck.phase.kind === "stuck" ? stuck.phase.words : "").toContain("cannot say whether");
    expect(done.phase).toEqual({ kind: "done" });
  });

  it("is opened, audited and kept with the name that Workday gives it", async () => {
    const { id } = existingSystem;
    const world = createWorld({ raw: aRawDraft({ existingSystem: { id, name: id } }) });
    world.workday.addSystem(id, existingSystem.name);
    await world.open();
    const { draft } = await world.live();

    const [opened] = world.store.peekStory(world.id);
    const [kept] = toInventory(await world.store.listDone());
    expect(draft).toMatchObject({ system: existingSystem });
    expect(opened?.event).toMatchObject({ kind: "opened", draft: { system: existingSystem } });
    expect(kept && toAccount(kept)).toMatchObject({ system: existingSystem });
  });
});
