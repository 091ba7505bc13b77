import {
  type Instant,
  type PersonId,
  slackIdsOf,
  theBot,
  type UserGroupId,
} from "../../flows/model/ids.ts";

/**
 * Makes text harmless in `mrkdwn`: no mention, no link, no channel-wide call can be written with it.
 * @see Slack, "Formatting message text": escape `&`, `<` and `>`
 */
export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The text as it was typed: with `should_escape`, Slack escapes what follows a command. */
export function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** A name as code, so that no character of it formats anything. */
export function code(text: string): string {
  return `\`${escape(text.replaceAll("`", "'").replace(/\s+/g, " "))}\``;
}

export function mention(person: PersonId): string {
  if (person === theBot) return "the bot";
  return `<@${slackIdsOf(person).id}>`;
}

export function mentionGroup(group: UserGroupId): string {
  return `<!subteam^${slackIdsOf(group).id}>`;
}

export function mentionChannel(channel: string): string {
  return `<#${channel}>`;
}

/** A link. Its address is one of Slack's own, or one that an operator wrote: no person typed it. */
export function link(address: string, text: string): string {
  return `<${escape(address)}|${escape(text)}>`;
}

/** A moment in the reader's own time zone; UTC where Slack cannot show that. */
export function moment(at: Instant): string {
  const seconds = Math.floor(at / 1000);
  return `<!date^${seconds}^{date_short_pretty} at {time}|${formatUtc(at)}>`;
}

/** A day in the reader's own time zone. */
export function formatDay(at: Instant): string {
  const [date = ""] = formatUtc(at).split(" ");
  return `<!date^${Math.floor(at / 1000)}^{date_short}|${date}>`;
}

function formatUtc(at: Instant): string {
  const [day = "", time = ""] = new Date(at).toISOString().split("T");
  return `${day} ${time.slice(0, 5)} UTC`;
}
