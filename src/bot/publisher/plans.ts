import { instant } from "../../flows/model/ids.ts";
import type { Behind, HearUnreadable, OutboxRow } from "../../flows/ports/outbox.ts";
import { replay } from "../../flows/request/request.ts";
import { findRecipe, findTenant } from "../slack/deps.ts";
import type { Job } from "./job.ts";
import { type DisplayStanding, isBehind, nextCalls, ranks, type Showing } from "./next-calls.ts";
import type { Outcome } from "./outcome.ts";
import type { Lane } from "./pace.ts";
import type { PublisherParts } from "./parts.ts";
import { publishDirect, publishNotice } from "./publish-notice.ts";
import { publish } from "./publish-request.ts";
import type { Subject } from "./request-calls.ts";

/** Reads one request with all that showing it takes. `undefined` where its tenant is not configured: it rests. */
async function read(parts: PublisherParts, { request: id }: Behind): Promise<Subject | undefined> {
  // First what Slack shows: an event that is recorded in between is news, and is never taken for shown.
  const display = await parts.outbox.findDisplay(id);
  const story = await parts.store.readStory(id);
  const request = replay(story);
  if (display === undefined || request === undefined) return undefined;
  const tenant = findTenant(parts, request.draft.tenant);
  if (tenant === undefined) return undefined;
  return { request, story, display, tenant, recipe: findRecipe(parts, request.draft) };
}

/** Whether a channel takes what is posted, as far as is known. */
type IsOpen = (channel: string) => boolean;

/** What is known beside a request when its calls are planned. */
interface Around {
  readonly isOpen: IsOpen;
  /** Requests of its tenant that wait to be shown, this one included. */
  readonly waiting: number;
}

/** The calls that a request needs by now; none where Slack has everything, or nobody knows its tenant's channel. */
export async function planRequest(
  parts: PublisherParts,
  behind: Behind,
  { isOpen, waiting }: Around,
): Promise<readonly Job[]> {
  const subject = await read(parts, behind);
  if (subject === undefined) return [];
  const { ledger, elapsed } = parts;
  const standing = toStanding(parts, subject, { isOpen, waiting });
  if (!isBehind(standing)) await ledger.settle(behind.request, subject.display.round);
  return nextCalls(standing).map(({ call, rank, from }) => ({
    row: { kind: "request", key: behind.request },
    key: behind.request,
    tenant: subject.tenant.name,
    rank,
    lane: laneOf(call, subject),
    since: behind.since,
    from: elapsed() + (from - standing.now),
    run: () => runAgain(parts, { behind, call, isOpen, waiting }),
  }));
}

function toStanding(
  { now }: PublisherParts,
  subject: Subject,
  { isOpen, waiting }: Around,
): DisplayStanding {
  return { ...subject, now: now(), isChannelOpen: isOpen(subject.tenant.channel), waiting };
}

/** Makes the same kind of call as it is by now: more may have happened since it was planned, or it is not needed. */
async function runAgain(
  parts: PublisherParts,
  { behind, call, ...around }: Around & { readonly behind: Behind; readonly call: Showing },
): Promise<Outcome> {
  const subject = await read(parts, behind);
  if (subject === undefined) return { kind: "made" };
  const calls = nextCalls(toStanding(parts, subject, around));
  const again = calls.find((one) => one.call.kind === call.kind)?.call;
  return again === undefined ? { kind: "made" } : publish(parts, subject, again);
}

function laneOf(call: Showing, { display, tenant, request }: Subject): Lane {
  switch (call.kind) {
    case "post":
    case "reply":
      return `chat.postMessage ${display.place?.channel ?? tenant.channel}`;
    case "tell":
      return `chat.postMessage ${request.askedBy}`;
    case "update":
      return "chat.update";
    case "find-message":
      return "conversations.history";
    case "find-reply":
      return "conversations.replies";
  }
}

/** Notices and private messages. Those of a tenant that is not configured any more wait until it is back. */
export async function planMessages(
  parts: PublisherParts,
  isOpen: IsOpen,
  onUnreadable: HearUnreadable,
): Promise<readonly Job[]> {
  const [notices, direct] = await Promise.all([
    parts.outbox.listNotices(onUnreadable),
    parts.outbox.listDirect(onUnreadable),
  ]);
  const posts = notices.flatMap((notice): Job[] => {
    const tenant = findTenant(parts, notice.tenant);
    if (tenant === undefined || !isOpen(tenant.channel)) return [];
    const lane = `chat.postMessage ${tenant.channel}` as const;
    const job = { tenant: tenant.name, lane, run: () => publishNotice(parts, notice, tenant) };
    return [toJob({ kind: "notice", key: notice.key }, job, ranks.outcome)];
  });
  const sends = direct.map((message) => {
    const lane = `chat.postMessage ${message.person}` as const;
    const job = { tenant: "", lane, run: () => publishDirect(parts, message) };
    return toJob({ kind: "direct", key: message.key }, job, ranks.direct);
  });
  return [...posts, ...sends];
}

function toJob(row: OutboxRow, job: Pick<Job, "tenant" | "lane" | "run">, rank: Job["rank"]): Job {
  return { row, key: `${row.kind} ${row.key}`, ...job, rank, since: instant(0), from: 0 };
}
