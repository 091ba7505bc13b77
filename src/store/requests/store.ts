import type { Kysely, Transaction } from "kysely";
import type { Instant, PersonId, RequestId } from "../../flows/model/ids.ts";
import type { Clock } from "../../flows/ports/clock.ts";
import type { Decided, Decision, Store } from "../../flows/ports/store.ts";
import type { Event, Recorded } from "../../flows/request/event.ts";
import { evolve, type Request, replay } from "../../flows/request/request.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import type { AuditEntry, AuditHead } from "../audit/audit-chain.ts";
import { appendAudit } from "../audit/audit-trail.ts";
import { alone } from "../database/alone.ts";
import type { Tables } from "../database/tables.ts";
import { keepGroups, listByGroups } from "./changed-groups.ts";
import { findDraft, keepDraft } from "./drafts.ts";
import { markBehind } from "./mark-behind.ts";
import {
  insertRow,
  listByUserName,
  listDone,
  listLeftBehind,
  listOpen,
  listUnfinished,
  lockRow,
  removeRow,
  updateRow,
} from "./request-rows.ts";
import {
  findHolder,
  fold,
  release,
  reserve,
  toReservedGroup,
  toReservedNames,
} from "./reservations.ts";
import { insertEvents, readStoryOf } from "./story.ts";

export interface StoreOptions {
  readonly db: Kysely<Tables>;
  /** Seals the audit trail. Whoever has it can rewrite the trail. */
  readonly auditKey: Secret;
  /** Hears the new head after each change: it belongs somewhere else too, such as the log. */
  readonly onAudit?: (head: AuditHead) => void;
  /** Hears what was recorded, once it is; a repeat is not heard. */
  readonly onRecorded?: (recorded: {
    readonly request: Request;
    readonly before: Request | undefined;
    readonly events: readonly Event[];
  }) => void;
}

type Opened = Extract<Event, { kind: "opened" }>;
type Reserved = { readonly kind: "reserved"; readonly by: RequestId };

interface Change {
  readonly id: RequestId;
  readonly key: string;
  readonly now: Instant;
}

/** Keeps requests, their stories and the audit trail in PostgreSQL. */
export function createStore(options: StoreOptions & Pick<Clock, "now">): Store {
  const { db, now } = options;
  return {
    open: (event, at) => open(options, event, at),
    decide: (change, decision) => decide(options, change, decision),
    alone: (name, act) => alone(db, name, act),
    find: async (id) => replay(await readStoryOf(db, id)),
    readStory: async (id) =>
      (await readStoryOf(db, id)).map(({ seq, at, event }) => ({ seq, at, event })),
    listOpen: () => listOpen(db),
    listUnfinished: () => listUnfinished(db),
    listDone: () => listDone(db),
    listLeftBehind: () => listLeftBehind(db),
    listByUserName: (userName) => listByUserName(db, userName),
    listByGroups: (names) => listByGroups(db, names),
    findReservation: ({ tenant, userName, systemId }) =>
      findHolder(db, tenant, [
        { kind: "user", name: fold(userName) },
        ...(systemId === undefined ? [] : [{ kind: "system" as const, name: fold(systemId) }]),
      ]),
    findGroupReservation: ({ tenant, groupName }) =>
      findHolder(db, tenant, [toReservedGroup(groupName)]),
    keepDraft: (id, draft) => keepDraft(db, { id, now: now(), ...draft }),
    findDraft: (id) => findDraft(db, id),
  };
}

async function open(
  options: StoreOptions,
  event: Opened,
  now: Instant,
): Promise<Result<Request, Reserved>> {
  const { db } = options;
  const { draft } = event;
  const answer = await db
    .transaction()
    .execute(async (trx) => openIn(trx, options, { event, now }));
  if (answer.kind === "opened") {
    options.onAudit?.(answer.head);
    options.onRecorded?.({ request: answer.request, before: undefined, events: [event] });
  }
  if (answer.kind !== "reserved") return ok(answer.request);
  const by = await findHolder(db, draft.tenant, toReservedNames(draft));
  // Released between the two looks: it is free now.
  return by === undefined ? open(options, event, now) : err({ kind: "reserved", by });
}

