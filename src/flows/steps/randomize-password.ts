import { ok } from "../../result.ts";
import { kindOf } from "../kinds/kinds.ts";
import { refuse, type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import { isSameAccount } from "../model/account-name.ts";
import { hasTokens, switchAllOff, toConfigurations } from "../model/account-settings.ts";
import type { SecurityConfiguration } from "../model/sign-on.ts";
import { retryRead, retryUnreachable } from "../ports/retry.ts";
import type { IntegrationSystemUser, UserSettings } from "../ports/workday.ts";
import { accountIn, systemIdOf } from "../request/account-of-request.ts";

/**
 * Closes the account as far as the web service lets anybody: a random password that is thrown away, no sign-on in the
 * browser, and x509 and SAML off where the tenant shows them on. Where it refuses the last, it is put without that: a task
 * follows, or the list of what is left says so. Nothing is said of a configuration that is off. Does nothing where the
 * account was never made. Safe to repeat.
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
  return close({ deps, place, request }, there.value);
}

async function close(
  { deps, place, request }: Pick<StepContext, "deps" | "place" | "request">,
  user: IntegrationSystemUser,
): Promise<StepResult> {
  const closed: UserSettings = {
    systemId: user.systemId,
    userName: accountIn(request).userName,
    password: deps.random.password(place.tenant.passwordRules),
    doNotAllowUiSessions: true,
  };
  const off = switchedOff(user);
  const put = await retryUnreachable(deps.clock, () =>
    place.workday.putIntegrationSystemUser({ ...closed, ...(off && { tokens: off }) }),
  );
  if (put.ok) return ok({});
  if (put.error.kind !== "rejected" || off === undefined) return put;
  const without = await retryUnreachable(deps.clock, () =>
    place.workday.putIntegrationSystemUser(closed),
  );
  return without.ok ? ok({}) : without;
}

/** Every configuration with nothing on in it; `undefined` where nothing is on. */
function switchedOff({
  tokens = [],
}: IntegrationSystemUser): readonly SecurityConfiguration[] | undefined {
  return hasTokens(tokens) ? toConfigurations(switchAllOff(tokens)) : undefined;
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
