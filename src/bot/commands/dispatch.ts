import type { App } from "@slack/bolt";
import type { Message } from "../blocks/block.ts";
import { unescape } from "../blocks/mrkdwn.ts";
import { unknownCommand } from "../list-views/help.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseWindowMetadata } from "../payloads/metadata.ts";
import { type Press, parseCommand, parsePress, windowOf } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import type { SlashCommand } from "./command.ts";
import { commandsOf, describeCommands, type HelpEntry } from "./help-lines.ts";

/**
 * Listens to `/workday-isu`, whatever the app's command is called, and to what each command adds: acknowledged at
 * once, answered privately.
 */
export function createRegisterCommands(
  entries: readonly HelpEntry[],
): (app: App, parts: BotParts) => void {
  const commands = commandsOf(entries);
  const helpLines = describeCommands(entries);
  return (app, parts) => {
    for (const { register } of commands) register?.(app, parts);
    app.command(/.*/, async ({ ack, body }) => {
      const call = parseCommand(body);
      const { word, rest } = parseText(unescape(call.text));
      const command = findCommand(commands, word);
      if (command === undefined) {
        const names = commands.map(({ name }) => name);
        return ack(privately(unknownCommand(word, { names, helpLines })));
      }
      if ("answer" in command) {
        return ack(privately(command.answer({ deps: parts.deps, rest, helpLines })));
      }
      await ack();
      return command.run(parts, call, rest);
    });
    app.action(actions.openAgain, async ({ ack, body, action }) => {
      await ack();
      await openAgain(parts, commands, parsePress(body, action));
    });
  };
}

/** *Try again* in a window that its command did not fill. */
async function openAgain(
  parts: BotParts,
  commands: readonly SlashCommand[],
  press: Press,
): Promise<void> {
  const { channel, typed } = parseWindowMetadata(press.value);
  const { word, rest } = parseText(typed);
  const command = findCommand(commands, word);
  if (command === undefined || !("run" in command)) {
    throw new Error(`There is no command that is called as what is tried again: ${word}`);
  }
  const { by, triggerId } = press;
  await command.run(parts, { by, triggerId, channel, responseUrl: "", ...windowOf(press) }, rest);
}

function findCommand(commands: readonly SlashCommand[], word: string): SlashCommand | undefined {
  return commands.find(({ name, isDefault }) => (word === "" ? isDefault === true : name === word));
}

function parseText(text: string): { readonly word: string; readonly rest: string } {
  const [word = "", ...rest] = text.trim().split(/\s+/);
  return { word: word.toLowerCase(), rest: rest.join(" ") };
}

function privately(message: Message): Message & { readonly response_type: "ephemeral" } {
  return { response_type: "ephemeral", ...message };
}
