import type { RollbackDraft } from "../../../src/flows/request/draft.ts";
import { watchActivations } from "../../../src/flows/watch/watch-activations.ts";
import { allBy, aTenant, hourMs } from "../data/a-tenant.ts";
import { aRawRollback } from "../data/changes.ts";
import { bea, ben } from "../data/people.ts";
import { createWorld, type World, type WorldOptions } from "../fakes/world.ts";

export const rollbackStep = "activate-previous-timestamp";

/** Somebody activated long ago; then the bot's request made an account. */
export async function lived(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  world.workday.tenant.perform({ name: "activate", comment: "Long ago" });
  await watchActivations(world.deps);
  await world.open();
  await world.live(async (digest) => {
    await world.click(ben, { kind: "approve", digest });
    if (world.request().phase.kind === "waiting-for-approval") {
      await world.click(bea, { kind: "approve", digest });
    }
  });
  return world;
}

/** What the form would send to go back to the first activation. */
export function toFirst({ workday }: World): ReturnType<typeof aRawRollback> {
  const moments = workday.tenant.timestamps().map(({ at }) => String(at));
  return aRawRollback({ timestamp: moments[0] ?? "", newest: moments.at(-1) ?? "" });
}

export async function waiting(options: WorldOptions = {}): Promise<World> {
  const world = await lived(options);
  await world.openNext(toFirst(world));
  await world.work();
  return world;
}

export function activateByHand(world: World): void {
  world.workday.tenant.perform({ name: "activate", comment: "By hand" });
}

export function draftOf(world: World): RollbackDraft {
  const { draft } = world.request();
  if (draft.kind !== "rollback") throw new Error("No roll back");
  return draft;
}

/** A person has it in hand: it is approved. */
export async function handedOver(): Promise<World> {
  const world = await waiting({ tenant: aTenant({ hands: allBy("person") }) });
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  return world;
}

/** Nobody does anything for three days. */
export async function expire(world: World): Promise<void> {
  world.clock.goOn(73 * hourMs);
  await world.sweep();
  await world.work();
}
