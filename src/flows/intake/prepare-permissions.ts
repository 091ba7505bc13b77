import { err, ok, type Result } from "../../result.ts";
import { findGroupHolder } from "../inventory/changed-groups.ts";
import { findExisting, type Named } from "../inventory/existing-account.ts";
import { deriveGroup } from "../inventory/group-history.ts";
import { membersOf } from "../inventory/members-of.ts";
import { isSameAccount } from "../model/account-name.ts";
import { areSameProcesses, withoutProcesses } from "../model/business-process.ts";
import type { Fault } from "../model/fault.ts";
import { toPermissions } from "../model/group-permissions.ts";
import {
  accesses,
  areSamePermissions,
  type HeldSource,
  type Permissions,
  without,
} from "../model/permissions.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { Workday } from "../ports/workday.ts";
import type { Account, PermissionsDraft } from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import { describeRefused } from "../request/protected.ts";
import type { Field, FieldProblems, RawPermissions, TenantCheck } from "../request/raw-draft.ts";
import { refuseAccount } from "../request/refuse-account.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { MadeEdit } from "./edit-made.ts";
import { checkWhy, findRefusedDomains, problemsOf, readProcesses } from "./parse-draft.ts";
import { parsePermissions } from "./parse-permissions.ts";

/** What an account's group may do before anybody asks for something else. */
export interface Held {
  readonly account: Account;
  readonly before: Permissions;
  readonly seenIn: HeldSource;
  /** Who else is in its group, as far as a report or the inventory shows. */
  readonly others: readonly string[];
}

/** Looks at the account and at what its group holds: the tenant's report first, else what was asked last. */
export async function findHeld(
  ground: DraftSources,
  tenant: Tenant,
  named: Named,
): Promise<Result<Held, TenantCheck>> {
  const found = await findExisting(ground, tenant, named);
  if (!found.ok) return found;
  const { account, isKnown } = found.value;
  const place = { ...account, tenant: tenant.name };
  const holder = await findGroupHolder(ground.store, place);
  if (holder !== undefined) return refuseAccount(holder);
  return isKnown
    ? readHeld(ground, place)
    : ok({ account, before: account.permissions, seenIn: "report", others: [] });
}

async function readHeld(
  { store, workday }: DraftSources,
  { tenant, ...account }: Account & Pick<PermissionsDraft, "tenant">,
): Promise<Result<Held, TenantCheck>> {
  const known = deriveGroup(await store.listDone(), { ...account, tenant });
  const others = await findOthers(workday, account, known.others);
  if (!others.ok) return err({ kind: "fault", fault: others.error });
  const read = await workday.readGroupPermissions();
  if (!read.ok) return err({ kind: "fault", fault: read.error });
  const whose = { account, others: others.value };
  return read.value.kind === "cannot-see"
    ? ok({ ...whose, before: known.permissions, seenIn: "inventory" })
    : ok({
        ...whose,
        before: toPermissions(read.value.permissions, account.groupName, "active"),
        seenIn: "report",
      });
}

/** Where no report tells who is in a group, those of the inventory are known. */
async function findOthers(
  workday: Workday,
  { userName, groupName }: Account,
  known: readonly string[],
): Promise<Result<readonly string[], Fault>> {
  const groups = await workday.readSecurityGroups();
  if (!groups.ok) return groups;
  const members = groups.value && membersOf(groups.value, groupName);
  return ok((members ?? known).filter((member) => !isSameAccount(member, userName)));
}

/** What a group may do, and initiate. */
type Edit = Pick<PermissionsDraft, "permissions" | "businessProcesses">;

