import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import {
  type Block,
  type Modal,
  plain,
  plainAlert,
  plainSection,
  section,
} from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { escape, link } from "../blocks/mrkdwn.ts";
import { sayAgain } from "../blocks/notice.ts";
import { productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { permittedDomains } from "./domain-fields.ts";
import { listFields } from "./field.ts";
import type { FormContent } from "./form-content.ts";
import { groupName } from "./group-fields.ts";
import { groupPart, partButtons, processesPart, settingsPart } from "./parts.ts";
import { hintOfRecipe } from "./process-field.ts";
import { choices } from "./recipe-choices.ts";
import { existingSystem, newSystem } from "./system-fields.ts";
import { userName } from "./user-name-field.ts";
import { why } from "./why-fields.ts";

/** The fields, in the order of the window. */
export const createFields = listFields(why)
  .and(userName)
  .and(existingSystem)
  .and(newSystem)
  .and(groupName)
  .and(permittedDomains)
  .and(choices)
  .and(settingsPart)
  .and(groupPart)
  .and(processesPart)
  .and(partButtons);

/** The form, filled with what is known or was typed before. */
export function form(content: FormContent<RawDraft>): Modal {
  const { id, tenant, raw, recipe, problems = {} } = content;
  const hintOfProcesses = hintOfRecipe(recipe?.businessProcesses ?? []);
  return {
    type: "modal",
    callback_id: modals.form,
    private_metadata: serializeMetadata({ id, tenant: tenant.name, recipe: raw.recipe }),
    title: plain("New integration user", 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...introduce(content),
      ...createFields.show({ ...content, hintOfProcesses }, problems),
    ],
  };
}

function describeProblems(fields: number, label: string): string {
  const marked = fields === 1 ? "1 field is marked below" : `${fields} fields are marked below`;
  return `⚠️ ${label} does not take this yet: ${marked}, each with what to change.`;
}

function introduce({ tenant, recipe, problems = {}, banner }: FormContent<RawDraft>): Block[] {
  return [
    ...sayAgain(banner),
    ...(Object.keys(problems).length === 0
      ? []
      : [plainAlert("error", describeProblems(Object.keys(problems).length, tenant.label))]),
    section(`*Tenant:* ${escape(tenant.label)}\n*Filled from:* ${describeGuide(recipe)}`),
    ...productionBanner(tenant),
    ...problemOf("tenant", problems),
    ...(recipe?.incomplete === undefined
      ? []
      : [plainSection(`This recipe is incomplete. ${recipe.incomplete}`)]),
  ];
}

/** The vendor, with the way to its guide where that has a public address. */
function describeGuide(recipe: Recipe | undefined): string {
  if (recipe === undefined) return "no recipe";
  const { vendor, url, date } = recipe;
  const guide = url === undefined ? "" : `, ${link(url, "the vendor's guide")} as of ${date}`;
  return `${escape(vendor)}${guide}`;
}
