import type { App } from "@slack/bolt";
import type { Message } from "../blocks/block.ts";
import { unescape } from "../blocks/mrkdwn.ts";
import { unknownCommand } from "../list-views/help.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseCommandMetadata, parseWindowMetadata } from "../payloads/metadata.ts";
import { type Press, parseCommand, parsePress, windowOf } from "../payloads/parse-payload.ts";
import { toCaller } from "../slack/caller.ts";
import type { BotParts } from "../slack/deps.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import type { CommandGroup, SlashCommand } from "./command.ts";
import { commandsOf } from "./command-table.ts";

/**
 * Listens to `/workday-isu`, whatever the app's command is called, and to what each command adds: acknowledged at
 * once, answered privately.
 */
export function createRegisterCommands(
  groups: readonly CommandGroup[],
): (app: App, parts: BotParts) => void {
  const commands = commandsOf(groups);
  return (app, parts) => {
    for (const { register } of commands) register?.(app, parts);
    app.command(/.*/, async ({ ack, body }) => {
      const call = parseCommand(body);
      const typed = readTyped(parts, groups, unescape(call.text));
      if ("answer" in typed) return ack({ response_type: "ephemeral", ...typed.answer });
      await ack();
      return typed.command.run(parts, call, typed.rest);
    });
    app.action(actions.runCommand, async ({ ack, body, action }) => {
      await ack();
      await runPressed(parts, groups, parsePress(body, action));
    });
    app.action(actions.openAgain, async ({ ack, body, action }) => {
      await ack();
      await openAgain(parts, commands, parsePress(body, action));
    });
  };
}

type Typed =
  | { readonly answer: Message }
  | { readonly command: Extract<SlashCommand, { run: unknown }>; readonly rest: string };

/** What is known at once, or the command that answers later. */
function readTyped({ deps }: BotParts, groups: readonly CommandGroup[], text: string): Typed {
  const { word, rest } = parseText(text);
  const command = findCommand(commandsOf(groups), word);
  if (command === undefined) return { answer: unknownCommand(groups, { word, rest }) };
  return "answer" in command
    ? { answer: command.answer({ deps, rest, groups }) }
    : { command, rest };
}

/** A button that types a command: the same as if the person had typed it there. */
async function runPressed(
  parts: BotParts,
  groups: readonly CommandGroup[],
  press: Press,
): Promise<void> {
  const caller = toCaller(press);
  const typed = readTyped(parts, groups, parseCommandMetadata(press.value).typed);
  if ("answer" in typed) return tellPrivately(parts, caller.responseUrl, typed.answer);
  return typed.command.run(parts, { ...caller, triggerId: press.triggerId }, typed.rest);
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
