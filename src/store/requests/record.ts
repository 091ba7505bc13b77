import type { Kysely, Transaction } from "kysely";
import { type Instant, type PersonId, type RequestId, theBot } from "../../flows/model/ids.ts";
import type { Event, Recorded } from "../../flows/request/event.ts";
import { evolve, type Request, replay } from "../../flows/request/request.ts";
import type { Secret } from "../../secret.ts";
import type { AuditEntry, AuditHead } from "../audit/audit-chain.ts";
import { appendAudit } from "../audit/audit-trail.ts";
import type { Tables } from "../database/tables.ts";
import { keepGroups } from "./changed-groups.ts";
import { markBehind } from "./mark-behind.ts";
import { insertRow, removeRow, updateRow } from "./request-rows.ts";
import { exchange, release, reserve } from "./reservations.ts";
import { insertEvents, readStoryOf } from "./story.ts";
import { keepSystem } from "./taken-systems.ts";

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

export type Opened = Extract<Event, { kind: "opened" }>;

/** Opens a request in a transaction, with its audit entry, and reserves its names. */
export async function openIn(
  trx: Transaction<Tables>,
  { auditKey }: { readonly auditKey: Secret },
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
  await keepSystem(trx, draft, id);
  const recorded = await insertEvents(trx, { id, key: "opened", now, after: 0 }, [event]);
  await markBehind(trx, id);
  const head = await appendAudit(trx, auditKey, toAudit(id, recorded));
  return { kind: "opened", request, head };
}

/** Writes down what happened to a request whose row is locked, but for the audit trail: its head is locked last. */
export async function recordIn(
  trx: Transaction<Tables>,
  before: Request,
  {
    key,
    now,
    events,
  }: { readonly key: string; readonly now: Instant } & { readonly events: readonly Event[] },
): Promise<{ readonly request: Request; readonly entries: readonly AuditEntry[] }> {
  const { id, version } = before;
  const recorded = await insertEvents(trx, { id, key, now, after: version }, events);
  const request = recorded.reduce(evolve, before);
  await updateRow(trx, request, now);
  if (events.some(({ kind }) => kind === "edited")) await rename(trx, before, request);
  if (request.phase.kind === "done" || request.phase.kind === "ended") await release(trx, id);
  await markBehind(trx, id);
  return { request, entries: toAudit(id, recorded) };
}

/** Another request holds a name that an edit asks for: its transaction is taken back. */
export class NamesTaken extends Error {}

async function rename(
  trx: Transaction<Tables>,
  { id, draft: before }: Request,
  { draft: after }: Request,
): Promise<void> {
  if (!(await exchange(trx, { before, after }, id))) throw new NamesTaken();
  await keepGroups(trx, after, id);
  await keepSystem(trx, after, id);
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
  return "by" in source && source.by !== theBot ? source.by : undefined;
}

async function readRequest(trx: Transaction<Tables>, id: RequestId): Promise<Request> {
  return toRequest(await readStoryOf(trx, id), id);
}

/** A request that is there has a story. */
export function toRequest(story: readonly Recorded[], id: RequestId): Request {
  const request = replay(story);
  if (request === undefined) throw new Error(`${id} has no events`);
  return request;
}
