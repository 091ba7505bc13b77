import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { Announcement } from "../../flows/ports/announcement-log.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { ok, type Result } from "../../result.ts";
import type { Message } from "../blocks/block.ts";
import { toReplies } from "../request-views/thread-messages.ts";
import { tellRequester } from "../request-views/timeline.ts";
import type { BotDeps } from "../slack/deps.ts";
import { eventType, findReplies, toReplyName } from "../slack/find-message.ts";
import type { RefuseShared } from "../slack/refuse-shared.ts";
import { sendDirectly, toMessage } from "../slack/send-directly.ts";
import { callSlack, type SlackClients } from "../slack/slack-call.ts";
import type { ReadWorkspace } from "../slack/workspace.ts";

export interface AnnouncerParts {
  readonly deps: Pick<BotDeps, "tenants" | "recipes" | "announcements" | "log" | "now">;
  readonly slack: SlackClients;
  readonly workspace: ReadWorkspace;
  readonly refuseShared: RefuseShared;
}

/** A request with all that showing it takes. */
export interface Subject extends AnnouncerParts {
  readonly request: Request;
  readonly story: readonly Recorded[];
  readonly tenant: Tenant;
  readonly recipe: Recipe | undefined;
}

export const Posted = z.object({ ts: z.string() });

/**
 * Tells what the thread does not have yet. The requester hears of an event before its reply is posted: a crash
 * in between tells them twice, never not at all.
 */
export async function updateThread(
  subject: Subject,
  place: Announcement,
): Promise<Result<void, Fault>> {
  const news = subject.story.filter(({ seq }) => seq > place.through);
  if (news.length === 0) return ok(undefined);
  const home = await subject.workspace();
  if (!home.ok) return home;
  const there = await findReplies(
    subject.slack,
    { channel: place.channel, ts: place.ts },
    home.value.user_id,
  );
  if (!there.ok) return there;
  for (const recorded of news) {
    const alone = await subject.refuseShared(subject.tenant.name, place.channel);
    if (!alone.ok) return alone;
    const told = await tellEvent(subject, { place, recorded, there: there.value });
    if (!told.ok) return told;
    const through = recorded.seq;
    await subject.deps.announcements.keep(subject.request.id, { ...place, through });
  }
  return ok(undefined);
}

interface Telling {
  readonly place: Announcement;
  readonly recorded: Recorded;
  readonly there: ReadonlySet<string>;
}

async function tellEvent(
  subject: Subject,
  { place, recorded, there }: Telling,
): Promise<Result<void, Fault>> {
  const { request, tenant } = subject;
  const missing = toReplies(recorded, request, tenant)
    .map((message, part) => ({ message, part }))
    .filter(({ part }) => !there.has(toReplyName(recorded.seq, part)));
  if (missing.length === 0) return ok(undefined);
  const told = await tellRequesterOf(subject, recorded);
  if (!told.ok) return told;
  for (const { message, part } of missing) {
    const payload = { request: request.id, seq: recorded.seq, part };
    const posted = await postReply(subject.slack, place, { message, payload });
    if (!posted.ok) return posted;
  }
  return ok(undefined);
}

async function postReply(
  { once }: SlackClients,
  { channel, ts }: Announcement,
  { message, payload }: { readonly message: Message; readonly payload: Payload },
): Promise<Result<unknown, Fault>> {
  return callSlack(
    () =>
      once.chat.postMessage({
        channel,
        thread_ts: ts,
        ...message,
        metadata: toMetadata(payload),
        unfurl_links: false,
        unfurl_media: false,
      }),
    Posted,
  );
}

/** Somebody whom Slack does not let the bot write to still has the thread and `status`. */
async function tellRequesterOf(
  { deps, slack, request, recipe, story }: Subject,
  recorded: Recorded,
): Promise<Result<void, Fault>> {
  const isCleaningUp = story.some(
    ({ seq, event }) => event.kind === "closing" && seq < recorded.seq,
  );
  const words = tellRequester(recorded, { draft: request.draft, recipe, isCleaningUp });
  if (words === undefined) return ok(undefined);
  const told = await sendDirectly(slack, request.askedBy, toMessage(`${words} (${request.id})`));
  if (told.ok) return told;
  if (told.error.kind === "unreachable") return told;
  deps.log.warn(
    { request: request.id, outside: "Slack", fault: told.error.kind },
    "cannot tell the requester directly",
  );
  return ok(undefined);
}

export interface Payload {
  /** The request's id, or a notice's key. */
  readonly request: string;
  readonly seq?: number;
  readonly part?: number;
}

export function toMetadata(payload: Payload): {
  event_type: string;
  event_payload: { [key: string]: string | number };
} {
  return { event_type: eventType, event_payload: { ...payload } };
}