async function openIn(
  trx: Transaction<Tables>,
  { auditKey }: StoreOptions,
  { event, now }: { readonly event: Opened; readonly now: Instant },
): Promise<
  | { readonly kind: "opened"; readonly request: Request; readonly head: AuditHead }
  | { readonly kind: "opened-before"; readonly request: Request }
  | { readonly kind: "reserved" }
> {
  const { draft, id } = event;
  const request = evolve(undefined, { seq: 1, at: now, event });
  if (!(await insertRow(trx, request))) {
    return { kind: "opened-before", request: await readRequest(trx, id) };
  }
  if (!(await reserve(trx, draft, id))) {
    await removeRow(trx, id);
    return { kind: "reserved" };
  }
  await keepGroups(trx, draft, id);
  const recorded = await insertEvents(trx, { id, key: "opened", now, after: 0 }, [event]);
  await markBehind(trx, id);
  const head = await appendAudit(trx, auditKey, toAudit(id, recorded));
  return { kind: "opened", request, head };
}

async function decide<No>(
  options: StoreOptions,
  change: Change,
  decision: Decision<No>,
): Promise<Result<Decided, No | "no-such-request">> {
  const answer = await options.db
    .transaction()
    .execute(async (trx) => decideIn(trx, options, { change, decision }));
  if (!answer.ok) return answer;
  const { news, ...decided } = answer.value;
  if (news !== undefined) {
    const { head, ...recorded } = news;
    options.onAudit?.(head);
    options.onRecorded?.({ request: decided.request, ...recorded });
  }
  return ok(decided);
}

interface News {
  readonly head: AuditHead;
  readonly before: Request;
  readonly events: readonly Event[];
}

async function decideIn<No>(
  trx: Transaction<Tables>,
  { auditKey }: StoreOptions,
  { change, decision }: { readonly change: Change; readonly decision: Decision<No> },
): Promise<Result<Decided & { readonly news?: News }, No | "no-such-request">> {
  const { id, key, now } = change;
  if (!(await lockRow(trx, id))) return err("no-such-request");
  const story = await readStoryOf(trx, id);
  const before = toRequest(story, id);
  if (story.some((kept) => kept.key === key)) return ok({ request: before, isRepeat: true });
  const events = decision(before, now);
  if (!events.ok) return events;
  if (events.value.length === 0) return ok({ request: before, isRepeat: false });
  const recorded = await insertEvents(trx, { id, key, now, after: before.version }, events.value);
  const request = recorded.reduce(evolve, before);
  await updateRow(trx, request, now);
  if (request.phase.kind === "done" || request.phase.kind === "ended") await release(trx, id);
  await markBehind(trx, id);
  const head = await appendAudit(trx, auditKey, toAudit(id, recorded));
  return ok({ request, isRepeat: false, news: { head, before, events: events.value } });
}

function toAudit(id: RequestId, recorded: readonly Recorded[]): readonly AuditEntry[] {
  return recorded.map(({ at, event }) => ({
    at,
    request: id,
    by: findActor(event) ?? "bot",
    kind: event.kind,
    body: event,
  }));
}

/** The person behind an event; nobody when the bot acted on its own. */
function findActor(event: Event): PersonId | undefined {
  const source = event.kind === "closing" ? event.closing : event;
  return "by" in source ? source.by : undefined;
}

async function readRequest(trx: Transaction<Tables>, id: RequestId): Promise<Request> {
  return toRequest(await readStoryOf(trx, id), id);
}

function toRequest(story: readonly Recorded[], id: RequestId): Request {
  const request = replay(story);
  if (request === undefined) throw new Error(`${id} has no events`);
  return request;
}
