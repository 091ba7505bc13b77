import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { dropGoneChoices } from "../../flows/tenant/recipe-choices.ts";
import { type Block, type Modal, plain, plainSection, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { escape, link } from "../blocks/mrkdwn.ts";
import { sayAgain } from "../blocks/notice.ts";
import { productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { keepDomains, permittedDomains } from "./domain-fields.ts";
import { listFields } from "./field.ts";
import { type FormContent, toCarried } from "./form-content.ts";
import { groupName } from "./group-fields.ts";
import { findPage, formPage, pageButtons, tellProblems, titleOf } from "./pages.ts";
import { choicesPart, createParts, groupPart, processesPart, settingsPart } from "./parts.ts";
import { hintOfRecipe } from "./process-field.ts";
import { existingSystem, keepTypedSystem, newSystem } from "./system-fields.ts";
import { userName } from "./user-name-field.ts";
import { keepWhy, why, whyBlock } from "./why-fields.ts";

/** What every new user needs. */
const firstPage = formPage({
  page: "first",
  fields: listFields(why)
    .and(userName)
    .and(existingSystem)
    .and(newSystem)
    .and(groupName)
    .and(permittedDomains),
  isIn: (inputs) => inputs.has(whyBlock),
  keep: (before: RawDraft) => ({
    ...keepWhy(before),
    userName: before.userName,
    ...keepTypedSystem(before),
    groupName: before.groupName,
    ...keepDomains(before),
  }),
});

/** The fields of every page, in the order of the windows. */
export const createFields = listFields(firstPage)
  .and(choicesPart)
  .and(settingsPart)
  .and(groupPart)
  .and(processesPart)
  .and(pageButtons(createParts));

/** The form, filled with what is known or was typed before. */
export function form(asked: FormContent<RawDraft>): Modal {
  const content = dropGone(asked);
  const { id, tenant, raw, recipe, problems = {} } = content;
  const hintOfProcesses = hintOfRecipe(recipe?.businessProcesses ?? []);
  const page = findPage(content, createParts);
  return {
    type: "modal",
    callback_id: modals.form,
    private_metadata: serializeMetadata({
      id,
      tenant: tenant.name,
      recipe: raw.recipe,
      ...toCarried(content),
    }),
    title: plain(titleOf(page, createParts) ?? "New integration user", 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...sayAgain(content.banner),
      ...tellProblems(page, problems, createParts),
      ...(page === "first" ? introduce(content) : productionBanner(tenant)),
      ...createFields.show({ ...content, page, hintOfProcesses }, problems),
    ],
  };
}

/** Without choices that nothing asks for any more, nor what was wrong with them. */
function dropGone({
  raw,
  problems: { open, ...others } = {},
  ...content
}: FormContent<RawDraft>): FormContent<RawDraft> {
  const isAsked = open !== undefined && (content.recipe?.open ?? []).length > 0;
  return {
    ...content,
    raw: dropGoneChoices(raw, content.recipe),
    problems: isAsked ? { ...others, open } : others,
  };
}

function introduce({ tenant, recipe, problems = {} }: FormContent<RawDraft>): Block[] {
  const banner = productionBanner(tenant);
  const filledFrom = `*Filled from:* ${describeGuide(recipe)}`;
  return [
    ...banner,
    // The banner names the tenant.
    section(banner.length > 0 ? filledFrom : `*Tenant:* ${escape(tenant.label)}\n${filledFrom}`),
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
  const guide = url === undefined ? "" : `, ${link(url, "guide")} of ${date}`;
  return `${escape(vendor)}${guide}`;
}
