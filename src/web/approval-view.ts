import { hasOneList } from "../flows/authorization/approvers.ts";
import { originOf } from "../flows/authorization/recipe-rules.ts";
import { markPermissions } from "../flows/kinds/group-lists.ts";
import { kindOf } from "../flows/kinds/kinds.ts";
import { describeClientScope } from "../flows/model/api-client.ts";
import { describeProcess } from "../flows/model/business-process.ts";
import { formatUtc, slackIdsOf } from "../flows/model/ids.ts";
import type { TitledList } from "../flows/model/titled-list.ts";
import type { ShownApproval } from "../flows/pages/passkey-confirmation.ts";
import { type AccountDraft, accountOf, type Draft, isAboutClient } from "../flows/request/draft.ts";
import type { ApprovalAsked } from "../flows/request/event.ts";
import type { GivenApproval } from "../flows/request/given-approval.ts";
import type { Request } from "../flows/request/request.ts";
import { isLastNeeded } from "../flows/request/waits.ts";
import { markDomain } from "../flows/tenant/flag-security-domain.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { listApproval } from "../flows/wording/describe-approval.ts";
import { describeEffect } from "../flows/wording/describe-effect.ts";
import { listStaying } from "../flows/wording/describe-group.ts";
import { listSignOn } from "../flows/wording/describe-sign-on.ts";
import { describePlanned } from "../flows/wording/step-text.ts";

/** What a page shows above its button. All of it is set as text. */
export interface View {
  readonly lead: string;
  readonly warning?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly lists: readonly TitledList[];
  readonly button: string;
}

/** The link, with what its approver typed before it was made. */
interface Noted {
  readonly ticket?: { readonly errand: { readonly note?: string } };
}

/** Everything that an approver has to see: the same that stands in Slack, in the card and above it, and its digest. */
export function viewApproval(
  { request, wait, ticket }: Pick<ShownApproval, "request" | "wait"> & Noted,
  tenant: Tenant,
): View {
  const { asked, given } = wait;
  const { unseen = [] } = request.facts;
  const isOneList = hasOneList(request, tenant, { asked, given });
  const isLast = isLastNeeded(asked, given) && isOneList;
  const effect = describeEffect(request, tenant, asked);
  return {
    lead: isLast
      ? effect
      : `Your approval is one of ${isOneList ? asked.needed : "several"} that are needed, and this is what the last of them does. ${effect}`,
    ...(tenant.production && { warning: `${tenant.label} is a PRODUCTION tenant.` }),
    facts: [
      ...listAsked(request, tenant),
      ...listAccount(request.draft),
      ...listTerms(asked, given.length),
      ...listNotes(given),
      ...(ticket?.errand.note === undefined
        ? []
        : [{ label: "Your note", value: ticket.errand.note }]),
      { label: "Digest", value: asked.digest },
    ],
    lists: [
      ...listApproval(request, { asked, unseen, tenant }).map(nameBySlackId),
      ...listAround(request.draft, tenant),
      { title: "The plan:", lines: request.plan.map((step) => describePlanned(step, request)) },
    ],
    button:
      asked.follows === true
        ? "Approve and activate with your passkey"
        : "Approve with your passkey",
  };
}

/** What others said with their approvals. */
function listNotes(given: readonly GivenApproval[]): View["facts"] {
  return given.flatMap(({ by, note }) =>
    note === undefined ? [] : [{ label: `Note by ${slackIdsOf(by).id} (Slack id)`, value: note }],
  );
}

/** A page cannot mention anybody. */
function nameBySlackId({ people, ...list }: TitledList): TitledList {
  if (people === undefined) return list;
  const ids = people.map((person) => `${slackIdsOf(person).id} (Slack id)`);
  return { ...list, lines: list.lines.map((line, at) => `${line} ${ids[at] ?? ""}`) };
}

/** What is asked for, by whom and why. */
function listAsked({ id, draft, askedBy }: Request, tenant: Tenant): View["facts"] {
  const { ticket, reason } = draft;
  return [
    { label: "Request", value: id },
    { label: "Tenant", value: `${tenant.label} (${tenant.name})` },
    { label: "Asked for", value: kindOf(draft).purpose },
    { label: "Asked by (Slack id)", value: slackIdsOf(askedBy).id },
    { label: "Reason", value: reason },
    ...(ticket === undefined ? [] : [{ label: "Ticket", value: ticket }]),
    ...listRecipe(draft, tenant),
  ];
}

function listRecipe(draft: Draft, tenant: Tenant): View["facts"] {
  const recipe = accountOf(draft)?.recipe;
  if (recipe === undefined) return [];
  const isMore = originOf(draft, tenant).kind === "departed";
  return [{ label: "Recipe", value: isMore ? `${recipe}, and more than it names` : recipe }];
}

/** How many have to approve, until when, and what it waits for then. */
function listTerms(
  { needed, expiresAt, opensAt, freeze }: ApprovalAsked,
  given: number,
): View["facts"] {
  const window = opensAt && `opens ${formatUtc(opensAt)}. What is approved before waits for it`;
  return [
    ...(needed > 1 ? [{ label: "Approvals", value: `${given} of ${needed} given so far` }] : []),
    { label: "To decide until", value: formatUtc(expiresAt) },
    ...(freeze === undefined ? [] : [{ label: "Freeze", value: freeze }]),
    ...(window === undefined ? [] : [{ label: "Change window", value: window }]),
  ];
}

function listAccount(draft: Draft): View["facts"] {
  const account = accountOf(draft);
  return account === undefined
    ? []
    : [
        { label: "Account", value: account.userName },
        ...(account.isAdopted === true ? [notMade] : []),
        { label: "Integration system", value: account.system.name },
        { label: "UI sessions", value: account.doNotAllowUiSessions ? "not allowed" : "allowed" },
        { label: "Security group", value: account.groupName },
        ...listOthers(account),
        ...listClientOf(account),
      ];
}

const notMade = {
  label: "Made by",
  value: "somebody else, not this bot: what it has now may be in use",
};

function listOthers(account: AccountDraft): View["facts"] {
  if (!("alsoInGroup" in account) || account.alsoInGroup === undefined) return [];
  const value = `${account.alsoInGroup.join(", ")}: they gain and lose the same`;
  return [{ label: "Also in this group", value }];
}

/** A request about the client has a list of its scope. */
function listClientOf(account: AccountDraft): View["facts"] {
  const { client } = account;
  if (client === undefined || isAboutClient(account)) return [];
  return [
    { label: "API client", value: client.name },
    { label: "Its scope", value: describeClientScope(client) },
  ];
}

/** What stands above the card in Slack: how the account signs on, what it may do, and whose group it is. */
function listAround(draft: Draft, tenant: Tenant): readonly TitledList[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const signOn = listSignOn(account);
  return [
    ...listStaying(account),
    ...(signOn.length === 0 ? [] : [{ title: "How it signs on:", lines: signOn }]),
    ...listHeld(account, tenant),
  ];
}

/** Of some kinds the page lists what the account holds; of the others, what goes live says it. */
function listHeld(account: AccountDraft, tenant: Tenant): readonly TitledList[] {
  if (kindOf(account).isSilentOnHoldings !== true) return [];
  const { groupName, permissions, businessProcesses = [] } = account;
  const lines = [
    ...markPermissions(permissions, tenant),
    ...businessProcesses.map((one) => describeProcess(one) + markDomain(one.policy, tenant)),
  ];
  return [
    { title: `What the group ${groupName} may do, as it was asked for (${lines.length}):`, lines },
  ];
}
