import type { Instant, RequestId } from "../../flows/model/ids.ts";
import type { Concluded, Display, MessagePlace } from "../../flows/ports/outbox.ts";
import type { Recorded } from "../../flows/request/event.ts";
import { type Request, replay } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { ok, type Result } from "../../result.ts";
import type { Message } from "../blocks/block.ts";
import { requestMessage } from "../request-views/message.ts";
import { toReplies } from "../request-views/thread-messages.ts";
import { findMessage, findReplies, toReplyName } from "../slack/find-message.ts";
import { toMessage } from "../slack/send-directly.ts";
import type { SlackFault } from "../slack/slack-call.ts";
import { toAddress, withAddress } from "./addresses.ts";
import { isCalling, listUntold, type Showing } from "./next-calls.ts";
import type { PublisherParts } from "./parts.ts";
import { describeNews } from "./requester-news.ts";

/** A request as it was read for one call. */
export interface Subject {
  readonly request: Request;
  readonly story: readonly Recorded[];
  readonly display: Display;
  readonly tenant: Tenant;
  readonly recipe: Recipe | undefined;
}

/** What a call brought: something to write down, and what it posted. */
export interface Made {
  readonly concluded: Concluded;
  readonly posted?: MessagePlace;
}

export type Acted = Result<Made, SlackFault>;

/** Makes the call itself, and says what came of it. */
export async function act(parts: PublisherParts, subject: Subject, call: Showing): Promise<Acted> {
  switch (call.kind) {
    case "tell":
      return tell(parts, subject, call.through);
    case "post":
      return post(parts, subject);
    case "find-message":
      return find(parts, subject);
    case "update":
      return update(parts, subject);
    case "reply":
      return reply(parts, subject, call);
    case "find-reply":
      return findReply(parts, subject);
  }
}

async function post(parts: PublisherParts, subject: Subject): Promise<Acted> {
  const { posting, now } = parts;
  const { request, tenant } = subject;
  const message = requestMessage({ ...subject, links: await readLinks(parts, request) });
  const shown = toShown(request, now());
  const posted = await posting.post({ channel: tenant.channel }, message, { request: request.id });
  if (!posted.ok) return posted;
  const concluded = { place: posted.value, posted: request.version, shown };
  return ok({ concluded, posted: posted.value });
}

/** `at` is when the call begins: people see it before the bot hears that they do. */
function toShown({ version, phase }: Request, at: Instant): NonNullable<Concluded["shown"]> {
  return { version, phase: phase.kind, at };
}

async function find({ slack, workspace }: PublisherParts, subject: Subject): Promise<Acted> {
  const { request, tenant } = subject;
  const home = await workspace();
  if (!home.ok) return home;
  const wanted = { request: request.id, since: request.openedAt, bot: home.value.user_id };
  const ts = await findMessage(slack, tenant.channel, wanted);
  if (!ts.ok) return ts;
  // What it shows is not known, so it is updated next.
  const place = ts.value === undefined ? {} : { place: { channel: tenant.channel, ts: ts.value } };
  return ok({ concluded: place });
}

async function update(parts: PublisherParts, subject: Subject): Promise<Acted> {
  const { posting, now } = parts;
  const { request, display } = subject;
  const place = expectPlace(display);
  const shown = toShown(request, now());
  const message = requestMessage({ ...subject, links: await readLinks(parts, request) });
  const updated = await posting.update(place, message, { request: request.id });
  if (!updated.ok) return updated;
  return ok({ concluded: { shown } });
}

const mostLinks = 50;

/** Where the other requests are that a message names because it waits for them, or because they are a release. */
async function readLinks(
  parts: PublisherParts,
  { phase, members = [] }: Request,
): Promise<ReadonlyMap<RequestId, string>> {
  const named = phase.kind === "waiting-for-release" ? [...phase.for, ...members] : members;
  const links = new Map<RequestId, string>();
  for (const id of named.slice(0, mostLinks)) {
    const display = await parts.outbox.findDisplay(id);
    const address = await toAddress(parts, display?.place);
    if (address !== undefined) links.set(id, address);
  }
  return links;
}

async function reply(
  { posting }: PublisherParts,
  subject: Subject,
  { through, part }: Extract<Showing, { kind: "reply" }>,
): Promise<Acted> {
  const { request, display } = subject;
  const { channel, ts } = expectPlace(display);
  const pages = toPages(subject, through);
  const page = pages[part];
  if (page === undefined) return ok({ concluded: { throughSeq: through, reply: "whole" } });
  const payload = { request: request.id, seq: through, part };
  const posted = await posting.post({ channel, threadTs: ts }, page, payload);
  if (!posted.ok) return posted;
  const concluded = toProgress(through, part + 1, pages.length);
  return ok({ concluded, posted: posted.value });
}

function toProgress(through: number, next: number, pages: number): Concluded {
  return next < pages
    ? { reply: { through, part: next } }
    : { throughSeq: through, reply: "whole" };
}

/** The same pages each time: of the request as it stood at the last event that they tell. */
function toPages(subject: Subject, through: number): readonly Message[] {
  const { story, display, tenant, request } = subject;
  const then = replay(story.filter(({ seq }) => seq <= through)) ?? request;
  return toReplies({
    events: listUntold({ story, display }, through),
    request: then,
    tenant,
    mentions: (recorded) => isCalling(recorded, display),
  });
}

async function findReply({ slack, workspace }: PublisherParts, subject: Subject): Promise<Acted> {
  const { writing } = subject.display;
  if (writing?.kind !== "reply") throw new Error("No reply was begun that could be found");
  const { through, part } = writing;
  const home = await workspace();
  if (!home.ok) return home;
  const there = await findReplies(slack, expectPlace(subject.display), home.value.user_id);
  if (!there.ok) return there;
  const isThere = there.value.has(toReplyName(through, part));
  const pages = toPages(subject, through).length;
  const concluded = isThere ? toProgress(through, part + 1, pages) : { reply: { through, part } };
  return ok({ concluded });
}

/** Somebody whom Slack does not let the bot write to still has the thread and `status`. */
async function tell(parts: PublisherParts, subject: Subject, through: number): Promise<Acted> {
  const { request, story, display, recipe } = subject;
  const { draft, askedBy, id } = request;
  const words = describeNews(story, { toldSeq: display.toldSeq, draft, recipe });
  const told = ok({ concluded: { toldSeq: through } });
  if (words === undefined) return told;
  const channel = await parts.posting.openDirect(askedBy);
  const address = await toAddress(parts, display.place);
  const message = toMessage(withAddress(words, id, address));
  const sent = channel.ok ? await parts.posting.send(channel.value, message) : channel;
  if (sent.ok) return told;
  if (!isFinal(sent.error)) return sent;
  const facts = { request: id, outside: "Slack", fault: sent.error.kind };
  parts.log.warn(facts, "cannot tell the requester directly");
  return told;
}

/** Slack does not take it, however often it is sent. */
function isFinal({ kind }: SlackFault): boolean {
  return kind === "rejected" || kind === "unreadable";
}

function expectPlace({ place }: Display): MessagePlace {
  if (place === undefined) throw new Error("A request has no message yet");
  return place;
}
