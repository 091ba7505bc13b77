import { type PersonId, parseDelegationId } from "../../../src/flows/model/ids.ts";
import type { Delegation } from "../../../src/flows/request/delegation.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDelegation, delegating } from "../data/a-delegation.ts";
import { start } from "../data/a-request.ts";
import { ben } from "../data/people.ts";
import { createWorld, type World } from "../fakes/world.ts";
import { valueIn } from "../value-in.ts";

/** At the card, with these delegations. */
export async function atCard(
  delegations: readonly Partial<Delegation>[] = [{}],
  tenant: Tenant = delegating(),
): Promise<World> {
  const world = createWorld({ tenant });
  for (const [at, changes] of delegations.entries()) {
    const id = valueIn(parseDelegationId(`DEL-0000000${at}`));
    await world.deps.delegations.keep(aDelegation({ id, ...changes }), start);
  }
  await world.open();
  await world.work();
  return world;
}

/** Presses Approve on what is shown. */
export function approve(world: World, by: PersonId): ReturnType<World["click"]> {
  return world.click(by, { kind: "approve", digest: world.shownDigest() });
}

/** Ends the first of them. */
export function end(world: World): Promise<unknown> {
  return world.deps.delegations.end(valueIn(parseDelegationId("DEL-00000000")), ben, start);
}
