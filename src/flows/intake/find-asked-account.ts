import { ok, type Result } from "../../result.ts";
import { type Existing, findExisting } from "../inventory/existing-account.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { Account, Asked } from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import type { RawChange, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkWhy } from "./parse-draft.ts";
import { refuseFields } from "./refuse-fields.ts";

/** What every form that is about one account sends. */
type RawAccount = Pick<RawChange, "userName" | "groupName" | "reason" | "ticket">;

/** The account that a request is about, with what every request says of itself. */
export interface AskedAccount extends Existing {
  readonly asked: Account & Asked;
}

/** The account of the inventory, or one that somebody else made: looked at as closely as for other permissions. */
export async function findAskedAccount(
  ground: DraftSources,
  raw: RawAccount,
  tenant: Tenant,
): Promise<Result<AskedAccount, TenantCheck>> {
  const why = checkWhy(raw);
  const { userName, groupName = "" } = raw;
  const found = await findExisting(ground, tenant, { userName, groupName });
  if (!found.ok && found.error.kind === "problems") {
    return refuseFields({ ...why, ...found.error.problems });
  }
  if (Object.keys(why).length > 0) return refuseFields(why);
  if (!found.ok) return found;
  const asked = { ...found.value.account, tenant: tenant.name, ...parseJustification(raw) };
  return ok({ ...found.value, asked });
}
