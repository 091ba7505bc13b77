import { writeDomains } from "../../../src/flows/model/permissions.ts";
import type { RawSegment } from "../../../src/flows/model/raw-segments.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import { ok } from "../../../src/result.ts";
import { aSegmentation, withAccount } from "../data/changes.ts";
import { ben } from "../data/people.ts";
import type { World, WorldOptions } from "../fakes/world.ts";
import { untilActivation } from "./edits.ts";
import { segmentGroup } from "./segment-scene.ts";

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

/** What the account may get at first. */
const inReach = [learning, "Worker Data: Workers", "Reports: Learning Record"] as const;

/** What of the account's would be out of reach if somebody activated what is pending right now. */
function outOfReach({ workday }: World): readonly string[] {
  const { tenant } = workday;
  const pending = tenant.pending();
  function has(group: string, domain: string): boolean {
    const change = pending.find(
      (one) => one.securityGroup === group && one.access === "Get" && one.policy === domain,
    )?.change;
    return change === undefined
      ? tenant.active().includes(`${group}: Get ${domain}`)
      : change === "Added";
  }
  return inReach.filter((one) => !has(own, one) && !has(segmentGroup, one));
}

/** What is out of reach whenever the runner has done something. */
export function watchReach(world: World): readonly (readonly string[])[] {
  const seen: (readonly string[])[] = [];
  world.configure((place) => ({
    ...place,
    runner: {
      perform: async (order) => {
        const done = await world.runner.perform(order);
        seen.push(outOfReach(world));
        return done;
      },
    },
  }));
  return seen;
}

/** Somebody took it away and activated that, as the tenant's report has it from now on. */
export function hideActive(world: World, group: string, domain: string): void {
  world.configure((place) => ({
    ...place,
    workday: {
      ...place.workday,
      readGroupPermissions: async () => {
        const read = await place.workday.readGroupPermissions();
        if (!read.ok || read.value.kind === "cannot-see") return read;
        const permissions = read.value.permissions.filter(
          (one) => one.securityGroup !== group || one.domain !== domain,
        );
        return ok({ ...read.value, permissions });
      },
    },
  }));
}
