import { help as showHelp } from "../list-views/help.ts";
import type { Command } from "./command.ts";

export const help: Command = {
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
