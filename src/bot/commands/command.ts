import type { App } from "@slack/bolt";
import { changeKinds } from "../../flows/request/draft.ts";
import { truncate } from "../../flows/text/truncate.ts";
import type { Message } from "../blocks/block.ts";
import { unescape } from "../blocks/mrkdwn.ts";
import { clientChanges } from "../forms/change-form.ts";
import { browseDomains } from "../list-views/domains.ts";
import { help, unknownCommand } from "../list-views/help.ts";
import { type CommandCall, parseCommand } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { answerAudit } from "./audit.ts";
import { change } from "./change.ts";
import { create } from "./create.ts";
import { delegate } from "./delegate.ts";
import { answerInventory } from "./inventory.ts";
import { runPasskey } from "./passkeys.ts";
import { editPermissions } from "./permissions.ts";
import { answerRecipes } from "./recipes.ts";
import { segmentAccess } from "./segments.ts";
import { answerStatus } from "./status.ts";

/** A text that narrows a list travels in a button. */
const longestText = 200;

/** `/workday-isu` and whatever the app's command is called: acknowledged at once, answered privately. */
export function registerCommand(app: App, parts: BotParts): void {
  app.command(/.*/, async ({ ack, body }) => {
    const call = parseCommand(body);
    const { name, rest } = parseText(call.text);
    const answer = commands.get(name);
    if (answer === undefined) return ack(privately(describeAtOnce(parts, name, rest)));
    await ack();
    return answer(parts, call, rest);
  });
}

type Answer = (parts: BotParts, call: CommandCall, rest: string) => Promise<void>;

/** What becomes of a client is chosen in the form of `api-client`. */
const commands: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ["create", create],
  ...changeKinds
    .filter((kind) => !clientChanges.some((one) => one === kind))
    .map((kind): [string, Answer] => [
      kind,
      (parts, call, about) => change(parts, call, { kind, about }),
    ]),
  ["permissions", editPermissions],
  ["segments", segmentAccess],
  ["status", answerStatus],
  ["recipes", answerRecipes],
  [
    "list",
    (parts, call, rest) =>
      answerInventory(parts, call, { text: truncate(rest, longestText), from: 0 }),
  ],
  ["audit", (parts, call, about) => answerAudit(parts, call, { about, from: 0 })],
  ["delegate", delegate],
  ["passkey", runPasskey],
]);

/** What needs nothing from outside. */
function describeAtOnce({ deps }: BotParts, name: string, rest: string): Message {
  if (name === "domains") return browseDomains(deps.catalogue, rest);
  return name === "" || name === "help"
    ? help(deps.recipes.list().map((recipe) => recipe.name))
    : unknownCommand(name);
}

function parseText(text: string): { readonly name: string; readonly rest: string } {
  const [name = "", ...rest] = unescape(text).trim().split(/\s+/);
  return { name: name.toLowerCase(), rest: rest.join(" ") };
}

function privately(message: Message): Message & { readonly response_type: "ephemeral" } {
  return { response_type: "ephemeral", ...message };
}
