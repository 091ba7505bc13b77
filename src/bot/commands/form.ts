import type { App } from "@slack/bolt";
import { parseDraft } from "../../flows/intake/parse-draft.ts";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Refusal } from "../../flows/request/refusal.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { messages, refusals } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import { blank, chooserBlocks } from "../forms/chooser.ts";
import type { EnteredFields } from "../forms/field.ts";
import { findMisspelt, listDomainsOf } from "../forms/misspelt-domains.ts";
import { readForm, toErrors } from "../forms/read-form.ts";
import { choiceIn } from "../forms/read-inputs.ts";
import { modals } from "../payloads/action-ids.ts";
import { type FormMetadata, parseFormMetadata } from "../payloads/metadata.ts";
import { parseSubmission } from "../payloads/parse-payload.ts";
import { registerSentForm, type Sent } from "../plan-review/form-submission.ts";
import { findBefore } from "../plan-review/typed-before.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { withTimeout } from "../slack/with-timeout.ts";
import { newForm } from "./ask-for-user.ts";
import { mayAskFor } from "./requestable.ts";

/** The chooser and the form: everything that needs no Workday is checked before the window changes. */
export function registerForm(app: App, parts: BotParts): void {
  app.view(modals.chooser, async ({ ack, body }) => {
    const { inputs, by } = parseSubmission(body);
    const tenant = findTenant(parts.deps, choiceIn(inputs, chooserBlocks.tenant));
    const name = choiceIn(inputs, chooserBlocks.recipe);
    const recipe = name === blank ? undefined : parts.deps.recipes.find(name);
    if (tenant === undefined) {
      return ack({ response_action: "update", view: notice(messages.noTenant) });
    }
    // When Slack is slow, the opening decides.
    const may = await withTimeout(lookMs, mayAskFor(parts, by, { tenant, recipe }));
    if (may?.ok === false) {
      const errors = { [chooserBlocks.recipe]: describeWhyNot(may.error) };
      return ack({ response_action: "errors", errors });
    }
    return ack({ response_action: "update", view: newForm(parts, tenant, recipe) });
  });
  registerSentForm(app, parts, {
    modal: modals.form,
    parse: parseFormMetadata,
    read: (sent) => readCreate(parts, sent),
  });
}

/** Milliseconds for the look at who it is; Slack waits 3,000. */
const lookMs = 1800;

function describeWhyNot(refusal: Refusal): string {
  return refusal === "not-a-requester" ? messages.notYourRecipe : refusals[refusal];
}

function readCreate(
  { deps }: BotParts,
  { submission: { inputs }, carried, kept }: Sent<FormMetadata>,
): EnteredFields {
  const { catalogue } = deps;
  const before = findBefore({ deps }, carried, kept);
  const recipe = deps.recipes.find(carried.recipe);
  const { raw: typed, problems } = readForm(inputs, carried, { catalogue, before });
  const raw = { ...typed, ...toAuthenticationTypes(recipe) };
  const misspelt = findMisspelt(raw, {
    catalogue,
    also: [...listDomainsOf(recipe), ...deps.listDomains(carried.tenant)],
  });
  return {
    raw,
    check: (tenant) => {
      const draft = parseDraft(raw, tenant);
      return toErrors({ ...misspelt, ...(draft.ok ? {} : draft.error), ...problems }, raw);
    },
  };
}

/** The recipe's own, which the form does not ask for. */
function toAuthenticationTypes(recipe: Recipe | undefined): Pick<RawDraft, "authenticationTypes"> {
  const types = recipe?.authenticationPolicy?.allowedTypes ?? [];
  return types.length === 0 ? {} : { authenticationTypes: types };
}
