import { showHelp } from "../list-views/help.ts";
import type { SlashCommand } from "./command.ts";

export const help: SlashCommand = {
  name: "help",
  usage: "",
  summary: "shows this",
  isDefault: true,
  answer: ({ deps, helpLines }) =>
    showHelp(
      helpLines,
      deps.recipes.list().map(({ name }) => name),
    ),
};
