import { err, ok, type Result } from "../../result.ts";
import { findGroupHolder } from "../inventory/changed-groups.ts";
import { type Existing, findExisting } from "../inventory/existing-account.ts";
import { readExistingGroup } from "../inventory/existing-group.ts";
import { deriveGroup } from "../inventory/group-history.ts";
import { readInactiveGroup } from "../inventory/inactive-group.ts";
import { isSameAccount } from "../model/account-name.ts";
import { clientValues } from "../model/api-client.ts";
import type { Fault } from "../model/fault.ts";
import { type ExistingGroup, existingGroupOf } from "../model/group-settings.ts";
import { bothOf, isSameDomain } from "../model/permissions.ts";
import type { DraftSources, DraftSourcesWithVault } from "../ports/draft-sources.ts";
import type {
  Account,
  Draft,
  FieldProblems,
  Raw,
  RawActivation,
  RawChange,
  RawClient,
  RetireDraft,
  TenantCheck,
} from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkSecrets } from "./check-secret-names.ts";
import { checkTenant } from "./check-tenant.ts";
import { parseClient } from "./parse-client.ts";
import { checkWhy, parseDraft } from "./parse-draft.ts";
import { preparePermissions } from "./prepare-permissions.ts";
import { prepareRollback } from "./prepare-rollback.ts";
import { prepareEndSegments, prepareSegment } from "./prepare-segments.ts";

/**
 * Reads what was typed and looks at the tenant: what exactly would be asked for, or why it cannot be.
 * Changes nothing. It is done for the plan, and once more when the plan is confirmed.
 */
export async function prepare(
  ground: DraftSourcesWithVault,
  raw: Raw,
  tenant: Tenant,
): Promise<Result<Draft, TenantCheck>> {
  if ("tell" in raw) return prepareChange(ground, raw, tenant);
  switch (raw.kind) {
    case "create":
      return prepareCreate(ground, raw, tenant);
    case "api-client":
      return prepareClient(ground, raw, tenant);
    case "permissions":
      return preparePermissions(ground, raw, tenant);
    case "activate":
      return prepareActivation(ground, raw, tenant);
    case "rollback":
      return prepareRollback(ground, raw, tenant);
    case "segment":
      return prepareSegment(ground, raw, tenant);
    case "end-segments":
      return prepareEndSegments(ground, raw, tenant);
  }
}

async function prepareCreate(
  ground: DraftSources,
  raw: Extract<Raw, { kind: "create" }>,
  tenant: Tenant,
): Promise<Result<Draft, TenantCheck>> {
  const parsed = parseDraft(raw, tenant);
  if (!parsed.ok) return problems(parsed.error);
  const system = await checkTenant(ground, parsed.value, tenant);
  if (!system.ok) return system;
  const draft = { ...parsed.value, system: system.value };
  return draft.group?.kind === "existing"
    ? readExistingGroup(ground.workday, draft, tenant)
    : ok(draft);
}

async function prepareChange(
  ground: DraftSourcesWithVault,
  raw: RawChange,
  tenant: Tenant,
): Promise<Result<Draft, TenantCheck>> {
  const { kind } = raw;
  const found = await findAccount(ground, raw, tenant);
  if (!found.ok) return found;
  const asked = { ...found.value.account, tenant: tenant.name, ...parseJustification(raw) };
  switch (kind) {
    case "rotate": {
      const free = await checkSecrets(ground, found.value, { tenant, kinds: ["password"] });
      return free.ok ? ok({ kind, ...asked, tell: raw.tell }) : free;
    }
    case "retire":
      return toRetired(ground, asked, found.value);
    case "activate-group":
      return toActive(ground, asked, tenant);
    case "replace-token":
    case "disable-client":
      return asked.client === undefined
        ? problems({ userName: describeNoClient(raw.userName) })
        : ok({ kind, ...asked, client: asked.client });
  }
}

/**
 * Others of the bot's keep the group: as one that was there before, it is only left. Otherwise everything goes that the
 * group holds, whoever brought it, and of an account that somebody else made what is pending too: the activation would
 * make it live.
 */
async function toRetired(
  { store, workday }: DraftSources,
  asked: Omit<RetireDraft, "kind">,
  { isKnown, pending }: Existing,
): Promise<Result<Draft, TenantCheck>> {
  const holder = await findGroupHolder(store, asked);
  if (holder !== undefined) return problems({ userName: holder });
  const isOutside = await isOutsideGroup(workday, asked);
  if (!isOutside.ok) return err({ kind: "fault", fault: isOutside.error });
  const retired = { kind: "retire", ...asked, ...(isOutside.value && outside) } as const;
  const { others, permissions, isInactive } = deriveGroup(await store.listDone(), asked);
  if (existingGroupOf(asked) !== undefined) return ok(retired);
  if (others.length === 0) {
    const held = isKnown ? permissions : bothOf(asked.permissions, pending);
    return ok({ ...retired, permissions: held });
  }
  const group: ExistingGroup = {
    kind: "existing",
    isActive: !isInactive,
    members: others,
    holds: permissions,
  };
  return ok({ ...retired, group });
}

