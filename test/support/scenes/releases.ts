import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Raw, RawDraft } from "../../../src/flows/request/raw-draft.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aRawDraft } from "../data/a-draft.ts";
import { aTenant } from "../data/a-tenant.ts";
import { ann } from "../data/people.ts";
import { untilAlive } from "../fakes/fault-injection.ts";
import { createWorld, type World, type WorldOptions } from "../fakes/world.ts";

/** A world whose tenant releases together what comes to its activation together. */
export function together(changes: Partial<Tenant> = {}, options: WorldOptions = {}): World {
  return createWorld({ ...options, tenant: aTenant({ releases: "together", ...changes }) });
}

const none = { Get: "", Put: "", View: "", Modify: "" };

/** What is typed for one of several requests, with names of its own and one permission. */
export function aRawOf(name: string, changes: Partial<RawDraft> = {}): RawDraft {
  return aRawDraft({
    userName: `ISU_${name}`,
    newSystem: `${name} integration`,
    groupName: `ISSG_${name}`,
    domains: { ...none, Get: "Badge Data" },
    ...changes,
  });
}

/** Confirms the plan of one more request; the world's own stays as it is. */
export async function openAs(world: World, by: PersonId, raw: Raw): Promise<RequestId> {
  const id = world.random.requestId();
  await untilAlive(() => world.store.keepDraft(id, { by, raw }));
  await world.clickOn(id, by, { kind: "open" });
  return id;
}

/** Requests that are opened in one moment, of these people, and carried on until they wait. */
export async function openAtOnce(
  world: World,
  people: readonly PersonId[] = [ann, ann],
): Promise<readonly RequestId[]> {
  const ids: RequestId[] = [];
  for (const [at, by] of people.entries()) ids.push(await openAs(world, by, aRawOf(`No${at}`)));
  await run(world);
  return ids;
}

/** Lets everything go on that can. */
export function run(world: World): Promise<void> {
  return world.workOn(() => true);
}

export function requestOf(world: World, id: RequestId): Request {
  const request = world.store.peek(id);
  if (request === undefined) throw new Error(`${id} was not opened`);
  return request;
}

/** The releases that the bot opened, oldest first. */
export function releasesIn(world: World): readonly Request[] {
  return world.store
    .peekAll()
    .filter(({ members }) => members !== undefined)
    .toReversed();
}

/** The one release there is. */
export function theRelease(world: World): Request {
  const [release, ...others] = releasesIn(world);
  if (release === undefined || others.length > 0) throw new Error("There is not one release");
  return release;
}

/** A press on Approve of the card that is out. */
export function approveCard(world: World, id: RequestId, by: PersonId): Promise<Reply> {
  const { phase } = requestOf(world, id);
  if (phase.kind !== "waiting-for-approval") throw new Error(`${id} has no card: ${phase.kind}`);
  return world.clickOn(id, by, { kind: "approve", digest: phase.asked.digest });
}

export function eventsOf(world: World, id: RequestId, kind: Event["kind"]): readonly Event[] {
  return world.store
    .peekStory(id)
    .map(({ event }) => event)
    .filter((event) => event.kind === kind);
}

export function phasesOf(world: World, ids: readonly RequestId[]): readonly string[] {
  return ids.map((id) => requestOf(world, id).phase.kind);
}

/** What a request of a release is denied with, on its own message. */
export const denyIt = { kind: "deny", digest: "release", reason: "Not this one" } as const;
