import { ok, type Result } from "../result.ts";
import type { Secret } from "../secret.ts";
import { type Acted, type Acting, type Stopped, stopped, systemIdOf } from "./act.ts";
import { isSameAccount } from "./create-user.ts";
import { disableVersions } from "./disable-secret.ts";
import type { SecretReference } from "./event.ts";
import type { Fault } from "./fault.ts";
import { later } from "./ids.ts";
import { probeGrants } from "./probe-grants.ts";
import { putAccount } from "./put-account.ts";
import { retryRead, retryUnreachable } from "./retry.ts";

const dayMs = 86_400_000;

/**
 * Issues the password as one step, so that it never rests anywhere but in the vault: generate, store as
 * a disabled version, put to Workday, sign on and probe, enable. Repeating issues another one; versions
 * that lost are disabled. A put whose outcome nobody knows is answered by issuing again, never by trying
 * old passwords into a lock-out.
 */
export async function issueCredential(acting: Acting): Promise<Acted> {
  const own = await ensureOwnAccount(acting);
  if (!own.ok) return own;
  const first = await issueOnce(acting);
  return !first.ok && first.error.kind === "unknown" ? issueOnce(acting) : first;
}

async function issueOnce(acting: Acting): Promise<Acted> {
  const password = acting.deps.dice.password(acting.place.tenant.passwordRules);
  const stored = await store(acting, password);
  if (!stored.ok) return stored;
  const put = await putAccount(acting, password);
  if (!put.ok) return put;
  const probes = await probeGrants(acting, password);
  if (!probes.ok) return probes;
  const { vault, clock } = acting.deps;
  const enabled = await retryUnreachable(clock, () => vault.enableVersion(stored.value));
  if (!enabled.ok) return enabled;
  const losers = await disableVersions(acting, { name: stored.value.name, except: stored.value });
  if (!losers.ok) return losers;
  return ok({ secret: stored.value, probes: probes.value });
}

/** Looks once more before a put that resets a password. */
async function ensureOwnAccount({
  deps,
  place,
  request,
}: Acting): Promise<Result<void, Fault | Stopped>> {
  const { userName } = request.draft;
  const there = await retryRead(deps.clock, () =>
    place.workday.findUserOfSystem(systemIdOf(request)),
  );
  if (!there.ok) return there;
  if (there.value !== undefined && isSameAccount(there.value.userName, userName)) {
    return ok(undefined);
  }
  return stopped(
    `The integration system no longer has the user ${userName}. No password was set. Put it back in Workday and press Try again, or withdraw.`,
  );
}

async function store(
  { deps, place, request }: Acting,
  value: Secret,
): Promise<Result<SecretReference, Fault>> {
  const { tenant } = place;
  const { userName } = request.draft;
  return retryUnreachable(deps.clock, () =>
    deps.vault.putDisabledVersion({
      name: deps.nameSecret(tenant, userName),
      value,
      tags: { request: request.id, isu: userName, tenant: tenant.name },
      expiresAt: later(deps.clock.now(), tenant.secrets.expiresAfterDays * dayMs),
    }),
  );
}
