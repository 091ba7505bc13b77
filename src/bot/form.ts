import type { App } from "@slack/bolt";
import type { RawDraft } from "../flows/draft.ts";
import { parseDraft } from "../flows/parse-draft.ts";
import type { Recipe } from "../flows/recipe.ts";
import type { Refusal } from "../flows/refusal.ts";
import { modals } from "./action-ids.ts";
import { parseOfForm } from "./button-value.ts";
import { checkAndShow } from "./check-draft.ts";
import { newForm } from "./create.ts";
import { type BotParts, findTenant } from "./deps.ts";
import { mayAskFor } from "./offers.ts";
import { readSubmission, type Submission } from "./payload.ts";
import { readForm, toErrors } from "./read-form.ts";
import { checking } from "./views/checking.ts";
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
  app.view(modals.form, async ({ ack, body }) => {
    const submission = readSubmission(body);
    const taken = await takeForm(parts, submission);
    if (taken.kind === "errors") {
      await ack({ response_action: "errors", errors: taken.errors });
      return;
    }
    if (taken.kind === "stop") {
      await ack({ response_action: "update", view: notice(taken.words) });
      return;
    }
    await ack({ response_action: "update", view: checking(taken.tenant, taken.id) });
    await checkAndShow(parts, submission.viewId, taken);
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

type Taken =
  | { readonly kind: "errors"; readonly errors: Record<string, string> }
  | { readonly kind: "stop"; readonly words: string }
  | ({ readonly kind: "kept" } & Parameters<typeof checkAndShow>[2]);

/** Checks what was typed and writes it down, so that nothing is lost from here on. */
async function takeForm({ deps }: BotParts, submission: Submission): Promise<Taken> {
  const carried = parseOfForm(submission.metadata);
  const { id } = carried;
  const tenant = findTenant(deps, carried.tenant);
  if (tenant === undefined) return { kind: "stop", words: sentences.noTenant };
  const kept = await deps.store.findDraft(id);
  if (kept !== undefined && kept.by !== submission.by) {
    return { kind: "stop", words: sentences.notYours };
  }
  const { raw: typed, problems } = readForm(submission.inputs, carried, deps.catalogue);
  const raw = { ...typed, ...toAuthenticationTypes(deps.recipes.find(carried.recipe)) };
  const draft = parseDraft(raw, tenant);
  const errors = toErrors({ ...(draft.ok ? {} : draft.error), ...problems }, raw);
  if (Object.keys(errors).length > 0) return { kind: "errors", errors };
  await deps.store.keepDraft(id, { by: submission.by, raw });
  return { kind: "kept", id, tenant, raw };
}

/** The recipe's own, which the form does not ask for. */
function toAuthenticationTypes(recipe: Recipe | undefined): Pick<RawDraft, "authenticationTypes"> {
  const types = recipe?.authenticationPolicy?.allowedTypes ?? [];
  return types.length === 0 ? {} : { authenticationTypes: types };
}
