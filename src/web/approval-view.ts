import { sayScope } from "../flows/api-client.ts";
import { sayExpected, sayOtherGroup } from "../flows/approval.ts";
import { type AccountDraft, accountOf, type Draft, type DraftKind } from "../flows/draft.ts";
import type { ApprovalAsked } from "../flows/event.ts";
import { listExpected, splitPending } from "../flows/expected-changes.ts";
import type { PendingChange } from "../flows/pending.ts";
import type { Reply } from "../flows/ports.ts";
import type { Shown } from "../flows/prove.ts";
import type { Refusal } from "../flows/refusal.ts";
import { listSegmented, listSegmentRequest } from "../flows/say-segments.ts";
import type { Tenant } from "../flows/tenant.ts";

/** What a page shows above its button. All of it is set as text. */
export interface View {
  readonly lead: string;
  readonly warning?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly lists: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly button: string;
}

/** Everything that an approver has to see: the same that stands on the card in Slack, and its digest. */
export function viewApproval(
  { request, wait }: Pick<Shown, "request" | "wait">,
  tenant: Tenant,
): View {
  const { draft, id } = request;
  const { asked, given } = wait;
  const isLast = given.length + 1 >= asked.needed;
  const more = `${given.length} of ${asked.needed} given so far`;
  return {
    lead: isLast
      ? `Your approval ${sayEffect(asked, tenant)}.`
      : `Your approval is one of ${asked.needed} that are needed. The last of them ${sayEffect(asked, tenant)}.`,
    ...(tenant.production && { warning: `${tenant.label} is a PRODUCTION tenant.` }),
    facts: [
      { label: "Request", value: id },
      { label: "Tenant", value: `${tenant.label} (${tenant.name})` },
      { label: "Asked for", value: kinds[draft.kind] },
      ...listAccount(draft),
      ...(asked.needed > 1 ? [{ label: "Approvals", value: more }] : []),
      { label: "Digest", value: asked.digest },
    ],
    lists: [...listChanges({ request, wait }), ...listSegments(draft)],
    button: "Approve with your passkey",
  };
}

const kinds: Record<DraftKind, string> = {
  create: "a new integration user",
  rotate: "another password, which takes effect at once",
  retire: "the end of an account",
  activate: "the activation of what is pending",
  permissions: "other permissions for an account",
  rollback: "the way back to an earlier activation",
  "activate-group": "that the inactive group of an account becomes active",
  "api-client": "an API client, which takes effect at once",
  "replace-token": "another refresh token for an API client, which takes effect at once",
  "disable-client": "the end of an API client",
  segment: "access of an account by segments",
  "end-segments": "the end of an account's access by segments",
};

function sayEffect({ step, pending }: ApprovalAsked, { label }: Tenant): string {
  if (pending.kind === "authentication-policies") {
    return `activates everything that is pending in the authentication policies of ${label}, at once`;
  }
  return step === "approve-plan"
    ? `lets the plan be carried out in ${label}, beginning at once`
    : `activates everything that is pending in ${label}, at once`;
}

function listAccount(draft: Draft): View["facts"] {
  const account = accountOf(draft);
  return account === undefined
    ? []
    : [
        { label: "Account", value: account.userName },
        ...(account.isAdopted === true ? [notMade] : []),
        { label: "Security group", value: account.groupName },
        ...listOthers(account),
        ...listClient(draft),
      ];
}

const notMade = {
  label: "Made by",
  value: "somebody else, not this bot: what it has now may be in use",
};

function listOthers(account: AccountDraft): View["facts"] {
  if (account.kind !== "permissions" || account.alsoInGroup === undefined) return [];
  const value = `${account.alsoInGroup.join(", ")}: they gain and lose the same`;
  return [{ label: "Also in this group", value }];
}

function listClient(draft: Draft): View["facts"] {
  const client = accountOf(draft)?.client;
  return client === undefined
    ? []
    : [
        { label: "API client", value: client.name },
        { label: "Its scope", value: sayScope(client) },
      ];
}

function listChanges({ request, wait }: Pick<Shown, "request" | "wait">): View["lists"] {
  const { pending } = wait.asked;
  const { draft, facts } = request;
  const expected = listExpected(draft);
  if (pending.kind === "not-activated") {
    const lines = request.plan.map(({ name }) => name);
    return [{ title: "The whole plan, of which nothing is done yet", lines }];
  }
  if (pending.kind === "authentication-policies") {
    const left = request.plan.filter(({ name }) => !request.finished.includes(name));
    return [{ title: policies, lines: left.map(({ name }) => name) }];
  }
  if (pending.kind === "cannot-see") {
    const lines = expected.map((one) => sayExpected(one, draft));
    const title = `Goes live for this request, as it was asked for (${lines.length})`;
    return [
      { title, lines },
      { title: unseen, lines: [] },
    ];
  }
  const { ours, others } = splitPending(pending.changes, expected);
  const missing = facts.unseen ?? [];
  return [
    {
      title: `Goes live for this request (${ours.length})`,
      lines: ours.map((one) => sayChange(one) + sayOtherGroup(one, draft)),
    },
    {
      title:
        others.length === 0
          ? "Nothing else is pending in the tenant"
          : `Goes live as well, though this request did not ask for it (${others.length})`,
      lines: others.map(sayOthers),
    },
    ...(missing.length === 0
      ? []
      : [{ title: `Asked for, but not seen pending (${missing.length})`, lines: missing }]),
  ];
}

function listSegments(draft: Draft): View["lists"] {
  const account = accountOf(draft);
  return account === undefined ? [] : [...listSegmentRequest(account), ...listSegmented(account)];
}

const unseen =
  "The bot cannot see what else is pending in this tenant. Look at the two reports with Pending Changes in Workday before you approve.";

const policies =
  "What is left of the plan. The bot cannot see what is pending in the authentication policies: look at Activate All Pending Authentication Policy Changes in Workday before you approve";

function sayChange({ access, policy, change }: PendingChange): string {
  return `${access === "" ? "" : `${access}: `}${policy} (${change})`;
}

function sayOthers(change: PendingChange): string {
  const { policy, action, securityGroup, access, changedBy } = change;
  const what = [policy, action, access].filter((part) => part !== "").join(", ");
  return `${what}: ${change.change} for ${securityGroup}${changedBy === undefined ? "" : `, by ${changedBy}`}`;
}

/** What came of an approval, in words. */
export function sayReply(reply: Reply, sayRefusal: (refusal: Refusal) => string): string {
  switch (reply.kind) {
    case "accepted":
      return reply.request.phase.kind === "waiting-for-approval"
        ? "Your approval counts, and others are needed too. You can close this page."
        : "Approved. The changes are activated next; Slack shows how it goes. You can close this page.";
    case "refused":
      return sayRefusal(reply.refusal);
    case "voided":
      return "What is pending in the tenant has changed since the card was shown, so nothing was approved. A new card follows in Slack: look at it and decide again.";
    case "fault":
      return `Nothing was approved. ${reply.fault.words} In Slack, press Approve again.`;
    case "passkey-needed":
    case "not-opened":
      return "Nothing was approved. In Slack, press Approve again.";
  }
}
