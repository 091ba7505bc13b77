import { lookAtPending } from "../approval/approval.ts";
import { kindOf } from "../kinds/kinds.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import type { StepContext } from "../lifecycle/step-context.ts";
import type { Away } from "../model/fault.ts";
import type { Observation } from "../model/observation.ts";
import { comparePending } from "../model/pending.ts";
import { toItem, unseen, type Verification } from "../model/verification.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { stepKinds } from "../step-kinds/step-kinds.ts";
import { lookAtAccount, lookAtRetired } from "./compare-account.ts";
import { compareActivator } from "./compare-activator.ts";
import { compareClient } from "./compare-client.ts";
import { compareClientSecrets } from "./compare-client-secrets.ts";
import { compareLearning } from "./compare-learning.ts";
import { compareLiveEffects } from "./compare-live.ts";
import { compareSecret } from "./compare-secret.ts";
import { compareSegmentsEnded } from "./compare-segmented.ts";
import { compareTookEffect } from "./compare-took-effect.ts";
import {
  bothOfComparisons,
  byEye,
  type Comparison,
  expectThat,
  found,
  judge,
} from "./expectation.ts";
import { lookAtPassword } from "./look-at-password.ts";
import {
  lookAtGroupList,
  lookAtGroups,
  lookAtPermissions,
  lookAtUser,
  toExpected,
} from "./look-at-tenant.ts";
import type { Expected, Observed } from "./observed.ts";
import { lookAtRollback } from "./verify-rollback.ts";

/** A verdict, and what was away as it was made: what that would have shown counts as not seen. */
export interface JudgedLook {
  readonly verification: Verification;
  readonly away?: Away;
}

/**
 * Looks at the tenant once, by every eye that it has, and judges. Changes nothing.
 *
 * @param adjust what the groups show is compared after it; absent: as it is
 */
export async function lookAtRequest(
  acting: StepContext,
  adjust: (shown: OfGroups) => OfGroups = (shown) => shown,
): Promise<JudgedLook> {
  const { deps, request } = acting;
  const at = deps.clock.now();
  const { verification, away } = await judgeRequest(acting, adjust);
  const onTrust = request.onTrust.map(({ step, by }) => ({ what: stepKinds[step].title, by }));
  const judged = { ...verification, at, ...(onTrust.length > 0 && { onTrust }) };
  return { verification: judged, ...(away && { away }) };
}

type OfGroups = Omit<Observed, "user">;

async function judgeRequest(
  acting: StepContext,
  adjust: (shown: OfGroups) => OfGroups,
): Promise<JudgedLook> {
  const { deps, place, request } = acting;
  const { draft } = request;
  if ("undone" in draft) return { verification: await lookAtRollback(acting, draft) };
  const account = accountOf(draft);
  if (account === undefined) return judgeActivation(acting);
  const done = await deps.store.listDone();
  const isDone = done.some(({ id }) => id === request.id);
  const requests = isDone ? done : [...done, request];
  const expected = toExpected(request, requests);
  const user = await lookAtUser(deps, place, expected.systemId);
  const shown: Observed = { user, ...adjust(await lookAtGroups(deps, place, requests)) };
  const secret = await compareSecret(acting);
  const clientSecrets = await compareClientSecrets(acting);
  const password = await lookAtPassword(acting);
  const activator = await compareActivator(acting);
  const compared = [
    compareDraft(account, expected, shown),
    compareClient(account, request),
    secret.comparison,
    clientSecrets,
    await compareLiveEffects(acting),
    activator.comparison,
    password.comparison,
    ...("missing" in draft ? [await compareLearning(acting, draft.segmented)] : []),
  ];
  const away = [
    findAway([shown.user, shown.groups, shown.permissions, shown.exemptions, shown.accounts]),
    secret.away,
    clientSecrets.away,
    password.away,
    activator.away,
  ].find((one) => one !== undefined);
  const verification = judge(compared.reduce(bothOfComparisons));
  return { verification, ...(away && { away }) };
}

/** Of an activation alone. */
async function judgeActivation(acting: StepContext): Promise<JudgedLook> {
  const { deps, place, request } = acting;
  const activated = await lookAtActivation(deps, request);
  const shown = {
    ...(await lookAtGroupList(deps, place)),
    permissions: await lookAtPermissions(deps, place),
  };
  const effect = compareTookEffect(await readShown(deps, request.id), shown);
  const live = await compareLiveEffects(acting);
  const { comparison, away } = await compareActivator(acting);
  const verification = judge([activated, effect, live, comparison].reduce(bothOfComparisons));
  const firstAway = findAway([shown.groups, shown.permissions]) ?? away;
  return { verification, ...(firstAway && { away: firstAway }) };
}

function findAway(looks: readonly Observation<unknown>[]): Away | undefined {
  for (const one of looks) {
    if (one.kind === "cannot-see" && one.away !== undefined) return one.away;
  }
  return undefined;
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
  const noReport =
    "The tenant has no report of what is pending. Look at Domain Security Policies with Pending Changes.";
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
  return { expected, findings: byEye("pending", [found("activated", left)]) };
}
