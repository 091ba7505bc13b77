import { err, ok, type Result } from "../../result.ts";
import { findGroupHolder } from "../inventory/changed-groups.ts";
import { deriveGroup } from "../inventory/group-history.ts";
import { membersOf } from "../inventory/members-of.ts";
import { isSameAccount } from "../model/account-name.ts";
import { withTokens } from "../model/account-settings.ts";
import type { Fault } from "../model/fault.ts";
import { type ExistingGroup, existingGroupOf } from "../model/group-settings.ts";
import { bothOf } from "../model/permissions.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { Account, Asked, RetireDraft } from "../request/draft.ts";
import type { RawChange, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { type AskedAccount, findAskedAccount } from "./find-asked-account.ts";
import { refuseFields } from "./refuse-fields.ts";

/**
 * Where other accounts of the bot's share the group, this one only leaves it. Otherwise the group loses everything that
 * it holds, whoever gave it that. Of an account that somebody else made, the group loses what is pending too: the
 * activation would make it live.
 */
export async function prepareRetire(
  ground: DraftSources,
  raw: RawChange,
  tenant: Tenant,
): Promise<Result<RetireDraft, TenantCheck>> {
  const { store, workday } = ground;
  const found = await findAskedAccount(ground, raw, tenant);
  if (!found.ok) return found;
  const { isKnown, pending } = found.value;
  const asked = toShown(found.value);
  const holder = await findGroupHolder(store, asked);
  if (holder !== undefined) return refuseFields({ userName: holder });
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

/** Whatever signs on as the account now ends with it, whoever switched it on. */
function toShown({ asked, user: { tokens } }: AskedAccount): Account & Asked {
  return tokens === undefined ? asked : withTokens(asked, tokens);
}

const outside = { isOutsideGroup: true } as const;

/** Where no report tells, it counts as a member. */
async function isOutsideGroup(
  workday: DraftSources["workday"],
  { userName, groupName }: Account,
): Promise<Result<boolean, Fault>> {
  const groups = await workday.readSecurityGroups();
  if (!groups.ok || groups.value === undefined) return groups.ok ? ok(false) : groups;
  const members = membersOf(groups.value, groupName) ?? [];
  return ok(!members.some((member) => isSameAccount(member, userName)));
}
