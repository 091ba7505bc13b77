import type { App } from "@slack/bolt";
import { parseDraft } from "../flows/parse-draft.ts";
import { actions, modals } from "./action-ids.ts";
import { parseOfForm } from "./button-value.ts";
import { checkAndShow } from "./check-draft.ts";
import { newForm } from "./create.ts";
import { type BotParts, findTenant } from "./deps.ts";
import { readSubmission, readSuggestion, type Submission } from "./payload.ts";
import { loadingOption, readForm, toErrors } from "./read-form.ts";
import { checking } from "./views/checking.ts";
import { blank, chooserBlocks } from "./views/chooser.ts";
import { systemOption } from "./views/form.ts";
import { notice } from "./views/notice.ts";
import { sentences } from "./views/words.ts";

/** The chooser and the form: everything that needs no Workday is checked before the window changes. */
export function registerForm(app: App, parts: BotParts): void {
  app.view(modals.chooser, async ({ ack, body }) => {
    const { inputs } = readSubmission(body);
    const tenant = findTenant(parts.deps, choiceOf(inputs, chooserBlocks.tenant));
    const name = choiceOf(inputs, chooserBlocks.recipe);
    const recipe = name === blank ? undefined : parts.deps.recipes.find(name);
    const view = tenant === undefined ? notice(sentences.noTenant) : newForm(parts, tenant, recipe);
    await ack({ response_action: "update", view });
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
  app.options(actions.system, async ({ ack, body }) => {
    await ack({ options: await suggest(parts, readSuggestion(body)) });
  });
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
  const { raw, problems } = readForm(submission.inputs, carried);
  const draft = parseDraft(raw, tenant);
  const errors = toErrors({ ...(draft.ok ? {} : draft.error), ...problems });
  if (Object.keys(errors).length > 0) return { kind: "errors", errors };
  await deps.store.keepDraft(id, { by: submission.by, raw });
  return { kind: "kept", id, tenant, raw };
}

/** Most options that Slack shows, and the longest value of one. */
const optionLimit = 100;
const valueLimit = 75;

async function suggest(
  { deps }: BotParts,
  { text, form }: ReturnType<typeof readSuggestion>,
): Promise<ReturnType<typeof systemOption>[]> {
  const { systems, isLoading } = await deps.searchSystems(parseOfForm(form).tenant, text);
  const options = systems
    .filter(({ id }) => id.length <= valueLimit)
    .slice(0, optionLimit)
    .map(systemOption);
  if (options.length > 0 || !isLoading) return options;
  const name = "The list is still loading. Type again in a moment.";
  return [{ ...systemOption({ id: loadingOption, name }) }];
}
