import { truncate } from "../../flows/text/truncate.ts";
import { type Message, section } from "../blocks/block.ts";
import { code } from "../blocks/mrkdwn.ts";
import { nearest } from "../blocks/nearest.ts";
import type { Choices } from "../forms/chooser.ts";

/** What stands behind `/workday-isu`. */
export const subcommands = [
  "create",
  "rotate",
  "retire",
  "activate",
  "activate-group",
  "rollback",
  "api-client",
  "status",
  "recipes",
  "list",
  "audit",
  "domains",
  "delegate",
  "passkey",
  "permissions",
  "segments",
  "help",
] as const;

const lines = [
  "*Integration users for Workday*",
  "`/workday-isu create [recipe] [tenant]` asks for a new integration user: a form, a plan, an approval, and the password straight into Key Vault. Nothing is changed before you have seen the plan.",
  "`/workday-isu rotate [ISU]` asks for another password; `/workday-isu retire [ISU]` for the end of an account.",
  "`/workday-isu activate [tenant]` asks for the activation of what is pending, by itself.",
  "`/workday-isu activate-group [ISU]` asks that the inactive group of an account becomes active.",
  "`/workday-isu rollback [tenant]` asks for the way back to an earlier activation: what came after it is pending again.",
  "`/workday-isu api-client [ISU]` asks for an API client with a refresh token, for another token, or for the client's end.",
  "`/workday-isu status` lists your open requests, and those that wait for you; so does this app's Home tab.",
  "`/workday-isu status [request or ISU]` tells the whole story of one.",
  "`/workday-isu recipes [name]` lists what vendors' guides ask for, or shows one.",
  "`/workday-isu list [tenant or text]` lists the accounts with their state, age and owner, to those who may read it; `list overdue` those whose password is due.",
  "`/workday-isu audit [request]` shows a request's audit trail and whether it is intact, to auditors.",
  "`/workday-isu domains [area or text]` looks through the domain security policies and business processes that are known.",
  "Changes of a production tenant are confirmed with its name. A tenant with change windows is changed inside of them only: what is approved waits for the next.",
  "`/workday-isu delegate [tenant]` lets somebody else decide for an approver who is away, and ends that again.",
  "`/workday-isu passkey` registers the passkey that some tenants ask their approvers for.",
  "`/workday-isu permissions [ISU]` asks for other permissions or business processes of an account that exists: the plan shows the difference.",
  "`/workday-isu segments [ISU]` opens some of what an account may do in some segments only, such as learning topics, or ends that.",
  "Every command for an account takes one that the bot did not make, too, and says so in the plan. Where it is in several groups, name one: `rotate [ISU] [group]`.",
  "`/workday-isu help` shows this.",
];

export function help(recipes: readonly string[]): Message {
  const { text, blocks } = toMessage(lines.join("\n"));
  if (recipes.length === 0) return { text, blocks };
  const known = `Recipes: ${truncate(recipes.map((name) => code(name)).join(", "), 1500)}`;
  return { text: `${text}\n${known}`, blocks: [...blocks, section(known)] };
}

export function unknownCommand(typed: string): Message {
  const [meant] = nearest(typed, subcommands);
  const guess = meant === undefined ? "" : ` Did you mean \`/workday-isu ${meant}\`?`;
  const words = `There is no ${code(truncate(typed, 100))} here.${guess}`;
  return toMessage([words, ...lines.slice(1)].join("\n"));
}

/** Names nothing but what the person may ask for. */
export function unknownRecipe(
  typed: string,
  { recipes, hasBlank }: Pick<Choices, "recipes" | "hasBlank">,
): string {
  const names = recipes.map(({ name }) => name);
  const meant = nearest(typed, names).map((name) => code(name));
  const guess = meant.length === 0 ? "" : ` Did you mean ${meant.join(" or ")}?`;
  const blank = hasBlank ? ", or begin blank" : "";
  return `There is no recipe ${code(truncate(typed, 100))}.${guess} Choose one here${blank}.`;
}

function toMessage(words: string): Message {
  return { text: words, blocks: [section(words)] };
}
