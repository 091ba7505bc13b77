import { showCommand, showHelp } from "../list-views/help.ts";
import type { SlashCommand } from "./command.ts";

export const help: SlashCommand = {
  name: "help",
  usage: "[command]",
  example: "create",
  summary: "all about one command",
  more: "Shows what there is to type, or all about one command.",
  isDefault: true,
  answer: ({ groups, rest }) => (rest === "" ? showHelp(groups) : showCommand(groups, rest)),
};
