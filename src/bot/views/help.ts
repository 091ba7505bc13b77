import { code } from "../escape.ts";
import { nearest } from "../nearest.ts";
import { type Message, section } from "./block.ts";
import { cut } from "./limit.ts";

const subcommands = ["create", "status", "help"] as const;

const lines = [
  "*Integration users for Workday*",
  "`/workday-isu create [recipe]` asks for a new integration user: a form, a plan, an approval, and the password straight into Key Vault. Nothing is changed before you have seen the plan.",
  "`/workday-isu status` lists your open requests, and those that you may approve.",
  "`/workday-isu status [request or ISU]` tells the whole story of one.",
  "`/workday-isu help` shows this.",
];

export function help(recipes: readonly string[]): Message {
  const known = cut(recipes.map((name) => code(name)).join(", "), 1500);
  const list = recipes.length === 0 ? [] : [`Recipes: ${known}`];
  return toMessage([...lines, ...list].join("\n"));
}

export function unknownCommand(typed: string): Message {
  const [meant] = nearest(typed, subcommands);
  const guess = meant === undefined ? "" : ` Did you mean \`/workday-isu ${meant}\`?`;
  const words = `There is no ${code(cut(typed, 100))} here.${guess}`;
  return toMessage([words, ...lines.slice(1)].join("\n"));
}

export function unknownRecipe(typed: string, recipes: readonly string[]): string {
  const meant = nearest(typed, recipes).map((name) => code(name));
  const guess = meant.length === 0 ? "" : ` Did you mean ${meant.join(" or ")}?`;
  return `There is no recipe ${code(cut(typed, 100))}.${guess} Choose one here, or begin blank.`;
}

function toMessage(words: string): Message {
  return { text: words, blocks: [section(words)] };
}
