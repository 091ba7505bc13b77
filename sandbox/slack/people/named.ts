import type { World } from "../world.ts";

/** The id of somebody whom a test or the page may name. */
export function idOf(world: World, idOrName: string): string {
  const name = idOrName.replace(/^@/, "");
  const person =
    world.people.get(name) ?? [...world.people.values()].find((other) => other.name === name);
  if (person === undefined) throw new Error(`nobody is called ${idOrName}`);
  return person.id;
}
