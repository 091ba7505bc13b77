import { err, ok, type Result } from "../../result.ts";
import { lookAtPending } from "../approval/approval.ts";
import { kindOf } from "../kinds/kinds.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import { type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import type { Away } from "../model/fault.ts";
import { later } from "../model/ids.ts";
import { comparePending } from "../model/pending.ts";
import { toItem, unseen } from "../model/verification.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { lookAtAccount, lookAtRetired } from "./compare-account.ts";
import { compareClient } from "./compare-client.ts";
import { compareLearning } from "./compare-learning.ts";
import { compareLiveEffects } from "./compare-live.ts";
import { compareSecrets } from "./compare-secrets.ts";
import { compareSegmentsEnded } from "./compare-segmented.ts";
import { bothOfComparisons, type Comparison, expectThat, found, judge } from "./expectation.ts";
import { lookAtGroups, lookAtUser, toExpected } from "./look-at-tenant.ts";
import type { Expected, Observed } from "./observed.ts";
import { lookAtRollback } from "./verify-rollback.ts";

/**
 * Looks at the tenant and compares it with what was asked. Changes nothing. What does not answer is waited for, for some
 * hours: one report that is always too slow must not hold a request for good. Then, and where the answer is no, it
 * counts as not seen: the credential is issued by now, and stays.
 */
export async function verify(acting: StepContext): Promise<StepResult> {
  const compared = await lookAtRequest(acting);
  return compared.ok ? ok({ verification: judge(compared.value) }) : compared;
}

/**
 * Every fact that has to be true at the end of a request, and what each eye shows of it now. Changes nothing.
 *
 * @returns what is away, and has not been waited for long enough
 */
export async function lookAtRequest(acting: StepContext): Promise<Result<Comparison, Away>> {
  const { deps, place, request } = acting;
  const { draft } = request;
  if ("undone" in draft) return ok(await lookAtRollback(acting, draft));
  const account = accountOf(draft);
  if (account === undefined) {
    const activated = await lookAtActivation(deps, request);
    return ok(bothOfComparisons(activated, await compareLiveEffects(acting)));
  }
  const before = (await deps.store.listDone()).filter(({ id }) => id !== request.id);
  const expected = toExpected(request, [...before, request]);
  const shown: Observed = {
    user: await lookAtUser(deps, place, expected.systemId),
    ...(await lookAtGroups(deps, place)),
  };
  const secrets = await compareSecrets(acting);
  const away = findAway(shown) ?? secrets.away;
  if (away !== undefined && !hasWaited(acting)) return err(away);
  const compared = [
    compareDraft(account, expected, shown),
    compareClient(request),
    secrets,
    await compareLiveEffects(acting),
    ...("missing" in draft ? [await compareLearning(acting, draft.segmented)] : []),
  ];
  return ok(compared.reduce(bothOfComparisons));
}

function findAway({ user, groups, permissions, exemptions }: Observed): Away | undefined {
  for (const one of [user, groups, permissions, exemptions]) {
    if (one.kind === "cannot-see" && one.away !== undefined) return one.away;
  }
  return undefined;
}

const mostWaitedMs = 4 * 3_600_000;

function hasWaited({ deps, request: { delay } }: StepContext): boolean {
  return delay?.step === "verify" && deps.clock.now() >= later(delay.since, mostWaitedMs);
}

function compareDraft(draft: AccountDraft, expected: Expected, shown: Observed): Comparison {
  const { ends } = kindOf(draft);
  if (ends === "account") return lookAtRetired(expected, shown);
  const compared = lookAtAccount(expected, shown);
  if (ends !== "segments") return compared;
  return bothOfComparisons(compared, compareSegmentsEnded(draft.segmented, shown));
}

/** Whether what was approved is pending no more. Where nobody can see, nobody can say. */
async function lookAtActivation(deps: FlowDeps, request: Request): Promise<Comparison> {
  const approved = await readShown(deps, request.id);
  const look = await lookAtPending(deps, request);
  const what = "Whether everything was activated";
  const noReport = "The tenant has no report of what is pending.";
  const expected = [expectThat("activated", what, noReport)];
  if (!look.ok) {
    return { expected, findings: [found("activated", [unseen(what, look.error.words)])] };
  }
  if (look.value.pending.kind !== "seen" || approved.kind !== "seen") {
    return { expected, findings: [] };
  }
  const { changes } = look.value.pending;
  const { gone } = comparePending(approved.changes, changes);
  const left = approved.changes
    .filter((change) => !gone.includes(change))
    .map(({ policy, access, securityGroup }) => {
      const named = [policy, access].filter((part) => part !== "").join(", ");
      return toItem("missing", `${named} for ${securityGroup} is still pending.`);
    });
  return { expected, findings: [found("activated", left)] };
}
