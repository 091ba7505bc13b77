import type { App } from "@slack/bolt";
import { create } from "./create.ts";
import type { BotParts } from "./deps.ts";
import { unescape } from "./escape.ts";
import { readCommand } from "./payload.ts";
import { answerStatus } from "./status.ts";
import type { Message } from "./views/block.ts";
import { help, unknownCommand } from "./views/help.ts";

/** `/workday-isu` and whatever the app's command is called: acknowledged at once, answered privately. */
export function registerCommand(app: App, parts: BotParts): void {
  app.command(/.*/, async ({ ack, body }) => {
    const call = readCommand(body);
    const { name, rest } = parseText(call.text);
    switch (name) {
      case "create":
        await ack();
        return create(parts, call, rest);
      case "status":
        await ack();
        return answerStatus(parts, call, rest);
      case "":
      case "help":
        return ack(privately(help(parts.deps.recipes.list().map((recipe) => recipe.name))));
      default:
        return ack(privately(unknownCommand(name)));
    }
  });
}

function parseText(text: string): { readonly name: string; readonly rest: string } {
  const [name = "", ...rest] = unescape(text).trim().split(/\s+/);
  return { name: name.toLowerCase(), rest: rest.join(" ") };
}

function privately(message: Message): Message & { readonly response_type: "ephemeral" } {
  return { response_type: "ephemeral", ...message };
}