/** What the form asks for, checked by every rule that needs no Workday. */
export function parseEdit(raw: RawPermissions, tenant: Tenant): Result<Edit, FieldProblems> {
  const why = checkWhy(raw);
  const permissions = parsePermissions(raw, { ...tenant, refusedDomains: [] });
  const processes = readProcesses(raw, { refusedDomains: [] });
  if (!permissions.ok || !processes.ok) {
    return err({ ...problemsOf(permissions), ...problemsOf(processes), ...why });
  }
  const edit: Edit = { permissions: permissions.value, ...processes.value };
  const added = without(edit.permissions, raw.before);
  const refused = findRefusedDomains(
    withoutProcesses(edit.businessProcesses ?? [], raw.processesBefore ?? []),
    tenant,
  );
  const problems = {
    ...checkAdded(added, tenant),
    ...(refused !== undefined && { businessProcesses: refused }),
    ...why,
  };
  if (isSame(edit, toShown(raw))) {
    return err({
      Get: "This is what the group may do already. Add something or take it away.",
      ...problems,
    });
  }
  return Object.keys(problems).length === 0 ? ok(edit) : err(problems);
}

/** What the form was filled with. */
function toShown({ before, processesBefore = [] }: RawPermissions): Required<Edit> {
  return { permissions: before, businessProcesses: processesBefore };
}

function isSame(one: Edit, other: Required<Edit>): boolean {
  return (
    areSamePermissions(one.permissions, other.permissions) &&
    areSameProcesses(one.businessProcesses ?? [], other.businessProcesses)
  );
}

/** Whoever administers security may lose that by any request, and gets it by none. */
function checkAdded(added: Permissions, tenant: Tenant): FieldProblems {
  const problems: Partial<Record<Field, string>> = {};
  for (const access of accesses) {
    const [refused] = added[access].flatMap((domain) => describeRefused(domain, tenant) ?? []);
    if (refused !== undefined) problems[access] = refused;
  }
  return problems;
}

/**
 * Other permissions for an account that exists. The difference is to what the form was filled with: where
 * the group holds something else by now, nothing is asked for, since it would be undone unseen.
 */
export async function preparePermissions(
  ground: DraftSources,
  raw: RawPermissions,
  tenant: Tenant,
): Promise<Result<PermissionsDraft, TenantCheck>> {
  const edit = parseEdit(raw, tenant);
  if (!edit.ok) return err({ kind: "problems", problems: edit.error });
  const held = await findHeld(ground, tenant, raw);
  if (!held.ok) return held;
  const { account, before, seenIn, others } = held.value;
  const { businessProcesses: processesBefore = [], ...rest } = account;
  const areAsBefore = areSameProcesses(processesBefore, raw.processesBefore ?? []);
  if (!isAsBefore(raw, held.value) || !areAsBefore) {
    return refuseAccount(
      `What ${raw.groupName} may do has changed since this form was opened. Nothing was asked for. Type /workday-isu permissions ${raw.userName} again.`,
    );
  }
  return ok({
    ...rest,
    kind: "permissions",
    tenant: tenant.name,
    before,
    seenIn,
    processesBefore,
    ...edit.value,
    ...(others.length > 0 && { alsoInGroup: others }),
    ...parseJustification(raw),
  });
}

/** The same group, which may do something else afterwards. Its difference is to what the first form was filled with. */
export function editMadePermissions({
  draft,
  raw,
  tenant,
}: MadeEdit<"permissions">): Result<PermissionsDraft, TenantCheck> {
  const edit = parseEdit(raw, tenant);
  if (!edit.ok) return err({ kind: "problems", problems: edit.error });
  const { businessProcesses: _before, ticket: _ticket, ...stays } = draft;
  return ok({ ...stays, ...edit.value, ...parseJustification(raw) });
}

/** Whether a group still holds what the form was filled with: what it holds by now would be undone unseen. */
export function isAsBefore(
  raw: Pick<RawPermissions, "before" | "seenIn" | "groupName">,
  { account, before, seenIn }: Held,
): boolean {
  return (
    areSamePermissions(before, raw.before) &&
    seenIn === raw.seenIn &&
    account.groupName === raw.groupName
  );
}
