import type { Concluded, Display, Writing } from "../../flows/ports/outbox.ts";
import { ok, type Result } from "../../result.ts";
import { isChannelGone } from "../slack/check-postable.ts";
import type { SlackFault } from "../slack/slack-call.ts";
import { describeUnseen } from "./addresses.ts";
import type { Showing } from "./next-calls.ts";
import { type Outcome, toOutcome } from "./outcome.ts";
import type { PublisherParts } from "./parts.ts";
import { type Acted, act, type Made, type Subject } from "./request-calls.ts";

/**
 * Makes one call for a request. It is written down before it is made, and what came of it afterwards; where another
 * replica has taken over meanwhile, the request is shown again, and what was posted too late is taken back.
 */
export async function publish(
  parts: PublisherParts,
  subject: Subject,
  call: Showing,
): Promise<Outcome> {
  const postable = await checkPlace(parts, subject, call);
  const token = await begin(parts, subject, call);
  if (token === undefined) return overtaken;
  if (!postable.ok) return conclude(parts, subject, { call, token, acted: postable });
  const acted = await act(parts, subject, call);
  const answeredAt = parts.elapsed();
  const outcome =
    !acted.ok && isOpenEnded(acted.error, call)
      ? toOutcome(acted.error)
      : await conclude(parts, subject, { call, token, acted });
  return { ...outcome, answeredAt };
}

/** Writes down what came of the call, and takes back what nobody may see. */
async function conclude(
  parts: PublisherParts,
  subject: Subject,
  { call, token, acted }: { readonly call: Showing; readonly token: number; readonly acted: Acted },
): Promise<Outcome> {
  const { request, display } = subject;
  const came = acted.ok ? acted.value.concluded : afterFault(acted.error, subject);
  const concluded = { ...came, ...leaveOpen(call, display) };
  const of = { token, doubts: display.doubts };
  if (await parts.ledger.conclude(request.id, of, concluded)) {
    return acted.ok ? note(parts, subject, concluded) : giveWay(parts, subject, acted.error);
  }
  if (acted.ok) await takeBack(parts, acted.value);
  return overtaken;
}

/** Writes the call down. @returns the lease's token; `undefined` where another may write by now. */
async function begin(
  { holder, ledger }: PublisherParts,
  { request, display }: Subject,
  call: Showing,
): Promise<number | undefined> {
  const token = holder.token();
  if (token === undefined) return undefined;
  const isBegun = await ledger.begin(request.id, token, toWriting(call, display));
  // Frozen since it was asked: nothing is sent that somebody else has shown by now.
  return isBegun && holder.token() === token ? token : undefined;
}

const overtaken = { kind: "overtaken" } as const;

function checkPlace(
  { checkPostable }: PublisherParts,
  { tenant, display }: Subject,
  call: Showing,
): Promise<Result<void, SlackFault>> {
  return call.kind === "tell"
    ? Promise.resolve(ok(undefined))
    : checkPostable(tenant.name, display.place?.channel ?? tenant.channel);
}

/** Waits for people count from the moment at which Slack has them. */
async function note(
  { onShown }: PublisherParts,
  { request, story, display }: Subject,
  { shown }: Concluded,
): Promise<Outcome> {
  if (shown !== undefined) {
    await onShown({ request, story, before: display.shownVersion, at: shown.at });
  }
  return { kind: "made" };
}

async function giveWay(
  { outbox }: PublisherParts,
  subject: Subject,
  fault: SlackFault,
): Promise<Outcome> {
  if (afterFault(fault, subject).place === "lost") return { kind: "made" };
  if (!isChannelGone(fault)) return toOutcome(fault);
  await outbox.tell(describeUnseen(subject.request, fault));
  return { kind: "channel-gone", channel: subject.tenant.channel };
}

function toWriting(call: Showing, { writing }: Display): Writing {
  switch (call.kind) {
    case "find-message":
      return { kind: "post" };
    case "find-reply":
      if (writing?.kind !== "reply") throw new Error("No reply was begun that could be found");
      return writing;
    case "tell":
      return writing ?? call;
    case "post":
    case "update":
    case "reply":
      return call;
  }
}

/** A private word may go out while a post cannot be looked for yet. */
function leaveOpen({ kind }: Showing, { writing }: Display): Pick<Concluded, "leavesOpen"> {
  const isLost = writing?.kind === "post" || writing?.kind === "reply";
  return kind === "tell" && isLost ? { leavesOpen: true } : {};
}

/** Slack may have done it: it is looked for before it is done again. What may be done twice is. */
function isOpenEnded({ kind }: SlackFault, call: Showing): boolean {
  if (call.kind === "find-message" || call.kind === "find-reply") return true;
  const isPost = call.kind === "post" || call.kind === "reply";
  return isPost && (kind === "unknown" || kind === "unreadable");
}

/** Somebody deleted the message, or its channel is gone or shared and the tenant has another by now. */
function afterFault(fault: SlackFault, { display, tenant }: Subject): Concluded {
  const { place } = display;
  if (place === undefined) return {};
  const isMoved = place.channel !== tenant.channel && isChannelGone(fault);
  return isMoved || lostCodes.has(fault.code) ? { place: "lost" } : {};
}

const lostCodes = new Set(["message_not_found", "thread_not_found", "cannot_reply_to_message"]);

/** What this replica posted too late: another has posted its own, or is about to. */
async function takeBack({ posting, log }: PublisherParts, { posted }: Made): Promise<void> {
  const removed = posted === undefined ? ok(undefined) : await posting.remove(posted);
  if (removed.ok) return;
  log.warn({ outside: "Slack", fault: removed.error.code }, "a message may stand twice");
}
