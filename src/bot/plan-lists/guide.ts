import { kindOf } from "../../flows/kinds/kinds.ts";
import { listUnmetNeeds } from "../../flows/planning/unmet-needs.ts";
import { accountOf, type Draft } from "../../flows/request/draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import {
  describeConnection,
  listAfterwards,
  listBefore,
} from "../../flows/tenant/recipe-requirements.ts";
import { count } from "../../flows/text/count.ts";
import { type Block, plainSection } from "../blocks/block.ts";
import type { Foldable } from "../blocks/fold.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { typeRecipes } from "../blocks/typed-commands.ts";

/** Most characters of one list: three of them fit into a button. */
const listLimit = 550;

/** What the recipe does not know, and what its guide asks for that no step does. */
export function showGuide(recipe: Recipe | undefined, draft: Draft): (Block | Foldable)[] {
  if (recipe === undefined) return [];
  const isForAccount = kindOf(draft).makes === "account";
  const connection = isForAccount ? describeConnection(recipe) : undefined;
  return [
    ...(recipe.incomplete === undefined
      ? []
      : [plainSection(`The recipe is incomplete. ${recipe.incomplete}`)]),
    ...(connection === undefined ? [] : [plainSection(`${connection}.`)]),
    ...foldLists(listUnmetNeeds(recipe, accountOf(draft)), isForAccount ? recipe : undefined),
  ];
}

/** What is not part of the request; what has to be there before the account is of use, and what comes back once it is. */
function foldLists(beyond: readonly string[], recipe: Recipe | undefined): Foldable[] {
  const before = recipe === undefined ? [] : listBefore(recipe);
  const after = recipe === undefined ? [] : listAfterwards(recipe);
  const lists = [
    { title: "The guide also asks for, and not part of this request", lines: beyond },
    { title: "Beforehand", lines: before },
    { title: "Afterwards", lines: after },
  ].filter(({ lines }) => lines.length > 0);
  if (lists.length === 0) return [];
  const texts = lists.map(({ title, lines }) => `${title} (${lines.length}):\n${cut(lines)}`);
  return [
    {
      title: "What the guide asks for",
      full: texts.map((text) => plainSection(text)),
      short: `The guide also asks for ${[
        ...(beyond.length === 0
          ? []
          : [`${count(beyond.length, "thing")} not part of this request`]),
        ...(before.length === 0 ? [] : [`${count(before.length, "thing")} beforehand`]),
        ...(after.length === 0 ? [] : [`${count(after.length, "thing")} afterwards`]),
      ].join(", ")}.`,
      lines: texts,
    },
  ];
}

/** The first of them: the recipe itself is a command away. */
function cut(lines: readonly string[]): string {
  return cutLines(lines, listLimit, `${typeRecipes()} shows all of it`);
}
