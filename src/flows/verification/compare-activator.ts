import {
  findActivated,
  findActivation,
  type GivenActivation,
} from "../lifecycle/activation-timeline.ts";
import type { StepContext } from "../lifecycle/step-context.ts";
import { isSameAccount } from "../model/account-name.ts";
import { listNamed } from "../model/activations.ts";
import type { ActivationRun, WhoActivated } from "../model/activity.ts";
import { type Away, isAway } from "../model/fault.ts";
import type { RequestId } from "../model/ids.ts";
import type { SecurityTimestamp, SecurityTimestamps } from "../model/tenant-reports.ts";
import { toItem, type VerificationItem } from "../model/verification.ts";
import { retryRead } from "../ports/retry.ts";
import { sortNewestFirst } from "../request/rollback.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import { truncate } from "../text/truncate.ts";
import { byEye, type Comparison, expectThat, found } from "./expectation.ts";
import { findWhoActivated, marginMs } from "./find-who-activated.ts";

/**
 * Whether the activation was run by whoever was asked for it, with the comment that was handed over. The activity log
 * and the report of activations say so, and nobody's word is asked. Changes nothing, and never fails.
 */
export async function compareActivator(own: StepContext): Promise<ComparedActivator> {
  if (!own.request.plan.some(({ name }) => activatesPolicies(name))) {
    return { comparison: { expected: [], findings: [] } };
  }
  const { deps, place } = own;
  const request = await findActivated(deps, own.request);
  const acting = { ...own, request };
  const { given, told } = findActivation(await deps.store.readStory(request.id));
  const runs = await findRuns(acting, told);
  const read = await retryRead(deps.clock, () => place.workday.readTimestamps());
  const account = given && place.tenant.workdayAccounts?.[given.to];
  const findings = judgeActivator({
    runs,
    ...(read.ok && given && pickReported(read.value, request.id, given)),
    ...(account !== undefined && { account }),
  });
  const comparison = {
    expected: [expectThat(fact, "Who ran the activation, and with which comment", lookAt)],
    findings: byEye(runs.length > 0 ? "activity-log" : "report", findings),
  };
  return { comparison, ...(!read.ok && isAway(read.error) && { away: read.error }) };
}

/** What the log showed right afterwards counts: it keeps its lines for some time only. */
async function findRuns(
  { deps, request }: StepContext,
  told: WhoActivated | undefined,
): Promise<readonly ActivationRun[]> {
  const who = told?.kind === "seen" ? told : await findWhoActivated(deps, request);
  return who?.kind === "seen" ? who.runs : [];
}

interface ComparedActivator {
  readonly comparison: Comparison;
  /** The report of activations did not answer: it may soon. */
  readonly away?: Away;
}

const fact = "activated-by";
const lookAt = "Look at View All Security Timestamps.";

/** What was seen of an activation. */
export interface ActivatorSight {
  /** By the activity log; none where it cannot be seen, is late or is switched off. */
  readonly runs: readonly ActivationRun[];
  /** The activation that names the request, by the report of activations. */
  readonly own?: SecurityTimestamp;
  /** The newest that was made while it was waited for, and does not name the request. */
  readonly strange?: SecurityTimestamp;
  /** The Workday account of whoever was asked for it; absent where the configuration names none. */
  readonly account?: string;
}

/** Decides from what was seen. Nothing was seen where nobody is named for an activation. */
export function judgeActivator(sight: ActivatorSight): Comparison["findings"] {
  const { own, strange } = sight;
  if (own === undefined && strange !== undefined) return [found(fact, [otherComment(strange)])];
  const logged = sight.runs.map(({ by }) => by);
  const reported = own === undefined || own.by === "" ? [] : [own.by];
  if (logged.length + reported.length === 0) return [];
  return [found(fact, judgeNames({ logged, reported, account: sight.account }))];
}

function otherComment({ by, comment }: SecurityTimestamp): VerificationItem {
  const said =
    comment === "" ? "without a comment" : `with the comment "${truncate(comment, 200)}"`;
  return toItem(
    "other",
    `${nameOf(by)} activated ${said}: nobody did with the comment that was handed over.`,
  );
}

/** Somebody else may have activated as well: it counts that whoever was asked did. */
function judgeNames({
  logged,
  reported,
  account,
}: {
  readonly logged: readonly string[];
  readonly reported: readonly string[];
  readonly account: string | undefined;
}): readonly VerificationItem[] {
  const lists = [logged, reported].filter((list) => list.length > 0);
  const wanted = account === undefined ? reported : [account];
  const [asked] = wanted.filter((name) => !lists.every((list) => isIn(list, name)));
  if (asked === undefined) return [];
  const seen = [...new Set(lists.flat())].slice(0, 10).map(nameOf).join(", ");
  return account === undefined
    ? [
        toItem(
          "other",
          `The report of activations names ${nameOf(asked)}, the activity log ${seen}.`,
        ),
      ]
    : [toItem("other", `It was to be activated by ${nameOf(asked)}, and ${seen} did.`)];
}

function isIn(list: readonly string[], name: string): boolean {
  return list.some((one) => isSameAccount(one, name));
}

function nameOf(account: string): string {
  return account === "" ? "somebody without a name" : truncate(account, 100);
}

function pickReported(
  read: SecurityTimestamps,
  id: RequestId,
  { last, until }: GivenActivation,
): Pick<ActivatorSight, "own" | "strange"> {
  const newest = read.kind === "seen" ? sortNewestFirst(read.timestamps) : [];
  // Whenever it was: the clocks may differ, and a runner may have done it at an earlier order.
  const own = newest.find(({ comment }) => names(comment, id));
  const strange = newest.find(
    ({ at, comment }) => at >= last - marginMs && at <= until + marginMs && !names(comment, id),
  );
  return { ...(own && { own }), ...(strange && { strange }) };
}

function names(comment: string, id: RequestId): boolean {
  return listNamed(comment).includes(id);
}
