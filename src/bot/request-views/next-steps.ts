import {
  commandFor,
  listNextSteps,
  type NextStep,
  nextStepTitles,
} from "../../flows/planning/next-steps.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { type Block, buttons, section } from "../blocks/block.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

/** Says what comes next, each with the command and with a button that opens the same form. */
export function showFollowUps({ draft }: Request, recipe: Recipe | undefined): Block[] {
  return listNextSteps(draft, recipe).flatMap((followUp) => {
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
