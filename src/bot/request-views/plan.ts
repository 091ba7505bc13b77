import { originOf } from "../../flows/authorization/recipe-rules.ts";
import { isAboutSegments } from "../../flows/kinds/facts.ts";
import { kindOf } from "../../flows/kinds/kinds.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import { planFor } from "../../flows/planning/plan.ts";
import { planEdit } from "../../flows/planning/plan-edit.ts";
import { listUnmetNeeds } from "../../flows/planning/unmet-needs.ts";
import { type AccountDraft, accountOf, type Draft } from "../../flows/request/draft.ts";
import { differenceOf } from "../../flows/request/permission-change.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Step } from "../../flows/tasks/step.ts";
import type { Catalogue } from "../../flows/tenant/catalogue.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import {
  describeConnection,
  listAfterwards,
  listBefore,
} from "../../flows/tenant/recipe-requirements.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { countChanges, signOf } from "../../flows/wording/count-changes.ts";
import { listGroup } from "../../flows/wording/describe-group.ts";
import { describeHand, describeStep } from "../../flows/wording/step-text.ts";
import {
  type Block,
  buttons,
  divider,
  type Modal,
  plain,
  plainAlert,
  plainSection,
  plainSections,
  section,
} from "../blocks/block.ts";
import { messages } from "../blocks/messages.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { showPermissions, showProcesses } from "../blocks/permissions.ts";
import { askTenantName, productionBanner } from "../blocks/production.ts";
import { describeSystem } from "../blocks/request-titles.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { showTicket } from "../blocks/tickets.ts";
import { typeRecipes } from "../blocks/typed-commands.ts";
import { showClient } from "../forms/client-form.ts";
import { introduceEdit, showEdited } from "../forms/edits.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { isAboutAccess, nameSessions } from "./account-facts.ts";
import { explainNotes, mapDomains, noteDomain, noteDomains } from "./domain-notes.ts";
import { describeAlsoInGroup, describeGroup, describeStays } from "./group.ts";
import { describeImplementationWarning } from "./implementation.ts";
import { askMixedNames } from "./mixed-names.ts";
import { describeAdopted, showDifference } from "./permission-difference.ts";
import { showRollback } from "./rollback.ts";
import { showSegments } from "./segments.ts";
import { showSettings } from "./settings-difference.ts";
import { showSignOn } from "./sign-on.ts";
import { changeWindows } from "./windows.ts";

/** Most characters of one access's list; the request's thread has the whole of it. */
const listLimit = 2500;

/** Most characters of what a recipe says besides: some thirteen lines of a phone. */
const noteLimit = 600;

export interface PlanContent {
  readonly id: RequestId;
  readonly draft: Draft;
  readonly tenant: Tenant;
  readonly catalogue: Catalogue;
  /** What the draft was filled from. */
  readonly recipe?: Recipe;
  /** The open request that this is an edit of. */
  readonly edited?: Request;
  /** What failed when it was confirmed before, in plain words. */
  readonly banner?: string;
}

/** Every step in its order and whose hand does it, before anything changes. */
export function plan(content: PlanContent): Modal {
  const { id, draft, tenant, recipe, banner, edited } = content;
  return {
    type: "modal",
    callback_id: modals.plan,
    private_metadata: serializeMetadata({ request: id }),
    title: plain(edited === undefined ? "Check the plan" : "Check the edit", 24),
    submit: plain(edited === undefined ? "Open request" : "Edit the request", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...(banner === undefined ? [] : [plainAlert("error", banner)]),
      section(edited === undefined ? introduce(tenant, draft) : introduceEdit(edited)),
      ...(edited === undefined ? [] : showEdited(edited, draft, listLimit)),
      ...productionBanner(tenant),
      ...describeWhoseRules(draft, tenant),
      ...describeImplementationWarning(planOf(content)),
      ...showDraft(content),
      buttons([
        {
          id: actions.changeDraft,
          text: "Change something",
          value: serializeMetadata({ request: id }),
        },
      ]),
      divider,
      section(`*Who does what*${tenant.observe === true ? ", if it were done" : ""}`),
      ...listSteps(content),
      divider,
      ...changeWindows(tenant),
      plainSection(kindOf(draft).note(draft)),
      ...warnOfRecipe(recipe, draft),
      ...explainAdded(content),
      ...askMixedNames(draft),
      ...askTenantName(tenant),
    ],
  };
}

/** What will be different comes first; who does it, and in which order, after it. */
function introduce({ observe, label }: Tenant, draft: Draft): string {
  const would = observe === true ? "would be" : "will be";
  const counts = countChanges(draft);
  const what = counts === "" ? kindOf(draft).title : counts;
  return `*${messages.nothingChangedYet}* What ${would} different in ${escape(label)}:\n*${what}*`;
}

