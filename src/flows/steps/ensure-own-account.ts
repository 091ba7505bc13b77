import { ok, type Result } from "../../result.ts";
import { type Acting, accountIn, type Stopped, stopped, systemIdOf } from "../lifecycle/step-context.ts";
import { isSameAccount } from "./create-user.ts";
import type { Fault } from "../model/fault.ts";
import type { IntegrationSystemUser } from "../ports/ports.ts";
import { retryRead } from "../ports/retry.ts";

/** Looks once more before a put that resets a password. @returns the account as it is now */
export async function ensureOwnAccount({
  deps,
  place,
  request,
}: Acting): Promise<Result<IntegrationSystemUser, Fault | Stopped>> {
  const { userName } = accountIn(request);
  const there = await retryRead(deps.clock, () =>
    place.workday.findUserOfSystem(systemIdOf(request)),
  );
  if (!there.ok) return there;
  if (there.value !== undefined && isSameAccount(there.value.userName, userName)) {
    return ok(there.value);
  }
  return stopped(
    `The integration system no longer has the user ${userName}. No password was set. Put it back in Workday and press Try again, or withdraw.`,
  );
}
