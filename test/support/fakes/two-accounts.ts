import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import { aRawJoining } from "../data/a-group.ts";
import { withAccount } from "../data/changes.ts";
import { bea, ben, eve } from "../data/people.ts";
import type { World, WorldOptions } from "./world.ts";

export const groupName = "ISSG_Viva";
export const badges = "Badge Data";
const none = { Get: "", Put: "", View: "", Modify: "" };

/** Joins the group of `ISU_Viva`, and asks for a domain of its own. */
export function joining(userName: string, Get = badges): Raw {
  const domains = { ...none, Get };
  return aRawJoining({ groupName, userName, newSystem: `System of ${userName}`, domains });
}

/** `ISU_Viva`, whose group the bot made, and `ISU_Second`, which joined it with a domain of its own. */
export async function two(options: WorldOptions = {}): Promise<World> {
  const world = await withAccount(options);
  await carryOut(world, joining("ISU_Second"));
  return world;
}

/** Opens a request and has every card of it approved. */
export async function carryOut(world: World, raw: Raw): Promise<void> {
  const opened = await world.openNext(raw);
  if (opened.kind !== "accepted") throw new Error(JSON.stringify(opened));
  await world.live(async (digest) => {
    for (const by of [ben, bea, eve]) {
      if (world.request().phase.kind !== "waiting-for-approval") return;
      await world.click(by, { kind: "approve", digest });
    }
  });
  const { kind } = world.request().phase;
  if (kind !== "done") throw new Error(`It is ${kind}`);
}
