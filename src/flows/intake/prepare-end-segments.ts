import { ok, type Result } from "../../result.ts";
import { findExisting } from "../inventory/existing-account.ts";
import { bothOf, noPermissions, type Permissions, without } from "../model/permissions.ts";
import type { RawEndSegments } from "../model/raw-segments.ts";
import type { SegmentedAccess } from "../model/segments.ts";
import { commandFor } from "../planning/next-steps.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { EndSegmentsDraft } from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import type { TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { MadeEdit } from "./edit-made.ts";
import { checkWhy } from "./parse-draft.ts";
import { refuseFields } from "./refuse-fields.ts";

/** The end of access by segments. What the account's group gets back is what it held before, as far as asked. */
export async function prepareEndSegments(
  ground: DraftSources,
  raw: RawEndSegments,
  tenant: Tenant,
): Promise<Result<EndSegmentsDraft, TenantCheck>> {
  const { userName } = raw;
  const why = checkWhy(raw);
  if (Object.keys(why).length > 0) return refuseFields(why);
  const found = await findExisting(ground, tenant, { userName, groupName: "" });
  if (!found.ok) return found;
  const { account } = found.value;
  const { segmented, permissions } = account;
  if (segmented === undefined) {
    return refuseFields({
      userName: `${userName} has no access by segments that the bot knows of. \`${commandFor("segments")} ${userName}\` asks for it.`,
    });
  }
  return ok({
    ...account,
    kind: "end-segments",
    tenant: tenant.name,
    segmented,
    ...restoreFrom(raw, segmented, permissions),
    ...parseJustification(raw),
  });
}

/** The same end, by which the account's group gets back what it held, or does not. The tenant is not asked. */
export function editMadeEndSegments({
  draft,
  raw,
}: MadeEdit<"end-segments">): Result<EndSegmentsDraft, TenantCheck> {
  const why = checkWhy(raw);
  if (Object.keys(why).length > 0) return refuseFields(why);
  const { ticket: _ticket, permissions, restored, ...stays } = draft;
  const own = without(permissions, restored);
  return ok({ ...stays, ...restoreFrom(raw, draft.segmented, own), ...parseJustification(raw) });
}

/** What the account's own group gets back and may do then, given what it may do before. */
function restoreFrom(
  { isRestored }: Pick<RawEndSegments, "isRestored">,
  { moved }: Pick<SegmentedAccess, "moved">,
  own: Permissions,
): Pick<EndSegmentsDraft, "restored" | "permissions"> {
  const restored = isRestored ? without(moved, own) : noPermissions;
  return { restored, permissions: bothOf(own, restored) };
}
