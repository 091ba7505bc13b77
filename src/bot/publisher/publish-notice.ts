import { describeOwnersPart } from "../../flows/lifecycle/describe-owners-part.ts";
import type { DirectMessage } from "../../flows/ports/outbox.ts";
import type { Notice } from "../../flows/request/notice.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { ok, type Result } from "../../result.ts";
import { noticeMessage } from "../request-views/notices.ts";
import { isChannelGone } from "../slack/check-postable.ts";
import { findMessage } from "../slack/find-message.ts";
import { toMessage } from "../slack/send-directly.ts";
import type { SlackFault } from "../slack/slack-call.ts";
import { toAddress, withAddress } from "./addresses.ts";
import { type Outcome, toOutcome } from "./outcome.ts";
import type { PublisherParts } from "./parts.ts";

/** Posts a notice in its tenant's channel. Where somebody may have posted it already, it is looked for first. */
export async function publishNotice(
  parts: PublisherParts,
  notice: Notice & { readonly isBegun: boolean },
  tenant: Tenant,
): Promise<Outcome> {
  const { holder, ledger, checkPostable } = parts;
  const postable = await checkPostable(tenant.name, tenant.channel);
  if (!postable.ok) return toNoticeOutcome(postable.error, tenant);
  const there = notice.isBegun ? await isThere(parts, notice, tenant) : ok(false);
  if (!there.ok) return toOutcome(there.error);
  const token = holder.token();
  if (token === undefined || !(await ledger.beginNotice(notice.key, token))) {
    return { kind: "overtaken" };
  }
  if (holder.token() !== token) return { kind: "overtaken" };
  const posted = there.value ? ok(undefined) : await post(parts, notice, tenant);
  const answeredAt = parts.elapsed();
  if (!posted.ok) return { ...toNoticeOutcome(posted.error, tenant), answeredAt };
  await ledger.settleNotice(notice.key, describeOwnersPart(notice, tenant.label));
  return { kind: "made", answeredAt };
}

async function isThere(
  { slack, workspace }: PublisherParts,
  { key, madeAt }: Notice,
  { channel }: Tenant,
): Promise<Result<boolean, SlackFault>> {
  const home = await workspace();
  if (!home.ok) return home;
  const wanted = { request: key, since: madeAt, bot: home.value.user_id };
  const ts = await findMessage(slack, channel, wanted);
  return ts.ok ? ok(ts.value !== undefined) : ts;
}

function post(
  { posting }: PublisherParts,
  notice: Notice,
  tenant: Tenant,
): Promise<Result<unknown, SlackFault>> {
  const message = noticeMessage(notice, tenant);
  return posting.post({ channel: tenant.channel }, message, { request: notice.key });
}

function toNoticeOutcome(fault: SlackFault, { channel }: Tenant): Outcome {
  return isChannelGone(fault) ? { kind: "channel-gone", channel } : toOutcome(fault);
}

/** Sends a private message, with a link to its request. A crash in between sends it twice, never not at all. */
export async function publishDirect(
  parts: PublisherParts,
  { key, person, words, request }: DirectMessage,
): Promise<Outcome> {
  if (parts.holder.token() === undefined) return { kind: "overtaken" };
  const channel = await parts.posting.openDirect(person);
  const text = request === undefined ? words : await address(parts, words, request);
  const sent = channel.ok ? await parts.posting.send(channel.value, toMessage(text)) : channel;
  const answeredAt = parts.elapsed();
  if (!sent.ok && sent.error.kind !== "rejected") return { ...toOutcome(sent.error), answeredAt };
  if (!sent.ok) {
    const facts = { outside: "Slack", fault: sent.error.kind };
    parts.log.warn(facts, "cannot tell somebody directly");
  }
  await parts.ledger.settleDirect(key);
  return { kind: "made", answeredAt };
}

async function address(
  parts: PublisherParts,
  words: string,
  request: NonNullable<DirectMessage["request"]>,
): Promise<string> {
  const display = await parts.outbox.findDisplay(request);
  return withAddress(words, request, await toAddress(parts, display?.place));
}
