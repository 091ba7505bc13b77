import type { RawSegment } from "../../../src/flows/model/raw-segments.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { SecurityGroup } from "../../../src/flows/ports/workday.ts";
import { aSegmentation, withAccount } from "../data/changes.ts";
import type { World, WorldOptions } from "../fakes/world.ts";

/** The segment-based group of `ISU_Viva`. */
export const segmentGroup = "ISSG_Viva segments";

/** What stays open for everything. */
export const workers = "ISSG_Viva: Get Worker Data: Workers";

/** What is offered to be restricted, as it is active in the segments, and as it was before. */
export const inSegments: readonly string[] = [
  `${segmentGroup}: Get Manage: Learning Content`,
  `${segmentGroup}: Get Reports: Learning Record`,
  `${segmentGroup}: Put Manage: Learning Content`,
];
export const everywhere = inSegments.map((line) => line.replace(segmentGroup, "ISSG_Viva"));

export function activeIn({ workday }: World): readonly string[] {
  return workday.tenant.active().toSorted();
}

export function stepsOf(world: World): readonly string[] {
  return world.request().plan.map(({ name }) => name);
}

export function groupOf({ workday }: World): SecurityGroup | undefined {
  return workday.tenant.groups().find(({ name }) => name === segmentGroup);
}

export async function askForSegments(
  world: World,
  changes: Partial<RawSegment> = {},
): Promise<Reply> {
  return world.openNext(await aSegmentation(world, changes));
}

/** A world whose account has access by topics. */
export async function withSegments(
  changes: Partial<RawSegment> = {},
  options: WorldOptions = {},
): Promise<World> {
  const world = await withAccount(options);
  await askForSegments(world, changes);
  await world.live();
  return world;
}
