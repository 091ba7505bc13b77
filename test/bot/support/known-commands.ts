import { commands } from "../../../src/bot/commands/commands.ts";
import { commandsOf, describeCommands } from "../../../src/bot/commands/help-lines.ts";

/** What the bot knows of its commands when somebody asks for help. */
export const known = {
  helpLines: describeCommands(commands),
  names: commandsOf(commands).map(({ name }) => name),
};
