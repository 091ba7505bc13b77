import type { Fault } from "../../flows/model/fault.ts";
import type { Notice } from "../../flows/request/notice.ts";
import { err, ok, type Result } from "../../result.ts";
import { noticeMessage } from "../request-views/notices.ts";
import { findTenant } from "../slack/deps.ts";
import { findMessage } from "../slack/find-message.ts";
import { callSlack } from "../slack/slack-call.ts";
import { type AnnouncerParts, Posted, toMetadata } from "./update-thread.ts";

/** Posts a notice in its tenant's channel. Safe to repeat: it looks for its own message first. */
export async function postNotice(
  { deps, slack, workspace, refuseShared }: AnnouncerParts,
  notice: Notice,
): Promise<Result<void, Fault>> {
  const tenant = findTenant(deps, notice.tenant);
  if (tenant === undefined) {
    const words = "The notice's tenant is not in the configuration any more.";
    return err({ kind: "rejected", outside: "Slack", words });
  }
  const { channel } = tenant;
  const home = await workspace();
  if (!home.ok) return home;
  const alone = await refuseShared(tenant.name, channel);
  if (!alone.ok) return alone;
  const { key, madeAt } = notice;
  const wanted = { request: key, since: madeAt, bot: home.value.user_id };
  const there = await findMessage(slack, channel, wanted);
  if (!there.ok) return there;
  if (there.value !== undefined) return ok(undefined);
  const metadata = toMetadata({ request: key });
  const posted = await callSlack(
    () =>
      slack.once.chat.postMessage({
        channel,
        ...noticeMessage(notice, tenant),
        metadata,
        unfurl_links: false,
        unfurl_media: false,
      }),
    Posted,
  );
  return posted.ok ? ok(undefined) : posted;
}
