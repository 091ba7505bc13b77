import type { Held } from "../../flows/intake/prepare-permissions.ts";
import type { Named } from "../../flows/inventory/existing-account.ts";
import type { TenantCheck } from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../result.ts";
import { describeUnknownAccount } from "../blocks/unknown-account.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { describeWhyNot, readSought } from "./find-accounts.ts";
import { findOffersFrom } from "./requestable.ts";

/** An account of one tenant, with what its group may do now. */
export interface AccountPermissions {
  readonly tenant: Tenant;
  readonly held: Held;
}

/**
 * Finds the account that a command is about, with what its group may do: `<ISU> [tenant or security group]`.
 *
 * @returns in words why there is none, or that there are several
 */
export async function findAccountPermissions(
  parts: BotParts,
  call: Invocation,
  asked: About,
): Promise<Result<AccountPermissions, string>> {
  const found = await findOne(parts, call, { ...asked, look: parts.deps.findHeld });
  return found.ok ? ok({ tenant: found.value.tenant, held: found.value.found }) : found;
}

interface About {
  readonly command: string;
  readonly about: string;
}

interface Look<Found> extends About {
  readonly look: (tenant: Tenant, named: Named) => Promise<Result<Found, TenantCheck>>;
}

/**
 * Finds the account that a command is about, by one look at each tenant: `<ISU> [tenant or security group]`.
 *
 * @returns in words why there is none, or that there are several
 */
export async function findOne<Found>(
  parts: BotParts,
  call: Invocation,
  { command, about, look }: Look<Found>,
): Promise<Result<{ readonly tenant: Tenant; readonly found: Found }, string>> {
  const allowed = await findOffersFrom(parts, call);
  if (!allowed.ok) return allowed;
  if (about === "") return err(describeUnknownAccount({ command, typed: "", near: [] }));
  const { named, tenants } = readSought(
    about,
    allowed.value.map(({ tenant }) => tenant),
  );
  const looked = await Promise.all(
    tenants.map(async (tenant) => ({ tenant, seen: await look(tenant, named) })),
  );
  const found = looked.flatMap(({ tenant, seen }) =>
    seen.ok ? [{ tenant, found: seen.value }] : [],
  );
  const [first] = found;
  if (first === undefined) {
    const why = looked.flatMap(({ tenant, seen }) =>
      seen.ok ? [] : [describeWhyNot(tenant, seen.error)],
    );
    return err(why.join("\n"));
  }
  return found.length > 1 ? err(describeWhere(command, named.userName, found)) : ok(first);
}

function describeWhere(
  command: string,
  userName: string,
  found: readonly { readonly tenant: Tenant }[],
): string {
  const commands = found.map(
    ({ tenant }) => `${tenant.label}: /workday-isu ${command} ${userName} ${tenant.name}`,
  );
  return `${userName} is in several tenants. Say which:\n${commands.join("\n")}`;
}
