import { err, ok, type Result } from "../../result.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isSameAccount } from "../model/account-name.ts";
import { listOn } from "../model/account-settings.ts";
import { toPermissions } from "../model/group-permissions.ts";
import { isSameName } from "../model/names.ts";
import { noPermissions, type Permissions, without } from "../model/permissions.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { IntegrationSystemUser, SecurityGroup, Workday } from "../ports/workday.ts";
import { systemIdOf } from "../request/account-of-request.ts";
import type { Account } from "../request/draft.ts";
import { describeProtected, describeProtectedAccount } from "../request/protected.ts";
import type { TenantCheck } from "../request/raw-draft.ts";
import { refuseAccount } from "../request/refuse-account.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { deriveGroup } from "./group-history.ts";
import { findLast, toAccount } from "./inventory.ts";

export interface Named {
  readonly userName: string;
  /** Where an account that the bot did not make is in several; otherwise empty. */
  readonly groupName: string;
}

type Found<Thing> = Result<Thing, TenantCheck>;

/** An account that exists. */
export interface Existing {
  readonly account: Account;
  /** As the tenant shows it now. */
  readonly user: IntegrationSystemUser;
  /** Whether the bot answers for it already; otherwise somebody else made it. */
  readonly isKnown: boolean;
  /** Of one that somebody else made: what its group is granted besides, and is not active yet. */
  readonly pending: Permissions;
}

/**
 * An account that exists: the inventory's, or one that somebody else made, as the tenant shows it. Protected
 * accounts and groups are none, and neither is one that an open request is at or that the bot retired. Changes
 * nothing.
 */
export async function findExisting(
  ground: DraftSources,
  tenant: Tenant,
  { userName, groupName }: Named,
): Promise<Found<Existing>> {
  const kept = describeProtectedAccount(userName, tenant);
  if (kept !== undefined) return refuseAccount(kept);
  const holder = await ground.store.findReservation({ tenant: tenant.name, userName });
  if (holder !== undefined) {
    return refuseAccount(`The open request ${holder} is at this account. Wait for it.`);
  }
  const last = await findLast(ground.store, { tenant: tenant.name, userName });
  if (last !== undefined && kindOf(last.draft).ends === "account") {
    return refuseAccount(
      `The bot retired ${userName} with ${last.id}, and does not change it any more. Ask for a new account of another name.`,
    );
  }
  const found =
    last === undefined
      ? await adopt(ground, tenant, { userName, groupName })
      : await lookAgain(ground, last);
  if (!found.ok) return found;
  const why = describeProtected(found.value.account, tenant);
  return why === undefined ? found : refuseAccount(why);
}

/** One of the inventory is still where it was. What an edit of another account took from its group is gone. */
async function lookAgain(
  { workday, store }: DraftSources,
  last: Request,
): Promise<Found<Existing>> {
  const account = toAccount(last);
  const user = await findUser(workday, systemIdOf(last), account.userName);
  if (!user.ok) return user;
  const known = deriveGroup(await store.listDone(), { ...account, tenant: last.draft.tenant });
  const gone = without(account.permissions, known.permissions);
  const permissions = without(account.permissions, gone);
  return ok({
    account: { ...account, permissions },
    user: user.value,
    isKnown: true,
    pending: noPermissions,
  });
}

async function findUser(
  workday: Workday,
  systemId: string,
  userName: string,
): Promise<Found<IntegrationSystemUser>> {
  const there = await workday.findUserOfSystem(systemId);
  if (!there.ok) return err({ kind: "fault", fault: there.error });
  return there.value !== undefined && isSameAccount(there.value.userName, userName)
    ? ok(there.value)
    : refuseAccount(
        `The integration system ${systemId} has no user ${userName} any more. Look at it in Workday; nothing was changed.`,
      );
}

async function adopt(
  { workday }: DraftSources,
  tenant: Tenant,
  { userName, groupName }: Named,
): Promise<Found<Existing>> {
  const found = await findSystemOf(workday, tenant, userName);
  if (!found.ok) return found;
  const systemId = found.value;
  const user = await findUser(workday, systemId, userName);
  if (!user.ok) return user;
  const system = await workday.findIntegrationSystem(systemId);
  if (!system.ok) return err({ kind: "fault", fault: system.error });
  const group = await findGroupOf(workday, tenant, { userName, groupName });
  if (!group.ok) return group;
  const lines = await readLines(workday, tenant, userName);
  if (!lines.ok) return lines;
  const exempt = await workday.readPasswordExemptions();
  if (!exempt.ok) return err({ kind: "fault", fault: exempt.error });
  return ok(
    toAdopted(user.value, {
      systemName: system.value?.name ?? systemId,
      group: group.value,
      lines: lines.value,
      exempt: exempt.value ?? [],
    }),
  );
}

