import { describeMembership } from "../model/other-group.ts";
import type { PendingChange } from "../model/pending.ts";
import type { TitledList } from "../model/titled-list.ts";
import {
  type GoesLive,
  listMemberRequests,
  listRest,
  type MemberRequest,
} from "../request/other-request.ts";
import { isGuarded } from "../tenant/catalogue.ts";
import { markDomain } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { describeChange, describeOthersChange } from "./describe-change.ts";

/** So many requests have a list each; more share one. */
const mostLists = 6;

/** What goes live with a release: what none of its requests asked for first, then each request with its own. */
export function listRelease(
  live: GoesLive,
  {
    tenant,
    nameWhose,
    listStrangers,
  }: {
    readonly tenant: Tenant;
    /** Of which other request a change is, to stand after it. */
    readonly nameWhose: (change: PendingChange) => string;
    readonly listStrangers: readonly TitledList[];
  },
): readonly TitledList[] {
  const members = listMemberRequests(live.others);
  return [
    ...(live.pending.kind === "seen" ? [listBesides(listRest(live), { tenant, nameWhose })] : []),
    ...listStrangers,
    listMembersOf(members),
    ...listChanges(members, { tenant, isSeen: live.pending.kind === "seen" }),
  ];
}

function listBesides(
  rest: readonly PendingChange[],
  {
    tenant,
    nameWhose,
  }: { readonly tenant: Tenant; readonly nameWhose: (change: PendingChange) => string },
): TitledList {
  if (rest.length === 0) return { title: "Nothing else is pending in the tenant.", lines: [] };
  return {
    title: `Goes live as well, though none of these requests asked for it (${rest.length}):`,
    lines: worstFirst(rest, tenant).map(
      (one) => describeOthersChange(one) + markDomain(one.policy, tenant) + nameWhose(one),
    ),
    isDanger: true,
  };
}

/** What administers security first, then maker by maker. */
export function worstFirst(
  changes: readonly PendingChange[],
  tenant: Tenant,
): readonly PendingChange[] {
  return changes.toSorted(
    (one, other) =>
      Number(isGuarded(tenant, other.policy)) - Number(isGuarded(tenant, one.policy)) ||
      (one.changedBy ?? "").localeCompare(other.changedBy ?? ""),
  );
}

function listMembersOf(members: readonly MemberRequest[]): TitledList {
  const title = `Releases (${members.length}). Who asked for one of these, or carried out a step of it, has no voice on that one:`;
  return {
    title,
    lines: members.map((one) => `${describeMember(one)}, asked for by`),
    people: members.map(({ askedBy }) => askedBy),
    tickets: members.map(({ member }) => member.ticket),
  };
}

function describeMember({ id, changes, needed, member }: MemberRequest): string {
  const part = changes.length === 0 ? "" : `, ${count(changes.length, "change")}`;
  const approvers = needed > 1 ? `, needs ${needed} approvers` : "";
  return `${id}: ${member.about}${part}${approvers}`;
}

interface Shown {
  readonly tenant: Tenant;
  /** Whether anybody sees what is pending; else a request shows what was asked for. */
  readonly isSeen: boolean;
}

function listChanges(members: readonly MemberRequest[], shown: Shown): readonly TitledList[] {
  const asAsked = shown.isSeen ? "" : ", as it was asked for";
  if (members.length <= mostLists) {
    return members.map((one) => ({
      title: `Goes live for ${one.id}${asAsked} (${countOf(one, shown)}):`,
      lines: listLines(one, shown),
    }));
  }
  const lines = members.flatMap((one) => listLines(one, shown).map((line) => `${one.id}: ${line}`));
  return [{ title: `Goes live for these requests${asAsked} (${lines.length}):`, lines }];
}

function countOf({ changes, member }: MemberRequest, { isSeen }: Shown): number {
  return isSeen ? changes.length : member.unseen.length;
}

function listLines(
  { changes, member }: MemberRequest,
  { tenant, isSeen }: Shown,
): readonly string[] {
  const { memberships } = member;
  const groups =
    memberships?.kind === "seen"
      ? memberships.groups.map((group) => `also a member of ${describeMembership(group)}`)
      : [];
  const unread = memberships?.kind === "unread" ? ["which other groups it is in was not read"] : [];
  return [
    ...(member.also ?? []),
    ...worstFirst(changes, tenant).map(
      (one) => describeChange(one) + markDomain(one.policy, tenant),
    ),
    ...member.unseen.map((one) => (isSeen ? `asked for, but not seen pending: ${one}` : one)),
    ...groups,
    ...unread,
  ];
}
