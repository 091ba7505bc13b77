import type { types } from "@slack/bolt";
import type { RequestId } from "../../flows/model/ids.ts";
import type { FieldProblems, RawDraft } from "../../flows/request/draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, type Modal, plain, plainSection, section } from "../blocks/block.ts";
import { askWhy, problemOf, textField } from "../blocks/form-fields.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { productionBanner } from "../blocks/production.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { askDomains } from "./domain-fields.ts";
import { askGroupSettings } from "./group-fields.ts";
import { askProcesses, hintOfRecipe } from "./process-field.ts";
import { askChoices } from "./recipe-choices.ts";
import { askSignOn } from "./sign-on-fields.ts";

export const uiSessionsBlock = "doNotAllowUiSessions";

export interface FormContent {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly recipe?: Recipe;
  readonly raw: RawDraft;
  /** What the tenant does not take, by field. */
  readonly problems?: FieldProblems;
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}

/** The form, filled with what is known or was typed before. */
export function form(content: FormContent): Modal {
  const { id, tenant, raw } = content;
  return {
    type: "modal",
    callback_id: modals.form,
    private_metadata: serializeMetadata({ id, tenant: tenant.name, recipe: raw.recipe }),
    title: plain("New integration user", 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...introduce(content),
      ...askAccount(content),
      ...askSignOn(raw.signOn, content.problems ?? {}),
      ...askGroup(content),
      ...askChoices(content),
      ...askWhy(content.raw, content.problems ?? {}),
    ],
  };
}

function introduce({ tenant, recipe, problems = {}, banner }: FormContent): Block[] {
  const from = recipe === undefined ? "no recipe" : escape(recipe.vendor);
  return [
    ...(banner === undefined ? [] : [plainSection(`${banner} What you typed is still here.`)]),
    ...(Object.keys(problems).length === 0
      ? []
      : [
          plainSection(
            "The tenant does not take this as it is. The problems stand below the fields.",
          ),
        ]),
    section(`*Tenant:* ${escape(tenant.label)}, *filled from:* ${from}`),
    ...productionBanner(tenant),
    ...problemOf("tenant", problems),
    ...(recipe?.incomplete === undefined
      ? []
      : [plainSection(`This recipe is incomplete. ${recipe.incomplete}`)]),
  ];
}

function askAccount({ raw, tenant, problems = {} }: FormContent): Block[] {
  const most = tenant.maxSessionTimeoutMinutes;
  return [
    ...textField(
      {
        field: "userName",
        label: "User name of the new account",
        hint: tenant.userNameRule?.words ?? "Without spaces, and without : ; < > & and quotes.",
        value: raw.userName,
        most: 200,
      },
      problems,
    ),
    askSystem(raw),
    ...problemOf("existingSystem", problems),
    ...textField(
      {
        field: "newSystem",
        label: "or the name of a new integration system",
        hint: "Counts only when none is chosen above.",
        value: raw.newSystem,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
    ...textField(
      {
        field: "sessionTimeoutMinutes",
        label: "Session timeout in minutes",
        hint: `Empty: it is left out, and the tenant's default holds. 0 is sent as 0. Otherwise 6 to ${most}.`,
        value: raw.sessionTimeoutMinutes,
        isOptional: true,
        most: 20,
      },
      problems,
    ),
    askUiSessions(raw),
  ];
}

function askSystem({ existingSystem }: RawDraft): Block {
  return {
    type: "input",
    block_id: "existingSystem",
    optional: true,
    label: plain("Existing integration system", 2000),
    hint: plain(
      "Type a part of its name, its Integration System ID or its WID. A system has one user, so it must have none yet.",
      2000,
    ),
    element: {
      type: "external_select",
      action_id: actions.system,
      min_query_length: 0,
      placeholder: plain("Type to search", 150),
      ...(existingSystem === undefined ? {} : { initial_option: systemOption(existingSystem) }),
    },
  };
}

/** An integration system to choose. The name is shown, beside it the id that it is named by. */
export function systemOption({
  id,
  name,
  wid,
}: NonNullable<RawDraft["existingSystem"]>): types.PlainTextOption {
  const value = wid === undefined ? id : `${id} ${wid}`;
  return { text: plain(name, 75), value, description: plain(wid ?? id, 75) };
}

const noUiSessions: types.PlainTextOption = {
  text: plain("Do not allow UI sessions", 75),
  value: "yes",
};

function askUiSessions({ doNotAllowUiSessions }: RawDraft): Block {
  return {
    type: "input",
    block_id: uiSessionsBlock,
    optional: true,
    label: plain("Signing on in a browser", 2000),
    hint: plain(
      "An integration needs no browser: leave it checked unless the vendor says so.",
      2000,
    ),
    element: {
      type: "checkboxes",
      action_id: actions.input,
      options: [noUiSessions],
      ...(doNotAllowUiSessions ? { initial_options: [noUiSessions] } : {}),
    },
  };
}

function askGroup({ raw, recipe, problems = {} }: FormContent): Block[] {
  return [
    ...textField(
      {
        field: "groupName",
        label:
          raw.group === undefined ? "Name of the new security group" : "Name of the security group",
        value: raw.groupName,
        most: 300,
      },
      problems,
    ),
    ...askGroupSettings(raw.group, problems),
    ...askDomains(raw, problems),
    ...askProcesses(raw, hintOfRecipe(recipe?.businessProcesses ?? []), problems),
  ];
}
