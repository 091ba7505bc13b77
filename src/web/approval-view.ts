import { hasOneList } from "../flows/authorization/approvers.ts";
import { originOf } from "../flows/authorization/recipe-rules.ts";
import { markPermissions } from "../flows/kinds/group-lists.ts";
import { kindOf } from "../flows/kinds/kinds.ts";
import { describeClientScope } from "../flows/model/api-client.ts";
import { describeProcess } from "../flows/model/business-process.ts";
import { formatUtc, type PersonId } from "../flows/model/ids.ts";
import type { TitledList } from "../flows/model/titled-list.ts";
import type { ShownApproval } from "../flows/pages/passkey-confirmation.ts";
import type { ApprovalAsked } from "../flows/request/approval-asked.ts";
import { type AccountDraft, accountOf, type Draft, isAboutClient } from "../flows/request/draft.ts";
import type { GivenApproval } from "../flows/request/given-approval.ts";
import type { Request } from "../flows/request/request.ts";
import { isLastNeeded } from "../flows/request/waits.ts";
import { markDomain } from "../flows/tenant/flag-security-domain.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { describeTicket } from "../flows/tenant/ticket-rule.ts";
import { listApproval } from "../flows/wording/describe-approval.ts";
import { describeEffect } from "../flows/wording/describe-effect.ts";
import { listStaying } from "../flows/wording/describe-group.ts";
import { listSignOn } from "../flows/wording/describe-sign-on.ts";
import { describePlanned } from "../flows/wording/step-text.ts";
import type { NameOf } from "./people.ts";
import type { ShownList, View } from "./view.ts";

/** The link, with what its approver typed before it was made. */
interface Noted {
  readonly ticket?: { readonly errand: { readonly note?: string } };
}

type Shown = Pick<ShownApproval, "request" | "wait"> & Noted;

/** Whom the page of an approval names. */
export function listPeople({ request, wait }: Shown, tenant: Tenant): readonly PersonId[] {
  const lists = listAsCard({ request, wait }, tenant);
  return [
    request.askedBy,
    ...wait.given.map(({ by }) => by),
    ...lists.flatMap(({ people = [] }) => people),
  ];
}

function listAsCard({ request, wait: { asked } }: Shown, tenant: Tenant): readonly TitledList[] {
  const { unseen = [] } = request.facts;
  return listApproval(request, { asked, unseen, tenant });
}

/**
 * Everything that an approver has to see, the same that stands in Slack: in the card, and folded what is there behind
 * *Show the plan*. The digest that the passkey proves is behind the last fold.
 */
export function viewApproval(shown: Shown, tenant: Tenant, nameOf: NameOf): View {
  const { request, wait, ticket } = shown;
  const { asked, given } = wait;
  const isOneList = hasOneList(request, tenant, { asked, given });
  const isLast = isLastNeeded(asked, given) && isOneList;
  const effect = describeEffect(request, tenant, asked);
  return {
    subject: describeSubject(request.draft),
    lead: isLast
      ? effect
      : `Your approval is one of ${isOneList ? asked.needed : "several"} that are needed, and this is what the last of them does. ${effect}`,
    ...(tenant.production && { warning: `${tenant.label} is a PRODUCTION tenant.` }),
    facts: [
      { label: "Tenant", value: `${tenant.label} (${tenant.name})` },
      ...listAccount(request.draft),
      ...listAsked(request, tenant, nameOf),
      ...listTerms(asked, given.length),
      ...listNotes(given, nameOf),
      ...(ticket?.errand.note === undefined
        ? []
        : [{ label: "Your note", value: ticket.errand.note }]),
      { label: "Request", value: request.id },
    ],
    lists: [
      ...listAsCard(shown, tenant).map((list) => nameIn(list, tenant, nameOf)),
      ...listAround(request.draft, tenant),
    ],
    folded: [
      { title: "The plan", lines: request.plan.map((step) => describePlanned(step, request)) },
      { title: "What your passkey proves", facts: [{ label: "Digest", value: asked.digest }] },
    ],
    button:
      asked.follows === true
        ? "Approve and activate with your passkey"
        : "Approve with your passkey",
  };
}

/** As the header of the card in Slack has it. */
function describeSubject(draft: Draft): string {
  const { title } = kindOf(draft);
  const userName = accountOf(draft)?.userName;
  return userName === undefined ? title : `${title}: ${userName}`;
}

/** What others said with their approvals. */
function listNotes(given: readonly GivenApproval[], nameOf: NameOf): View["facts"] {
  return given.flatMap(({ by, note }) =>
    note === undefined ? [] : [{ label: `Note by ${nameOf(by)}`, value: note }],
  );
}

/** A page cannot mention anybody. */
function nameIn(
  { people, tickets, ...list }: TitledList,
  tenant: Tenant,
  nameOf: NameOf,
): ShownList {
  if (people === undefined) return list;
  const names = people.map(nameOf);
  const lines = list.lines.map((line, at) => `${line} ${names[at] ?? ""}`);
  if (tickets === undefined) return { ...list, lines };
  return {
    ...list,
    lines,
    links: tickets.map((one) => (one === undefined ? undefined : describeTicket(one, tenant))),
  };
}

/** Who asked for it, and why. */
function listAsked({ draft, askedBy }: Request, tenant: Tenant, nameOf: NameOf): View["facts"] {
  const { ticket, reason } = draft;
  return [
    { label: "Asked for", value: kindOf(draft).purpose },
    { label: "Asked by", value: nameOf(askedBy) },
    { label: "Reason", value: reason },
    ...listTicket(ticket, tenant),
    ...listRecipe(draft, tenant),
  ];
}

function listTicket(ticket: string | undefined, tenant: Tenant): View["facts"] {
  if (ticket === undefined) return [];
  const { text, address } = describeTicket(ticket, tenant);
  return [{ label: "Ticket", value: text, ...(address !== undefined && { address }) }];
}

function listRecipe(draft: Draft, tenant: Tenant): View["facts"] {
  const recipe = accountOf(draft)?.recipe;
  if (recipe === undefined) return [];
  const isMore = originOf(draft, tenant).kind === "departed";
  return [{ label: "Recipe", value: isMore ? `${recipe}, and more than it names` : recipe }];
}

/** How many have to approve, until when, and what it waits for then. */
function listTerms(
  { needed, expiresAt, opensAt, freeze, isEmergency }: ApprovalAsked,
  given: number,
): View["facts"] {
  const window = opensAt && `opens ${formatUtc(opensAt)}. What is approved before waits for it`;
  return [
    ...(needed > 1 ? [{ label: "Approvals", value: `${given} of ${needed} given so far` }] : []),
    { label: "To decide until", value: formatUtc(expiresAt) },
    ...(freeze === undefined ? [] : [{ label: "Freeze", value: freeze }]),
    ...(window === undefined || isEmergency === true
      ? []
      : [{ label: "Change window", value: window }]),
    ...(isEmergency === true ? [emergency] : []),
  ];
}

const emergency = {
  label: "EMERGENCY",
  value: "No change window is open. Approved by two people, the roll back takes effect at once.",
};

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
