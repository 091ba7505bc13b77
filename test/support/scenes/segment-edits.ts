import { writeDomains } from "../../../src/flows/model/permissions.ts";
import type { RawSegment } from "../../../src/flows/model/raw-segments.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import { aSegmentation, withAccount } from "../data/changes.ts";
import { ben } from "../data/people.ts";
import type { World, WorldOptions } from "../fakes/world.ts";
import { untilActivation } from "./edits.ts";

export const learning = "Manage: Learning Content";
/** The account's own group. */
export const own = "ISSG_Viva";

/** A request for segments of which something is made, and what was typed for it. */
export interface Made {
  readonly world: World;
  readonly raw: RawSegment;
}

export async function opened(
  changes: Partial<RawSegment> = {},
  options?: WorldOptions,
): Promise<Made> {
  const world = await withAccount(options);
  const raw = await aSegmentation(world, changes);
  await world.openNext(raw);
  return { world, raw };
}

export async function atActivation(
  changes: Partial<RawSegment> = {},
  options?: WorldOptions,
): Promise<Made> {
  const made = await opened(changes, options);
  await untilActivation(made.world);
  return made;
}

export function getting(...Get: readonly string[]): RawSegment["domains"] {
  return writeDomains({ Get, Put: [], View: [], Modify: [] });
}

export function asking(raw: RawSegment, ...Get: readonly string[]): RawSegment {
  return { ...raw, domains: getting(...Get) };
}

/** With the group of each. */
export function pendingOf({ workday }: World): readonly string[] {
  return workday.tenant
    .pending()
    .map(
      ({ securityGroup, change, access, policy }) =>
        `${securityGroup}: ${change} ${access} ${policy}`,
    )
    .toSorted();
}

export async function approve(world: World): Promise<void> {
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
}

export function problemsIn(reply: Reply): unknown {
  return reply.kind === "not-opened" && reply.check.kind === "problems"
    ? reply.check.problems
    : reply;
}
