import type { App } from "@slack/bolt";
import type { RawDraft } from "../flows/draft.ts";
import { parseDraft } from "../flows/parse-draft.ts";
import type { Recipe } from "../flows/recipe.ts";
import type { Refusal } from "../flows/refusal.ts";
import { modals } from "./action-ids.ts";
import { type OfForm, parseOfForm } from "./button-value.ts";
import { newForm } from "./create.ts";
import { type BotParts, findTenant } from "./deps.ts";
import { mayAskFor } from "./offers.ts";
import { readSubmission, type Submission } from "./payload.ts";
import { readForm, toErrors } from "./read-form.ts";
import { type Entered, registerSentForm, type Sent } from "./sent-form.ts";
import { blank, chooserBlocks } from "./views/chooser.ts";
import { notice } from "./views/notice.ts";
import { refusals, sentences } from "./views/words.ts";
import { within } from "./within.ts";

/** The chooser and the form: everything that needs no Workday is checked before the window changes. */
export function registerForm(app: App, parts: BotParts): void {
  app.view(modals.chooser, async ({ ack, body }) => {
    const { inputs, by } = readSubmission(body);
    const tenant = findTenant(parts.deps, choiceOf(inputs, chooserBlocks.tenant));
    const name = choiceOf(inputs, chooserBlocks.recipe);
    const recipe = name === blank ? undefined : parts.deps.recipes.find(name);
    if (tenant === undefined) {
      return ack({ response_action: "update", view: notice(sentences.noTenant) });
    }
    // When Slack is slow, the opening decides.
    const may = await within(lookMs, mayAskFor(parts, by, { tenant, recipe }));
    if (may?.ok === false) {
      const errors = { [chooserBlocks.recipe]: sayWhyNot(may.error) };
      return ack({ response_action: "errors", errors });
    }
    return ack({ response_action: "update", view: newForm(parts, tenant, recipe) });
  });
  registerSentForm(app, parts, {
    modal: modals.form,
    parse: parseOfForm,
    read: (sent) => readCreate(parts, sent),
  });
}

/** Milliseconds for the look at who it is; Slack waits 3,000. */
const lookMs = 1800;

function sayWhyNot(refusal: Refusal): string {
  return refusal === "not-a-requester" ? sentences.notYourRecipe : refusals[refusal];
}

function choiceOf(inputs: Submission["inputs"], block: string): string {
  return inputs.get(block)?.selected_option?.value ?? "";
}

function readCreate({ deps }: BotParts, { submission, carried }: Sent<OfForm>): Entered {
  const { raw: typed, problems } = readForm(submission.inputs, carried, deps.catalogue);
  const raw = { ...typed, ...toAuthenticationTypes(deps.recipes.find(carried.recipe)) };
  return {
    raw,
    check: (tenant) => {
      const draft = parseDraft(raw, tenant);
      return toErrors({ ...(draft.ok ? {} : draft.error), ...problems }, raw);
    },
  };
}

/** The recipe's own, which the form does not ask for. */
function toAuthenticationTypes(recipe: Recipe | undefined): Pick<RawDraft, "authenticationTypes"> {
  const types = recipe?.authenticationPolicy?.allowedTypes ?? [];
  return types.length === 0 ? {} : { authenticationTypes: types };
}
