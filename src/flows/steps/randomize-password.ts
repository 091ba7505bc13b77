import { ok } from "../../result.ts";
import { kindOf } from "../kinds/kinds.ts";
import { refuse, type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import { isSameAccount } from "../model/account-name.ts";
import { retryRead, retryUnreachable } from "../ports/retry.ts";
import { accountIn, systemIdOf } from "../request/account-of-request.ts";

/**
 * Closes the account as far as the web service lets anybody: a random password that is thrown away, and no
 * sign-on in the browser. Nothing is said of x509 and SAML: naming them again could switch on what somebody
 * has switched off by hand, and switching them off has no web service. Does nothing where the account was
 * never made. Safe to repeat.
 */
export async function scrambleUser({ deps, place, request }: StepContext): Promise<StepResult> {
  const { userName, system } = accountIn(request);
  if (system.kind === "new" && request.facts.systemId === undefined) return ok({});
  const systemId = systemIdOf(request);
  const there = await retryRead(deps.clock, () => place.workday.findUserOfSystem(systemId));
  if (!there.ok) return there;
  if (there.value === undefined) return ok({});
  if (!isSameAccount(there.value.userName, userName) || !isMadeHere(request)) {
    return refuse(
      `The account ${there.value.userName} may not be this request's, so it was not touched. Look at it in Workday.`,
    );
  }
  const password = deps.random.password(place.tenant.passwordRules);
  const put = await retryUnreachable(deps.clock, () =>
    place.workday.putIntegrationSystemUser({
      systemId,
      userName,
      password,
      doNotAllowUiSessions: true,
    }),
  );
  return put.ok ? ok({}) : put;
}

/**
 * An account of the inventory was looked at when the request was opened. One on an existing system that
 * this request was to make is its own only when a reply came back.
 */
function isMadeHere(request: StepContext["request"]): boolean {
  const { draft, facts } = request;
  if (kindOf(draft).makes !== "account") return true;
  return accountIn(request).system.kind === "new" || facts.userWid !== undefined;
}
