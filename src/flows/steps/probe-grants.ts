import { ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { refuse, type StepContext, type Stopped } from "../lifecycle/step-context.ts";
import type { Fault } from "../model/fault.ts";
import { isSameName } from "../model/names.ts";
import { listPermissions, type Permission } from "../model/permissions.ts";
import { retryRead } from "../ports/retry.ts";
import type { ProbeAnswer } from "../ports/workday.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { ProbeOutcome } from "../request/step-facts.ts";
import type { ProbeOperation, Tenant } from "../tenant/tenant.ts";
import { explainRefusal } from "./explain-refusal.ts";

/** Any read tells whether the password is good: "not authorized" is said only to somebody who signed on. */
const signOnBy: ProbeOperation = "Get_Workers";

/**
 * Signs on as the new user and makes one harmless read for each granted domain that has a known probe.
 * Stops when nobody can sign on; a refused domain is an outcome, not a failure.
 */
export async function probeGrants(
  acting: StepContext,
  password: Secret,
): Promise<Result<readonly ProbeOutcome[], Fault | Stopped>> {
  const answers = new Map<ProbeOperation, Result<ProbeAnswer, Fault>>();
  const triedAt = acting.deps.clock.now();
  const signedOn = await ask(acting, password, signOnBy);
  answers.set(signOnBy, signedOn);
  if (!signedOn.ok && signedOn.error.kind !== "rejected") return signedOn;
  if (signedOn.ok && signedOn.value === "not-signed-on") {
    return refuse(await explainRefusal(acting, triedAt));
  }
  const outcomes: ProbeOutcome[] = [];
  for (const permission of listPermissions(accountIn(acting.request).permissions)) {
    const operation = probeFor(permission, acting.place.tenant);
    if (operation !== undefined && !answers.has(operation)) {
      answers.set(operation, await ask(acting, password, operation));
    }
    outcomes.push(judge(permission, operation, answers));
  }
  return ok(outcomes);
}

function ask(
  { deps, place, request }: StepContext,
  password: Secret,
  operation: ProbeOperation,
): Promise<Result<ProbeAnswer, Fault>> {
  const { userName } = accountIn(request);
  return retryRead(deps.clock, () => place.workday.probe({ userName, password }, operation));
}

/** A read shows Get, and nothing about Put, View or Modify. */
function probeFor({ domain, access }: Permission, tenant: Tenant): ProbeOperation | undefined {
  if (access !== "Get") return undefined;
  return tenant.probes.find((probe) => isSameName(probe.domain, domain))?.operation;
}

function judge(
  { domain, access }: Permission,
  operation: ProbeOperation | undefined,
  answers: ReadonlyMap<ProbeOperation, Result<ProbeAnswer, Fault>>,
): ProbeOutcome {
  const answer = operation === undefined ? undefined : answers.get(operation);
  if (operation === undefined || answer === undefined) {
    return { kind: "not-probed", domain, access };
  }
  if (!answer.ok) return { kind: "unanswered", domain, words: answer.error.words };
  switch (answer.value) {
    case "answered":
      return { kind: "verified", domain, operation };
    case "not-authorized":
      return { kind: "refused", domain, operation };
    case "not-signed-on":
      return { kind: "unanswered", domain, words: "Workday refused the sign-on." };
  }
}
