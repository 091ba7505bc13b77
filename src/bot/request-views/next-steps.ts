import {
  commandFor,
  listNextSteps,
  listTasksAfterwards,
  type NextStep,
  nextStepTitles,
} from "../../flows/planning/next-steps.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { type Block, buttons, plainSection, section } from "../blocks/block.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { typeRecipes } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

/** Says what comes next, each with the command and with a button that opens the same form. */
export function showFollowUps({ draft }: Request, recipe: Recipe | undefined): Block[] {
  const asked = listNextSteps(draft, recipe).flatMap((followUp) => {
    const { kind, userName, tenant } = followUp;
    return [
      section(describeFollowUp(followUp)),
      buttons([
        {
          id: actions.followUp,
          text: nextStepTitles[kind],
          value: serializeMetadata({ kind, userName, tenant }),
        },
      ]),
    ];
  });
  return [...asked, ...showTasks(draft, recipe)];
}

/** Weight of the tasks of a guide: the message has more to say. */
const mostOfTasks = 900;

function showTasks(draft: Draft, recipe: Recipe | undefined): Block[] {
  const tasks = listTasksAfterwards(draft, recipe);
  if (recipe === undefined || tasks.length === 0) return [];
  const all = `${typeRecipes(recipe.name)} shows all of it`;
  const lines = tasks.map((task) => `• ${task}`);
  return [
    plainSection(
      cutLines(
        [`Next, the guide of ${recipe.vendor} asks somebody for:`, ...lines],
        mostOfTasks,
        all,
      ),
    ),
  ];
}

/** What the requester is told of a guide's tasks afterwards; `undefined` where there are none. */
export function describeTasks(draft: Draft, recipe: Recipe | undefined): string | undefined {
  const { length } = listTasksAfterwards(draft, recipe);
  if (recipe === undefined || length === 0) return undefined;
  const what = length === 1 ? "one more task" : `${length} more tasks`;
  return `*Next:* the guide of ${escape(recipe.vendor)} has ${what} for somebody: ${typeRecipes(recipe.name)} lists them under “Afterwards”.`;
}

/** One follow-up with its command, in `mrkdwn`. */
export function describeFollowUp(followUp: NextStep): string {
  const { kind, userName, tenant } = followUp;
  return `*Next:* ${describeNeed(followUp)} Ask for it with ${code(`${commandFor(kind)} ${userName} ${tenant}`)}.`;
}

function describeNeed(followUp: NextStep): string {
  if (!("vendor" in followUp))
    return `the group ${code(followUp.groupName)} is still to become active: it was made inactive, and nothing that it is granted counts before.`;
  const what = "by" in followUp ? `access by ${escape(followUp.by)}` : "an API client";
  return describeOfGuide(followUp, what);
}

function describeOfGuide(
  { vendor, optional }: Extract<NextStep, { readonly vendor: string }>,
  what: string,
): string {
  const guide = `the guide of ${escape(vendor)}`;
  return optional === undefined
    ? `${guide} asks for ${what} too, and this account has none.`
    : `${guide} offers ${what} (optional: ${escape(optional)}), and this account has none.`;
}
