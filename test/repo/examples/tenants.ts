import { section } from "../../../src/bot/blocks/block.ts";
import { escape } from "../../../src/bot/blocks/mrkdwn.ts";
import type { SlashCommand } from "../../../src/bot/commands/command.ts";

export const tenants: SlashCommand = {
  name: "tenants",
  usage: "[text]",
  example: "acme",
  summary: "the bot's tenants",
  more: "Lists the tenants that the bot works for.",
  answer: ({ deps, rest }) => {
    const fitting = deps.tenants.filter(({ label }) => label.includes(rest));
    const text = fitting.map(({ label }) => escape(label)).join(", ") || "There is none.";
    return { text, blocks: [section(text)] };
  },
};
