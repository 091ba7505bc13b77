import type { Transaction } from "kysely";
import type { Instant, RequestId } from "../../flows/model/ids.ts";
import type { Clock } from "../../flows/ports/clock.ts";
import type { Decided, Decision, Store } from "../../flows/ports/store.ts";
import type { Event } from "../../flows/request/event.ts";
import { type Request, replay } from "../../flows/request/request.ts";
import { err, ok, type Result } from "../../result.ts";
import type { AuditHead } from "../audit/audit-chain.ts";
import { appendAudit } from "../audit/audit-trail.ts";
import { alone } from "../database/alone.ts";
import type { Tables } from "../database/tables.ts";
import { listByGroups } from "./changed-groups.ts";
import { decideTogether, isReleaseAwaited } from "./decide-together.ts";
import { findDraft, keepDraft } from "./drafts.ts";
import {
  NamesTaken,
  type Opened,
  openIn,
  recordIn,
  type StoreOptions,
  toRequest,
} from "./record.ts";
import {
  listByUserName,
  listDone,
  listLeftBehind,
  listOpen,
  listUnfinished,
  lockRow,
} from "./request-rows.ts";
import { findHolder, fold, toReservedGroup, toReservedNames } from "./reservations.ts";
import { readStoryOf } from "./story.ts";
import { listBySystem } from "./taken-systems.ts";

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
    decideTogether: (of, decision) => decideTogether(options, of, decision),
    isReleaseAwaited: (tenant) => isReleaseAwaited(db, tenant),
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
    listBySystem: (of) => listBySystem(db, of),
    findReservation: ({ userName, systemId, ...of }) =>
      findHolder(db, of, [
        { kind: "user", name: fold(userName) },
        ...(systemId === undefined ? [] : [{ kind: "system" as const, name: fold(systemId) }]),
      ]),
    findGroupReservation: ({ groupName, ...of }) =>
      findHolder(db, of, [toReservedGroup(groupName)]),
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
  const by = await findHolder(db, draft, toReservedNames(draft));
  // Released between the two looks: it is free now.
  return by === undefined ? open(options, event, now) : err({ kind: "reserved", by });
}

async function decide<No>(
  options: StoreOptions,
  change: Change,
  decision: Decision<No>,
): Promise<Result<Decided, No | "no-such-request" | "names-taken">> {
  const answer = await unlessTaken(async () =>
    options.db.transaction().execute(async (trx) => decideIn(trx, options, { change, decision })),
  );
  if (!answer.ok) return answer;
  const { news, ...decided } = answer.value;
  if (news !== undefined) {
    const { head, ...recorded } = news;
    options.onAudit?.(head);
    options.onRecorded?.({ request: decided.request, ...recorded });
  }
  return ok(decided);
}

async function unlessTaken<Answer>(
  decided: () => Promise<Answer>,
): Promise<Answer | Result<never, "names-taken">> {
  try {
    return await decided();
  } catch (error) {
    if (error instanceof NamesTaken) return err("names-taken");
    throw error;
  }
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
  const { request, entries } = await recordIn(trx, before, { key, now, events: events.value });
  const head = await appendAudit(trx, auditKey, entries);
  return ok({ request, isRepeat: false, news: { head, before, events: events.value } });
}
