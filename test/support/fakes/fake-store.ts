import { changedGroups } from "../../../src/flows/inventory/changed-groups.ts";
import type { Instant, RequestId, TenantName } from "../../../src/flows/model/ids.ts";
import { isOneOf, toNameKey } from "../../../src/flows/model/names.ts";
import type { KeptDraft, Store } from "../../../src/flows/ports/store.ts";
import { accountOf, type Draft } from "../../../src/flows/request/draft.ts";
import type { Event, Recorded } from "../../../src/flows/request/event.ts";
import { evolve, type Request } from "../../../src/flows/request/request.ts";
import { err, ok } from "../../../src/result.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

interface Options {
  readonly mishaps?: FaultInjector;
  readonly now?: () => Instant;
  /** Hears that something is to be shown, in the transaction of what it is. */
  readonly markBehind?: (id: RequestId, tenant: TenantName) => void;
}

interface Kept {
  readonly keys: Set<string>;
  readonly story: readonly Recorded[];
  /** What the story comes to, so that no look has to replay it. */
  readonly request: Request;
}

export interface FakeStore extends Store {
  /** What a test looks at, where no process dies. */
  readonly peek: (id: RequestId) => Request | undefined;
  readonly peekStory: (id: RequestId) => readonly Recorded[];
  /** Everything that was opened. */
  readonly peekAll: () => readonly Request[];
}

