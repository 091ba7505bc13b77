import type { Fault } from "../../flows/model/fault.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import type { Announcement } from "../../flows/ports/announcement-log.ts";
import type { Announcer } from "../../flows/ports/announcer.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import { err, ok, type Result } from "../../result.ts";
import { requestMessage } from "../request-views/message.ts";
import { findRecipe, findTenant } from "../slack/deps.ts";
import { findMessage } from "../slack/find-message.ts";
import { createRefuseShared, sharedCode } from "../slack/refuse-shared.ts";
import { sendDirectly, toMessage } from "../slack/send-directly.ts";
import { callSlack, type SlackFault } from "../slack/slack-call.ts";
import { postNotice } from "./post-notice.ts";
import {
  type AnnouncerParts,
  Posted,
  type Subject,
  toMetadata,
  updateThread,
} from "./update-thread.ts";

/** Keeps one message a request current, tells its story in the thread, and tells the requester. */
export function createAnnouncer(around: Omit<AnnouncerParts, "refuseShared">): Announcer {
  const parts = { ...around, refuseShared: createRefuseShared(around.deps, around.slack) };
  const turns = new Map<RequestId, Promise<unknown>>();
  return {
    announce: (request, story) => inTurn(turns, request.id, () => announce(parts, request, story)),
    post: (notice) => postNotice(parts, notice),
    tell: (person, words) => sendDirectly(parts.slack, person, toMessage(words)),
  };
}

/** One after the other for each request: two at once would post two messages. */
async function inTurn<Answer>(
  turns: Map<RequestId, Promise<unknown>>,
  id: RequestId,
  act: () => Promise<Answer>,
): Promise<Answer> {
  const before = turns.get(id) ?? Promise.resolve();
  const mine = before.then(act, act);
  turns.set(id, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(id) === mine) turns.delete(id);
  }
}

async function announce(
  parts: AnnouncerParts,
  request: Request,
  story: readonly Recorded[],
): Promise<Result<void, Fault>> {
  const tenant = findTenant(parts.deps, request.draft.tenant);
  if (tenant === undefined) {
    const words = "The request's tenant is not in the configuration any more.";
    return err({ kind: "rejected", outside: "Slack", words });
  }
  const recipe = findRecipe(parts.deps, request.draft);
  const subject = { ...parts, request, story, tenant, recipe };
  const kept = await parts.deps.announcements.find(request.id);
  // Somebody else has shown a newer state by now.
  if (kept !== undefined && kept.through > request.version) return ok(undefined);
  const place = await ensureCurrent(subject, kept);
  return place.ok ? updateThread(subject, place.value) : place;
}

async function ensureCurrent(
  subject: Subject,
  kept: Announcement | undefined,
): Promise<Result<Announcement, Fault>> {
  const known = kept === undefined ? await findLost(subject) : ok(kept);
  if (!known.ok) return known;
  if (known.value === undefined) return post(subject, 0);
  const updated = await update(subject, known.value);
  if (updated.ok) return ok(known.value);
  return isLost(updated.error, known.value, subject.tenant.channel)
    ? post(subject, known.value.through)
    : updated;
}

/** Somebody deleted the message, or its channel is gone or shared and the tenant has another by now. */
function isLost({ code }: SlackFault, { channel }: Announcement, now: string): boolean {
  if (code === "message_not_found") return true;
  return channel !== now && goneCodes.has(code);
}

const goneCodes = new Set([
  "channel_not_found",
  "is_archived",
  "is_inactive",
  "not_in_channel",
  sharedCode,
]);

/** Posted by a process that died before it could write that down. */
async function findLost({
  slack,
  workspace,
  tenant,
  request,
}: Subject): Promise<Result<Announcement | undefined, Fault>> {
  const home = await workspace();
  if (!home.ok) return home;
  const wanted = { request: request.id, since: request.openedAt, bot: home.value.user_id };
  const ts = await findMessage(slack, tenant.channel, wanted);
  if (!ts.ok || ts.value === undefined) return ts.ok ? ok(undefined) : ts;
  return ok({ channel: tenant.channel, ts: ts.value, through: 0 });
}

async function post(subject: Subject, through: number): Promise<Result<Announcement, Fault>> {
  const { deps, slack, request, tenant } = subject;
  const { channel } = tenant;
  const alone = await subject.refuseShared(tenant.name, channel);
  if (!alone.ok) return alone;
  const posted = await callSlack(
    () =>
      slack.once.chat.postMessage({
        channel,
        ...requestMessage(subject),
        metadata: toMetadata({ request: request.id }),
        unfurl_links: false,
        unfurl_media: false,
      }),
    Posted,
  );
  if (!posted.ok) return posted;
  const announcement = { channel, ts: posted.value.ts, through };
  await deps.announcements.keep(request.id, announcement);
  return ok(announcement);
}

async function update(
  subject: Subject,
  { channel, ts }: Announcement,
): Promise<Result<unknown, SlackFault>> {
  const { slack, request, tenant } = subject;
  const alone = await subject.refuseShared(tenant.name, channel);
  if (!alone.ok) return alone;
  return callSlack(
    () =>
      slack.repeating.chat.update({
        channel,
        ts,
        ...requestMessage(subject),
        metadata: toMetadata({ request: request.id }),
      }),
    Posted,
  );
}
