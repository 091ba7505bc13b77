import { ok, type Result } from "../../result.ts";
import { refuse, type StepContext, type Stopped } from "../lifecycle/step-context.ts";
import { isSameAccount } from "../model/account-name.ts";
import type { Fault } from "../model/fault.ts";
import { retryRead } from "../ports/retry.ts";
import type { IntegrationSystemUser } from "../ports/workday.ts";
import { accountIn, systemIdOf } from "../request/account-of-request.ts";

/** Looks once more before a put that resets a password. @returns the account as it is now */
export async function ensureOwnAccount({
  deps,
  place,
  request,
}: StepContext): Promise<Result<IntegrationSystemUser, Fault | Stopped>> {
  const { userName } = accountIn(request);
  const there = await retryRead(deps.clock, () =>
    place.workday.findUserOfSystem(systemIdOf(request)),
  );
  if (!there.ok) return there;
  if (there.value !== undefined && isSameAccount(there.value.userName, userName)) {
    return ok(there.value);
  }
  return refuse(
    `The integration system no longer has the user ${userName}. No password was set. Put it back in Workday and press Try again, or withdraw.`,
  );
}