/** Requests in memory: every decision is whole or not at all, because nothing else runs meanwhile. */
export function createFakeStore({
  mishaps = createMishaps(),
  markBehind = () => undefined,
}: Options): FakeStore {
  const stories = new Map<RequestId, Kept>();
  const reservations = new Map<string, RequestId>();
  const drafts = new Map<RequestId, KeptDraft>();
  const running = new Set<string>();

  function append(
    id: RequestId,
    events: readonly Event[],
    { at, key }: { readonly at: Instant; readonly key: string },
  ): Request {
    const before = stories.get(id);
    let request = before?.request;
    const story = [...(before?.story ?? [])];
    for (const event of events) {
      const recorded = { seq: story.length + 1, at, event: structuredClone(event) };
      request = evolve(request, recorded);
      story.push(recorded);
    }
    if (request === undefined) throw new Error("A request has no events");
    if (events.length > 0) {
      const keys = (before?.keys ?? new Set<string>()).add(key);
      stories.set(id, { keys, story, request });
      markBehind(id, request.draft.tenant);
    }
    if (!isOpen(request)) release(id);
    return request;
  }

  function release(id: RequestId): void {
    for (const [name, holder] of reservations) if (holder === id) reservations.delete(name);
  }

  function all(): readonly Request[] {
    return [...stories.values()]
      .map(({ request }) => request)
      .toSorted((one, other) => other.openedAt - one.openedAt);
  }

  function holderOf(names: readonly string[], except?: RequestId): RequestId | undefined {
    return names
      .map((name) => reservations.get(name))
      .find((holder) => holder !== undefined && holder !== except);
  }

  /** An edit takes its names in place of those that it had. */
  function rename(id: RequestId, events: readonly Event[]): boolean {
    const edited = events.find(({ kind }) => kind === "edited");
    if (edited?.kind !== "edited") return true;
    const names = namesOf(edited.draft);
    if (holderOf(names, id) !== undefined) return false;
    release(id);
    for (const name of names) reservations.set(name, id);
    return true;
  }

  return {
    peek: (id) => stories.get(id)?.request,
    peekAll: all,
    peekStory: (id) => stories.get(id)?.story ?? [],
    open: (event, at) =>
      mishaps.guard(() => {
        const open = stories.get(event.id)?.request;
        if (open !== undefined) return ok(open);
        const names = namesOf(event.draft);
        const by = holderOf(names);
        if (by !== undefined) return err({ kind: "reserved", by });
        for (const name of names) reservations.set(name, event.id);
        return ok(append(event.id, [event], { at, key: "open" }));
      }),
    decide: async (change, decide) => {
      await mishaps.reach(`store.decide ${change.key.replace(/^\d+: /, "")}`);
      return mishaps.guard(() => {
        const kept = stories.get(change.id);
        if (kept === undefined) return err("no-such-request");
        const { request } = kept;
        if (kept.keys.has(change.key)) return ok({ request, isRepeat: true });
        const events = decide(request, change.now);
        if (!events.ok) return events;
        if (!rename(change.id, events.value)) return err("names-taken");
        const after = append(change.id, events.value, { at: change.now, key: change.key });
        return ok({ request: after, isRepeat: false });
      });
    },
    decideTogether: async ({ tenant, now }, decide) => {
      await mishaps.reach("store.decideTogether");
      return mishaps.guard(() => {
        const unfinished = all().filter((one) => isOpen(one) && one.draft.tenant === tenant);
        return decide(unfinished)
          .filter(({ id, key }) => stories.get(id)?.keys.has(key) !== true)
          .map(({ id, key, events }) => append(id, events, { at: now, key }));
      });
    },
    isReleaseAwaited: (tenant) =>
      mishaps.guard(() =>
        all().some(
          ({ draft, phase }) => draft.tenant === tenant && phase.kind === "waiting-for-release",
        ),
      ),
    alone: async (name, act) => {
      if (running.has(name)) return undefined;
      running.add(name);
      try {
        return await act();
      } finally {
        running.delete(name);
      }
    },
    find: (id) => mishaps.guard(() => stories.get(id)?.request),
    readStory: (id) => mishaps.guard(() => stories.get(id)?.story ?? []),
    listOpen: () =>
      mishaps.guard(() => {
        const { open = [], ended = [] } = Object.groupBy(all().filter(isListed), ({ phase }) =>
          phase.kind === "ended" ? "ended" : "open",
        );
        return [...open, ...ended].slice(0, 200);
      }),
    listUnfinished: () =>
      mishaps.guard(() =>
        all().filter(({ phase }) => phase.kind !== "done" && phase.kind !== "ended"),
      ),
    listDone: () =>
      mishaps.guard(() =>
        all()
          .filter(({ phase }) => phase.kind === "done")
          .toReversed(),
      ),
    listLeftBehind: () =>
      mishaps.guard(() =>
        all()
          .filter(({ phase, leftBehind }) => phase.kind === "ended" && leftBehind.length > 0)
          .slice(0, 200),
      ),
    listByUserName: (userName) =>
      mishaps.guard(() =>
        all().filter(({ draft }) => isSame(accountOf(draft)?.userName ?? "", userName)),
      ),
    listByGroups: ({ tenant, groupNames }) =>
      mishaps.guard(() =>
        all().filter(
          ({ draft }) =>
            draft.tenant === tenant &&
            changedGroups(draft).some((name) => isOneOf(name, groupNames)),
        ),
      ),
    listBySystem: ({ tenant, systemId }) =>
      mishaps.guard(() =>
        [...stories.values()]
          .filter(({ story }) => story.some(({ event }) => takesSystem(event, tenant, systemId)))
          .map(({ request }) => request),
      ),
    findReservation: ({ tenant, userName, systemId, except }) =>
      mishaps.guard(() =>
        holderOf(
          [
            nameOf("user", tenant, userName),
            ...(systemId === undefined ? [] : [nameOf("system", tenant, systemId)]),
          ],
          except,
        ),
      ),
    findGroupReservation: ({ tenant, groupName, except }) =>
      mishaps.guard(() => holderOf([nameOf("group", tenant, toNameKey(groupName))], except)),
    keepDraft: (id, draft) =>
      mishaps.guard(() => {
        const { edits = draft.edits } = drafts.get(id) ?? {};
        drafts.set(id, structuredClone({ ...draft, ...(edits && { edits }) }));
      }),
    findDraft: (id) => mishaps.guard(() => drafts.get(id)),
  };
}

function isOpen({ phase }: Request): boolean {
  return phase.kind !== "done" && phase.kind !== "ended";
}

function isListed(request: Request): boolean {
  return isOpen(request) || request.leftBehind.length > 0;
}

function namesOf(draft: Draft): readonly string[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const { tenant, userName, system } = account;
  const reserved =
    system.kind === "existing"
      ? nameOf("system", tenant, system.id)
      : nameOf("new-system", tenant, system.name);
  const groups = changedGroups(draft).map((name) => nameOf("group", tenant, toNameKey(name)));
  return [nameOf("user", tenant, userName), reserved, ...groups];
}

/** Whether an opening or an edit asks for a system that was there. */
function takesSystem(event: Event, tenant: string, systemId: string): boolean {
  if (event.kind !== "opened" && event.kind !== "edited") return false;
  const system = accountOf(event.draft)?.system;
  const isThere = system?.kind === "existing" && isSame(system.id, systemId);
  return isThere && event.draft.tenant === tenant;
}

function nameOf(kind: string, tenant: string, name: string): string {
  return `${tenant} ${kind} ${name.toLowerCase()}`;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
