import { commandsOf } from "../../../src/bot/commands/command-table.ts";
import { commands } from "../../../src/bot/commands/commands.ts";

/** What the bot knows of its commands when somebody asks for help. */
export const known = {
  groups: commands,
  names: commandsOf(commands).map(({ name }) => name),
};
