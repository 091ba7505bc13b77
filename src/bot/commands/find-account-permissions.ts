import type { Held } from "../../flows/intake/prepare-permissions.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../result.ts";
import { describeUnknownAccount } from "../blocks/messages.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { describeWhyNot, readSought, type Sought } from "./find-accounts.ts";
import { findOffersFrom } from "./requestable.ts";

/** An account of one tenant, with what its group may do now. */
export interface AccountPermissions {
  readonly tenant: Tenant;
  readonly held: Held;
}

/**
 * Finds the account that a command is about: `<ISU> [tenant or security group]`.
 *
 * @returns in words why there is none, or that there are several
 */
export async function findAccountPermissions(
  parts: BotParts,
  call: Invocation,
  { command, about }: { readonly command: string; readonly about: string },
): Promise<Result<AccountPermissions, string>> {
  const allowed = await findOffersFrom(parts, call);
  if (!allowed.ok) return allowed;
  if (about === "") return err(describeUnknownAccount({ command, typed: "", near: [] }));
  const sought = readSought(
    about,
    allowed.value.map(({ tenant }) => tenant),
  );
  const looked = await lookIn(parts, sought);
  const found = looked.flatMap(({ tenant, held }) =>
    held.ok ? [{ tenant, held: held.value }] : [],
  );
  const [first] = found;
  if (first === undefined) {
    const why = looked.flatMap(({ tenant, held }) =>
      held.ok ? [] : [describeWhyNot(tenant, held.error)],
    );
    return err(why.join("\n"));
  }
  return found.length > 1 ? err(describeWhere(command, sought.named.userName, found)) : ok(first);
}

interface Looked {
  readonly tenant: Tenant;
  readonly held: Awaited<ReturnType<BotParts["deps"]["findHeld"]>>;
}

async function lookIn({ deps }: BotParts, { named, tenants }: Sought): Promise<readonly Looked[]> {
  return Promise.all(
    tenants.map(async (tenant) => ({ tenant, held: await deps.findHeld(tenant, named) })),
  );
}

function describeWhere(
  command: string,
  userName: string,
  found: readonly AccountPermissions[],
): string {
  const commands = found.map(
    ({ tenant }) => `${tenant.label}: /workday-isu ${command} ${userName} ${tenant.name}`,
  );
  return `${userName} is in several tenants. Say which:\n${commands.join("\n")}`;
}
