import { context } from "../blocks/block.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { messageBlocks } from "../blocks/slack-limits.ts";

/** What sends people to those who run the bot. */
const asked = /the bot's operators|an operator/i;

/**
 * Says who the bot's operators are, below whatever sends people to them. What says nothing of them stays as it is.
 *
 * @param shown a message or a view
 * @param contact as it is configured: an id of Slack's, an address, or words
 */
export function nameOperators<Shown extends { readonly blocks: readonly unknown[] }>(
  shown: Shown,
  contact: string | undefined,
): Shown {
  const { blocks } = shown;
  if (contact === undefined) return shown;
  if (blocks.length >= messageBlocks || !asked.test(JSON.stringify(blocks))) return shown;
  return { ...shown, blocks: [...blocks, context(`The bot's operators: ${describe(contact)}`)] };
}

/** An id becomes what Slack shows by its name. */
function describe(contact: string): string {
  if (/^[CG][A-Z0-9]{6,}$/.test(contact)) return `<#${contact}>`;
  if (/^[UW][A-Z0-9]{6,}$/.test(contact)) return `<@${contact}>`;
  if (/^S[A-Z0-9]{6,}$/.test(contact)) return `<!subteam^${contact}>`;
  return /^(?:https:|mailto:)[^\s<>|]+$/.test(contact) ? `<${escape(contact)}>` : escape(contact);
}
