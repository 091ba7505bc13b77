import type { Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { kindOf } from "../kinds/kinds.ts";
import { type StepContext } from "../lifecycle/step-context.ts";
import { toConfigurations } from "../model/account-settings.ts";
import type { Fault } from "../model/fault.ts";
import { listTokenSignOns, type SecurityConfiguration } from "../model/sign-on.ts";
import { retryUnreachable } from "../ports/retry.ts";
import type { IntegrationSystemUser, PutUserReply, UserSettings } from "../ports/workday.ts";
import { accountIn, systemIdOf } from "../request/account-of-request.ts";

/**
 * Puts the request's account as it was asked for, with this password. **Resets the password of an account
 * that is there**: the caller has looked whose it is.
 *
 * x509 and SAML go along each time. Whether a put without them would keep them is not documented, so this
 * is a guess on the safe side: the same configuration again.
 */
export function putAccount(
  acting: StepContext,
  password: UserSettings["password"],
): Promise<Result<PutUserReply, Fault>> {
  const account = accountIn(acting.request);
  return put(acting, password, { ...account, tokens: listTokenSignOns(account) });
}

/**
 * Puts this password. An account that is there already keeps how it signs on as the tenant shows it now, with every
 * configuration: what somebody has switched off by hand is not switched on by a password. The caller has looked that
 * each of its keys is named.
 */
export function putPassword(
  acting: StepContext,
  password: UserSettings["password"],
  user: IntegrationSystemUser,
): Promise<Result<PutUserReply, Fault>> {
  const account = accountIn(acting.request);
  if (kindOf(account).makes === "account") return putAccount(acting, password);
  return put(acting, password, {
    doNotAllowUiSessions: account.doNotAllowUiSessions || user.doNotAllowUiSessions === true,
    sessionTimeoutMinutes: user.sessionTimeoutMinutes ?? account.sessionTimeoutMinutes,
    tokens: toConfigurations(user.tokens ?? []),
  });
}

/**
 * Makes the request's account with a password that nobody keeps, and without x509 and SAML: nobody may be
 * able to sign on before the approval.
 */
export function putNewAccount(acting: StepContext): Promise<Result<PutUserReply, Fault>> {
  return put(acting, toUnknownPassword(acting), {
    ...accountIn(acting.request),
    tokens: undefined,
  });
}

/** A password that nobody knows: Workday's where the request asks for that, else one thrown away. */
export function toUnknownPassword({ deps, place, request }: StepContext): Secret | "generated" {
  return accountIn(request).passwordFrom === "workday"
    ? "generated"
    : deps.random.password(place.tenant.passwordRules);
}

/** What is put besides the password. */
interface Settings {
  readonly doNotAllowUiSessions: boolean;
  readonly sessionTimeoutMinutes?: number | undefined;
  readonly tokens: readonly SecurityConfiguration[] | undefined;
}

function put(
  { deps, place, request }: StepContext,
  password: UserSettings["password"],
  { doNotAllowUiSessions, sessionTimeoutMinutes, tokens }: Settings,
): Promise<Result<PutUserReply, Fault>> {
  const { userName, system, requireNewPassword } = accountIn(request);
  const systemWid = system.kind === "existing" ? system.wid : undefined;
  return retryUnreachable(deps.clock, () =>
    place.workday.putIntegrationSystemUser({
      systemId: systemIdOf(request),
      ...(systemWid !== undefined && { systemWid }),
      userName,
      password,
      ...(requireNewPassword === true && { requireNewPassword: true }),
      doNotAllowUiSessions,
      ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
      ...(tokens !== undefined && tokens.length > 0 && { tokens }),
    }),
  );
}