/** What the tenant's groups may do: without it nobody could be shown what the account's holds. */
async function readLines(
  workday: Workday,
  { label }: Tenant,
  userName: string,
): Promise<Found<readonly GroupPermission[]>> {
  const held = await workday.readGroupPermissions();
  if (!held.ok) return err({ kind: "fault", fault: held.error });
  return held.value.kind === "seen"
    ? ok(held.value.permissions)
    : refuseAccount(
        `The bot did not make ${userName}, and ${label} has no report of what its groups may do, so nobody could be shown what it holds. Ask the bot's operator for that report.`,
      );
}

async function findSystemOf(
  workday: Workday,
  tenant: Tenant,
  userName: string,
): Promise<Found<string>> {
  const standing = await workday.findAccount(userName);
  if (!standing.ok) return err({ kind: "fault", fault: standing.error });
  switch (standing.value.kind) {
    case "on-system":
      return ok(standing.value.systemId);
    case "free":
      return refuseAccount(`${tenant.label} has no account ${userName} that the bot can see.`);
    case "elsewhere":
      return refuseAccount(
        `${userName} belongs to no integration system, so it is no account that this bot looks after.`,
      );
  }
}

/** The one group that an account is in, by itself: other members' permissions are none of the request's. */
async function findGroupOf(
  workday: Workday,
  tenant: Tenant,
  { userName, groupName }: Named,
): Promise<Found<SecurityGroup>> {
  const read = await workday.readSecurityGroups();
  if (!read.ok) return err({ kind: "fault", fault: read.error });
  if (read.value === undefined) {
    return refuseAccount(
      `The bot did not make ${userName}, and ${tenant.label} has no report of its security groups, so the bot cannot tell which is this account's. Ask the bot's operator for that report.`,
    );
  }
  const own = read.value.filter(({ members }) =>
    members.some((member) => isSameAccount(member, userName)),
  );
  const named = own.filter(({ name }) => groupName === "" || isSameName(name, groupName));
  const [group] = named;
  if (group === undefined || named.length > 1) return refuseAccount(describeWhich(userName, own));
  const others = read.value
    .filter(({ name }) => isSameName(name, group.name))
    .flatMap(({ members }) => members)
    .filter((member) => !isSameAccount(member, userName));
  if (others.length === 0) return ok(group);
  return refuseAccount(
    `The security group ${group.name} has other members too (${others.slice(0, 5).join(", ")}): whatever it may do, they may. Give ${userName} a group of its own in Workday, then ask again.`,
  );
}

function describeWhich(userName: string, groups: readonly SecurityGroup[]): string {
  const [first] = groups;
  if (first === undefined) {
    return `The bot did not make ${userName}, and it is in no security group that the tenant's report shows. Put it into one in Workday, then ask again.`;
  }
  const names = groups.map(({ name }) => name).join("; ");
  return `${userName} is in these security groups: ${names}. Say which, such as: /workday-isu permissions ${userName} ${first.name}. Other commands take the group in the same place.`;
}

/** What the tenant shows around an account. */
interface Seen {
  readonly systemName: string;
  readonly group: SecurityGroup;
  readonly lines: readonly GroupPermission[];
  /** Who is exempt from password expiration; nobody where no report tells. */
  readonly exempt: readonly string[];
}

/** Where Workday does not say whether UI sessions are allowed, they count as closed: the safer of both. */
function toAdopted(
  user: IntegrationSystemUser,
  { systemName, group, lines, exempt }: Seen,
): Existing {
  const { userName, systemId, sessionTimeoutMinutes, tokens = [] } = user;
  const [first, ...furtherTokens] = listOn(tokens);
  const account: Account = {
    isAdopted: true,
    userName,
    system: { kind: "existing", id: systemId, name: systemName },
    doNotAllowUiSessions: user.doNotAllowUiSessions ?? true,
    ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
    groupName: group.name,
    ...(!group.active && { isGroupInactive: true }),
    ...(exempt.some((name) => isSameAccount(name, userName)) && { exemptFromPasswordExpiry: true }),
    permissions: toPermissions(lines, group.name, "active"),
    ...first,
    ...(furtherTokens.length > 0 && { furtherTokens }),
  };
  return { account, user, isKnown: false, pending: toPermissions(lines, group.name, "pending") };
}