/** What the recipe does not know, and what its guide asks for that no step does. */
function warnOfRecipe(recipe: Recipe | undefined, draft: Draft): Block[] {
  if (recipe === undefined) return [];
  const beyond = listUnmetNeeds(recipe, accountOf(draft));
  return [
    ...(recipe.incomplete === undefined
      ? []
      : [plainSection(`The recipe is incomplete. ${recipe.incomplete}`)]),
    ...titled("The guide also asks for, and not part of this request", beyond),
    ...(kindOf(draft).makes === "account" ? describeRequirements(recipe) : []),
  ];
}

/** What has to be there before an account of this recipe is of use, and what comes back once it is there. */
function describeRequirements(recipe: Recipe): Block[] {
  const connection = describeConnection(recipe);
  return [
    ...(connection === undefined ? [] : [plainSection(`${connection}.`)]),
    ...titled("Beforehand", listBefore(recipe)),
    ...titled("Afterwards", listAfterwards(recipe)),
  ];
}

/** The first of them: the recipe itself is a command away. */
function titled(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const shown = cutLines(lines, noteLimit, `${typeRecipes()} shows all of it`);
  return [plainSection(`${title} (${lines.length}):\n${shown}`)];
}

/** A recipe's own approvers say nothing about what the recipe does not name. */
function describeWhoseRules(draft: Draft, tenant: Tenant): Block[] {
  if (originOf(draft, tenant).kind !== "departed") return [];
  return [
    section(
      "*Not as the recipe says any more: the tenant's approvers decide*, since this asks for more than the recipe names.",
    ),
  ];
}

/** Of an edit its steps are as they are known now: what the group holds is looked at once more when it is confirmed. */
function planOf({ id, draft, tenant, edited }: PlanContent): readonly Step[] {
  if (edited === undefined) return planFor(draft, tenant, id);
  const { plan: steps, kept } = planEdit(edited, { draft, tenant, held: undefined });
  return steps.filter(({ name }) => !kept.includes(name));
}

/** The steps in their order: what one hand does in one go stands together. */
function listSteps(content: PlanContent): Block[] {
  const { draft } = content;
  const steps = planOf(content);
  const hands = steps.map((step) => (step.hand === "api" ? "the bot" : describeHand(step)));
  const lines = steps.flatMap(({ name }, index) => [
    ...(hands[index] === hands[index - 1] ? [] : [`By: ${hands[index]}`]),
    `${index + 1}. ${describeStep(name, draft)}`,
  ]);
  return plainSections(lines);
}

function showDraft({ draft, tenant, catalogue }: PlanContent): Block[] {
  const account = accountOf(draft);
  const ticket =
    draft.ticket === undefined ? [] : [section(`Ticket: ${showTicket(draft.ticket, tenant)}`)];
  return [
    ...(account === undefined ? [] : showAccount(account, { tenant, catalogue })),
    ...("undone" in draft ? showRollback(draft, tenant) : []),
    ...ticket,
    plainSection(`Reason: ${draft.reason}`),
  ];
}

type Against = Pick<PlanContent, "tenant" | "catalogue">;

function showAccount(account: AccountDraft, against: Against): Block[] {
  const { userName, system, groupName } = account;
  const lines = [
    `Account: ${userName}`,
    ...(isAboutAccess(account)
      ? []
      : [`Integration system: ${describeSystem(system)}`, nameSessions(account)]),
    `Security group: ${groupName}`,
    ...describeGroup(account),
  ];
  return [
    plainSection(lines.join("\n")),
    ...describeAdopted(account),
    ...describeStays(account),
    ...describeAlsoInGroup(account, listLimit),
    ...("before" in account
      ? showDifference(account, listLimit, (domain) => noteDomain(domain, against))
      : []),
    ...("change" in account ? showSettings(account, listLimit) : []),
    ...showSegments(account, listLimit),
    ...showClient(account.client),
    ...showSignOn(account, 2500),
    ...showAccess(account, against),
    ...showGroup(account, against.tenant),
    ...("before" in account ? [] : showProcesses(account, listLimit)),
  ];
}

/** Every permission, with whether this request adds it or takes it away; of an edit, the difference says it. */
function showAccess(account: AccountDraft, against: Against): Block[] {
  if (isAboutSegments(account) || "before" in account) return [];
  const noted = noteDomains(account.permissions, against, listLimit);
  const sign = signOf(account);
  const signed = mapDomains(
    account.permissions,
    (domain, access, at) => `${sign(domain, access)}${noted[access][at] ?? domain}`,
  );
  return showPermissions(signed, listLimit, "all of them are in the request's thread");
}

/** What to do about the notes behind domains. */
function explainAdded({ draft, tenant, catalogue }: PlanContent): Block[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const shown = "before" in account ? differenceOf(account).added : account.permissions;
  return explainNotes(shown, { tenant, catalogue });
}

/** What takes effect by way of a group that is there. */
function showGroup(account: AccountDraft, tenant: Tenant): Block[] {
  return listGroup(account, tenant).map(({ title, lines }) =>
    plainSection(
      `${title}\n${cutLines(lines, listLimit, "all of them are in the request's thread")}`,
    ),
  );
}
