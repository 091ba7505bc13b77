import type { LoggedSignOn } from "../../../src/flows/model/sign-on-log.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Matter } from "../../../src/flows/request/notice.ts";
import { watchSignOns } from "../../../src/flows/watch/watch-sign-ons.ts";
import { createWorld, type World, type WorldOptions } from "../fakes/world.ts";

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
export const botAddress = "198.51.100.1";
export const vendor = { address: "203.0.113.7", channel: "Web Services" };

/** Somebody signs on now, the vendor unless said otherwise. */
export function signOn(world: World, parts: Partial<LoggedSignOn> = {}): void {
  const at = world.clock.now();
  const type = "User Name Password";
  world.workday.logSignOn({
    userName: "ISU_Viva",
    at,
    outcome: "signed-on",
    type,
    ...vendor,
    ...parts,
  });
}

/** The bot reads something as itself, as it does all day. */
export function signOnBot(world: World): void {
  signOn(world, { userName: "ISU_Bot", address: botAddress });
}

/** The next look, and what the channel heard since. */
export async function look(world: World, afterMs = minuteMs): Promise<readonly Matter[]> {
  const before = world.watch.queued.length;
  world.clock.goOn(afterMs);
  await watchSignOns(world.deps, 1);
  return world.watch.queued.slice(before).map(({ matter }) => matter);
}

/** An account that is made, and looked at once: the bot's address is known by then. */
export async function lived(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await world.live();
  signOnBot(world);
  signOn(world, { address: botAddress });
  await look(world);
  return world;
}

export function signedOn(world: World): readonly Event[] {
  return world.events().filter(({ kind }) => kind === "signed-on");
}

export async function usesIn(world: World): Promise<unknown> {
  return world.watch.findUses(world.tenant.name);
}
