import { ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { kindOf } from "../kinds/kinds.ts";
import {
  refuse,
  type StepContext,
  type StepResult,
  type Stopped,
} from "../lifecycle/step-context.ts";
import { toConfigurations } from "../model/account-settings.ts";
import type { Fault } from "../model/fault.ts";
import { dayMs, later } from "../model/ids.ts";
import { retryUnreachable } from "../ports/retry.ts";
import type { IntegrationSystemUser } from "../ports/workday.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { ProbeOutcome, SecretReference } from "../request/step-facts.ts";
import { disableLosers } from "./disable-secret.ts";
import { ensureOwnAccount } from "./ensure-own-account.ts";
import { probeGrants } from "./probe-grants.ts";
import { putPassword } from "./put-account.ts";

/**
 * Issues the password as one step, so that it never rests anywhere but in the vault: generate, store as
 * a disabled version, put to Workday, sign on and probe, enable. Repeating issues another one; versions
 * that lost are disabled. A put whose outcome nobody knows is answered by issuing again, never by trying
 * old passwords into a lock-out.
 */
export async function issueCredential(acting: StepContext): Promise<StepResult> {
  const own = await ensureOwnAccount(acting);
  if (!own.ok) return own;
  if (isNameless(acting, own.value)) return refuse(keyWithoutId);
  const first = await issueOnce(acting, own.value);
  return !first.ok && first.error.kind === "unknown" ? issueOnce(acting, own.value) : first;
}

/** Of a new account there is what the request asked for. */
function isNameless({ request }: StepContext, { tokens = [] }: IntegrationSystemUser): boolean {
  return kindOf(request.draft).makes !== "account" && toConfigurations(tokens) === undefined;
}

const keyWithoutId =
  "The account signs on with x509 or SAML, and Workday does not name the key, so the bot could not keep it as it is. No password was set. Change the password in Workday, and withdraw.";

async function issueOnce(acting: StepContext, user: IntegrationSystemUser): Promise<StepResult> {
  const password = drawPassword(acting);
  const stored = await store(acting, password);
  if (!stored.ok) return stored;
  const put = await putPassword(acting, password, user);
  if (!put.ok) return put;
  const probes = await tryOut(acting, password);
  if (!probes.ok) return probes;
  const { vault, clock } = acting.deps;
  const enabled = await retryUnreachable(clock, () => vault.enableVersion(stored.value));
  if (!enabled.ok) return enabled;
  const losers = await disableLosers(acting, stored.value);
  if (!losers.ok) return losers;
  return ok({
    secret: stored.value,
    references: put.value.references,
    ...(probes.value !== undefined && { probes: probes.value }),
  });
}

/** By the tenant's rules, without what the vendor of the account's recipe cannot take. */
function drawPassword({ deps, place, request }: StepContext): Secret {
  const { recipe = "" } = accountIn(request);
  const without = deps.recipes.find(recipe)?.passwordWithout;
  return deps.random.password(place.tenant.passwordRules, without);
}

/**
 * Signs on as the new user. Where the account has to change its password first, Workday would refuse that,
 * and a refused sign-on counts towards a lock: then nobody tries, and the verification says so.
 */
async function tryOut(
  acting: StepContext,
  password: Secret,
): Promise<Result<readonly ProbeOutcome[] | undefined, Fault | Stopped>> {
  return accountIn(acting.request).requireNewPassword === true
    ? ok(undefined)
    : probeGrants(acting, password);
}

async function store(
  { deps, place, request }: StepContext,
  value: Secret,
): Promise<Result<SecretReference, Fault>> {
  const { tenant } = place;
  const { userName } = accountIn(request);
  return retryUnreachable(deps.clock, () =>
    deps.vault.putDisabledVersion({
      name: deps.nameSecret(tenant, userName),
      value,
      tags: { request: request.id, isu: userName, tenant: tenant.name },
      expiresAt: later(deps.clock.now(), tenant.secrets.expiresAfterDays * dayMs),
    }),
  );
}
