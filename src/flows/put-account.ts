import type { Result } from "../result.ts";
import type { Secret } from "../secret.ts";
import { type Acting, systemIdOf } from "./act.ts";
import type { Fault } from "./fault.ts";
import type { PutUserReply } from "./ports.ts";
import { retryUnreachable } from "./retry.ts";

/**
 * Puts the request's account as it was asked for, with this password. **Resets the password of an account
 * that is there**: the caller has looked whose it is.
 */
export function putAccount(
  { deps, place, request }: Acting,
  password: Secret,
): Promise<Result<PutUserReply, Fault>> {
  const { userName, doNotAllowUiSessions, sessionTimeoutMinutes } = request.draft;
  return retryUnreachable(deps.clock, () =>
    place.workday.putIntegrationSystemUser({
      systemId: systemIdOf(request),
      userName,
      password,
      doNotAllowUiSessions,
      ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
    }),
  );
}
