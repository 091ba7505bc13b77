import type { Held } from "../../flows/intake/prepare-permissions.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../result.ts";
import { describeUnknownAccount, refusals } from "../blocks/messages.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import { checkChannel } from "../slack/check-channel.ts";
import type { BotParts } from "../slack/deps.ts";
import { describeWhyNot, readSought, type Sought } from "./find-accounts.ts";
import { findRequestable } from "./requestable.ts";

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
  { kind, about }: { readonly kind: "permissions" | "segments"; readonly about: string },
): Promise<Result<AccountPermissions, string>> {
  const [place, allowed] = await Promise.all([
    checkChannel(parts, call.channel),
    findRequestable(parts, call.by),
  ]);
  if (place !== undefined) return err(place);
  if (!allowed.ok) return err(refusals[allowed.error]);
  if (about === "") return err(describeUnknownAccount({ kind, typed: "", near: [] }));
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
  return found.length > 1 ? err(describeWhere(kind, sought.named.userName, found)) : ok(first);
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
  kind: string,
  userName: string,
  found: readonly AccountPermissions[],
): string {
  const commands = found.map(
    ({ tenant }) => `${tenant.label}: /workday-isu ${kind} ${userName} ${tenant.name}`,
  );
  return `${userName} is in several tenants. Say which:\n${commands.join("\n")}`;
}
