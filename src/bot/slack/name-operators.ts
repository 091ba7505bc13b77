import { z } from "zod";
import { context } from "../blocks/block.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { messageBlocks } from "../blocks/slack-limits.ts";

const Shown = z.looseObject({ blocks: z.array(z.unknown()) });
const InView = z.looseObject({ view: Shown });

/** What sends people to those who run the bot. */
const asked = /the bot's operators|an operator/i;

/**
 * Says who the bot's operators are, below whatever sends people to them. What says nothing of them stays as it is.
 *
 * @param content of a call of Slack's: a message, or what holds a view
 * @param contact as it is configured: an id of Slack's, an address, or words
 */
export function nameOperators(
  content: Record<string, unknown>,
  contact: string | undefined,
): Record<string, unknown> {
  if (contact === undefined) return content;
  const inView = InView.safeParse(content);
  if (inView.success) return { ...content, view: withContact(inView.data.view, contact) };
  const message = Shown.safeParse(content);
  return message.success ? withContact(message.data, contact) : content;
}

function withContact(shown: z.infer<typeof Shown>, contact: string): z.infer<typeof Shown> {
  const { blocks } = shown;
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