const outside = { isOutsideGroup: true } as const;

/** Where no report tells, it counts as a member. */
async function isOutsideGroup(
  workday: DraftSources["workday"],
  { userName, groupName }: Account,
): Promise<Result<boolean, Fault>> {
  const groups = await workday.readSecurityGroups();
  if (!groups.ok || groups.value === undefined) return groups.ok ? ok(false) : groups;
  const group = groups.value.find(({ name }) => isSameDomain(name, groupName));
  return ok(!(group?.members ?? []).some((member) => isSameAccount(member, userName)));
}

/** What an inactive group holds counts from then on. The account's own comes before its segment-based one. */
async function toActive(
  { workday, store }: DraftSources,
  asked: Omit<RetireDraft, "kind">,
  tenant: Tenant,
): Promise<Result<Draft, TenantCheck>> {
  const holder = await findGroupHolder(store, asked);
  if (holder !== undefined) return problems({ userName: holder });
  const { isGroupInactive, segmented, ...active } = asked;
  const isOfSegments = isGroupInactive !== true && segmented?.isInactive === true;
  const group = { ...asked, ...(isOfSegments && { isOfSegments }) };
  const inactive = await readInactiveGroup(workday, group, tenant);
  if (!inactive.ok) return inactive;
  const found = inactive.value === undefined ? {} : { found: inactive.value };
  if (!isOfSegments) {
    return ok({ kind: "activate-group", ...active, ...(segmented && { segmented }), ...found });
  }
  const { isInactive: _until, ...activated } = segmented;
  return ok({ kind: "activate-group", isOfSegments, ...active, segmented: activated, ...found });
}

/** One client an account: what the bot stores has one name for each value. */
async function prepareClient(
  ground: DraftSourcesWithVault,
  raw: RawClient,
  tenant: Tenant,
): Promise<Result<Draft, TenantCheck>> {
  const client = parseClient(raw);
  if (!client.ok) return problems(client.error);
  const found = await findAccount(ground, raw, tenant);
  if (!found.ok) return found;
  const { account } = found.value;
  if (account.client !== undefined) {
    return problems({ userName: describeHasClient(raw.userName, account.client.name) });
  }
  const free = await checkSecrets(ground, found.value, { tenant, kinds: clientValues });
  if (!free.ok) return free;
  const { kind } = raw;
  const asked = { ...account, tenant: tenant.name, ...parseJustification(raw) };
  return ok({ kind, ...asked, client: client.value });
}

function describeNoClient(userName: string): string {
  return `The bot knows of no API client of ${userName}. \`/workday-isu api-client ${userName}\` asks for one.`;
}

function describeHasClient(userName: string, name: string): string {
  return `${userName} has the API client ${name} already. \`/workday-isu api-client ${userName}\` replaces its token or disables it.`;
}

/** The account of the inventory, or one that somebody else made: looked at as closely as for other permissions. */
async function findAccount(
  ground: DraftSources,
  raw: RawChange | RawClient,
  tenant: Tenant,
): Promise<Result<Existing, TenantCheck>> {
  const why = checkWhy(raw);
  const { userName, groupName = "" } = raw;
  const found = await findExisting(ground, tenant, { userName, groupName });
  if (!found.ok && found.error.kind === "problems") {
    return problems({ ...why, ...found.error.problems });
  }
  return Object.keys(why).length === 0 ? found : problems(why);
}

/** There has to be something to activate, as far as anybody can see. */
async function prepareActivation(
  { workday }: DraftSources,
  raw: RawActivation,
  tenant: Tenant,
): Promise<Result<Draft, TenantCheck>> {
  const why = checkWhy(raw);
  if (Object.keys(why).length > 0) return problems(why);
  const pending = await workday.readPendingChanges();
  if (!pending.ok) return err({ kind: "fault", fault: pending.error });
  if (pending.value.kind === "seen" && pending.value.changes.length === 0) {
    return problems({
      reason: `Nothing is pending in ${tenant.label}, so there is nothing to activate.`,
    });
  }
  return ok({ kind: "activate", tenant: tenant.name, ...parseJustification(raw) });
}

function problems(found: FieldProblems): Result<never, TenantCheck> {
  return err({ kind: "problems", problems: found });
}
