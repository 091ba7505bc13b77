import type { Fault } from "../../flows/model/fault.ts";
import type { AccountStanding, IntegrationSystemUser } from "../../flows/ports/ports.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Call } from "../wire/soap.ts";
import type { Credentials } from "../wire/username-token.ts";
import { listIntegrationSystemUsers, readUsersByName } from "./get-integration-system-users.ts";

/**
 * Says whether an account name is free, as far as a web service can tell.
 *
 * Asking by name answers with "Invalid ID value" where no account has it, and with an empty list where an
 * account has it without an integration system: a worker's, or one made by hand. That the empty list means
 * this is an inference from the operation's documentation; nobody tried it on a live tenant. Workday compares
 * user names without case, and a reference may not, so the full list is compared as well.
 *
 * @see Workday Integrations v31.2, Get_Integration_System_Users
 */
export async function findAccount(
  call: Call,
  as: Credentials,
  userName: string,
): Promise<Result<AccountStanding, Fault>> {
  const named = await readUsersByName(call, as, userName);
  if (!named.ok && named.error.reason !== "invalid-id") return err(named.error.fault);
  const hit = findByName(named.ok ? named.value : [], userName);
  if (hit !== undefined) return ok({ kind: "on-system", systemId: hit.systemId });

  const all = await listIntegrationSystemUsers(call, as);
  if (!all.ok) return all;
  const same = findByName(all.value, userName);
  if (same !== undefined) return ok({ kind: "on-system", systemId: same.systemId });
  return ok({ kind: named.ok ? "elsewhere" : "free" });
}

function findByName(
  users: readonly IntegrationSystemUser[],
  userName: string,
): IntegrationSystemUser | undefined {
  return users.find((user) => user.userName.toLowerCase() === userName.toLowerCase());
}
