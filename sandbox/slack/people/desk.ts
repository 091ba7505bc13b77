import type { Deliver } from "../delivery.ts";
import type { Host } from "../payloads.ts";
import { findMessage } from "../postings.ts";
import type { View } from "../shown.ts";
import { stackOf } from "../views.ts";
import type { PersonSpec } from "../workspace.ts";
import type { World } from "../world.ts";
import type { Where } from "./client.ts";

/** Where one person sits: what they know and how they reach the bot. */
export interface Desk {
  readonly world: World;
  readonly deliver: Deliver;
  readonly id: string;
}

/** The person as they are now. Somebody who was deactivated cannot do anything any more. */
export function personAt({ world, id }: Desk): PersonSpec {
  const person = world.people.get(id);
  if (person === undefined) throw new Error(`nobody has the id ${id}`);
  if (person.isDeactivated === true) throw new Error(`${person.name} was deactivated`);
  return person;
}

export function topView(desk: Desk): View {
  const view = stackOf(desk.world, desk.id).at(-1);
  if (view === undefined) throw new Error(`${desk.id} has no modal open`);
  return view;
}

/** What the person looks at, as it is now. */
export function hostAt(desk: Desk, where: Where): Host {
  if (where === "view") return topView(desk);
  if (where === "home") {
    const home = desk.world.homes.get(desk.id);
    if (home === undefined) throw new Error(`${desk.id} has no Home tab`);
    return home;
  }
  return where.kind === "message" ? messageAt(desk, where) : ephemeralAt(desk, where);
}

function messageAt({ world }: Desk, where: { channel: string; ts: string }): Host {
  const message = findMessage(world, where.channel, where.ts);
  if (message === undefined) throw new Error(`message ${where.ts} was deleted`);
  return message;
}

function ephemeralAt({ world, id }: Desk, where: { ts: string }): Host {
  const ephemeral = world.ephemerals.find((other) => other.ts === where.ts && other.to === id);
  if (ephemeral === undefined) throw new Error(`${id} sees no ephemeral ${where.ts}`);
  return ephemeral;
}
