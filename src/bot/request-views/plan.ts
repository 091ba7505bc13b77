import { originOf } from "../../flows/authorization/recipe-rules.ts";
import { isAboutSegments } from "../../flows/kinds/facts.ts";
import { kindOf } from "../../flows/kinds/kinds.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import { type AccountDraft, accountOf, type Draft } from "../../flows/request/draft.ts";
import { differenceOf } from "../../flows/request/permission-change.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Catalogue } from "../../flows/tenant/catalogue.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { countChanges, signOf } from "../../flows/wording/count-changes.ts";
import { listGroup } from "../../flows/wording/describe-group.ts";
import {
  type Block,
  buttons,
  divider,
  type Modal,
  plain,
  plainAlert,
  plainSection,
  section,
} from "../blocks/block.ts";
import { foldToFit } from "../blocks/fold.ts";
import { messages } from "../blocks/messages.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { showPermissions, showProcesses } from "../blocks/permissions.ts";
import { askTenantName, productionBanner } from "../blocks/production.ts";
import { describeSystem } from "../blocks/request-titles.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { showTicket } from "../blocks/tickets.ts";
import { showClient } from "../forms/client-form.ts";
import { introduceEdit, showEdited } from "../forms/edits.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { showGuide } from "../plan-lists/guide.ts";
import { planOf, showSteps } from "../plan-lists/steps.ts";
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
    blocks: foldToFit([
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
      showSteps(content),
      divider,
      ...changeWindows(tenant),
      plainSection(kindOf(draft).note(draft)),
      ...showGuide(recipe, draft),
      ...explainAdded(content),
      ...askMixedNames(draft),
      ...askTenantName(tenant),
    ]),
  };
}

/** What will be different comes first; who does it, and in which order, after it. */
function introduce({ observe, label }: Tenant, draft: Draft): string {
  const would = observe === true ? "would be" : "will be";
  const counts = countChanges(draft);
  const what = counts === "" ? kindOf(draft).title : counts;
  return `*${messages.nothingChangedYet}* What ${would} different in ${escape(label)}:\n*${what}*`;
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
