import type { Fault } from "../../flows/model/fault.ts";
import type { AccountStanding, IntegrationSystemUser } from "../../flows/ports/workday.ts";
import { err, ok, type Result } from "../../result.ts";
import { getIntegrationSystemUsers } from "../operations/get-integration-system-users.ts";
import { perform, type Sender } from "../wire/perform.ts";
import { readPages } from "../wire/read-pages.ts";
import { unreadable } from "../wire/unreadable.ts";

/**
 * Reads the user of one integration system: Workday allows one.
 *
 * @returns `undefined` where the system has no user, or does not exist
 */
export async function findUserOfSystem(
  sender: Sender,
  systemId: string,
): Promise<Result<IntegrationSystemUser | undefined, Fault>> {
  const users = await perform(sender, getIntegrationSystemUsers, { systemId });
  if (!users.ok) {
    return users.error.reason === "invalid-id" ? ok(undefined) : err(users.error.fault);
  }
  const [first] = users.value;
  if (first === undefined) return ok(undefined);
  return first.systemId === systemId ? ok(first) : err(unreadable(getIntegrationSystemUsers));
}

/**
 * Says whether an account name is free, as far as a web service can tell.
 *
 * Asking by name answers with "Invalid ID value" where no account has it, and with an empty list where an
 * account has it without an integration system: a worker's, or one made by hand. That the empty list means
 * this is an inference from the operation's documentation; nobody tried it on a live tenant. Workday compares
 * user names without case, and a reference may not, so the full list is compared as well.
 */
export async function findAccount(
  sender: Sender,
  userName: string,
): Promise<Result<AccountStanding, Fault>> {
  const named = await perform(sender, getIntegrationSystemUsers, { userName });
  if (!named.ok && named.error.reason !== "invalid-id") return err(named.error.fault);
  const hit = findByName(named.ok ? named.value : [], userName);
  if (hit !== undefined) return ok({ kind: "on-system", systemId: hit.systemId });

  const all = await readPages(sender, getIntegrationSystemUsers, (page) => ({ page }));
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
