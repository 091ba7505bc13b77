import { err, ok } from "../../result.ts";
import { valuesOf } from "../model/api-client.ts";
import { listOneGo } from "../planning/one-go.ts";
import type { Command } from "../request/click.ts";
import type { Event } from "../request/event.ts";
import { isOursPending } from "../request/ours-pending.ts";
import type { SettleRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import { stepKinds } from "../step-kinds/step-kinds.ts";
import type { StepName } from "../tasks/step.ts";
import { describeNotShown } from "../tasks/task-check.ts";
import { deadline } from "../tenant/deadline.ts";
import { lacksStart } from "./decide-start.ts";
import type { DecisionContext, Settled } from "./decision-context.ts";

/** Somebody says that a task is done: believed only where nothing that the tenant shows says otherwise. */
export function reportDone(
  request: Request,
  step: Extract<Command, { kind: "report-done" }>["step"],
  settling: DecisionContext,
): Settled {
  const { by, now, check, at, tenant } = settling;
  const refusal = refuseDone(request, step, settling);
  if (refusal !== undefined) return err(refusal);
  if (check?.kind === "not-shown") {
    const words = describeNotShown(check.words);
    const expiresAt = deadline(at, tenant);
    return ok([
      { kind: "step-failed", step, by, words, isAnswered: true, isDone: true, expiresAt },
    ]);
  }
  const isUnseen = now?.pending.kind === "cannot-see" || check?.kind === "on-trust";
  return ok([
    { kind: "step-finished", step, by, facts: {}, ...toRemarks(isUnseen, settling) },
    ...finishGo(request, step, settling),
  ]);
}

/** One *Done* is for all of a go that shows: each was looked at by itself. */
function finishGo(
  request: Request,
  current: StepName,
  { by, also = [] }: DecisionContext,
): readonly Event[] {
  const go = new Set<StepName>(listOneGo(request, current).map(({ name }) => name));
  return also
    .filter((step) => go.has(step))
    .flatMap((step) => [
      { kind: "step-begun", step },
      { kind: "step-finished", step, by, facts: {} },
    ]);
}

/** `now` is read for an activation only. */
function refuseDone(
  request: Request,
  step: StepName,
  { now, at }: Pick<DecisionContext, "now" | "at">,
): SettleRefusal | undefined {
  if (!isHandedTo(request, step)) return "not-waiting-for-that";
  if (valuesOf(step).length > 0) return "values-needed";
  if (lacksStart(request, at)) return "not-started";
  const isPending = now !== undefined && isOursPending(request, now.pending);
  return activatesPolicies(step) && isPending ? "still-pending" : undefined;
}

function toRemarks(
  isUnseen: boolean,
  { isOwn, notShown }: Pick<DecisionContext, "isOwn" | "notShown">,
): Pick<Extract<Event, { kind: "step-finished" }>, "note" | "isOnTrust"> {
  const notes = [
    ...(isUnseen ? [onTrust] : []),
    ...(isOwn === true ? [byRequester] : []),
    ...describeRest(notShown),
  ];
  return {
    ...(notes.length > 0 && { note: notes.join(" ") }),
    ...(isUnseen && { isOnTrust: true as const }),
  };
}

/** Of a go that is not whole yet: which task is missing. */
function describeRest(notShown: DecisionContext["notShown"]): readonly string[] {
  if (notShown === undefined) return [];
  const { step, words } = notShown;
  return [`Not shown yet: ${stepKinds[step].title}. ${words.slice(0, 3).join(" ")}`];
}

const onTrust = "Taken on trust: nothing that the tenant shows to the bot tells it.";

/** The exception that the record names. */
const byRequester =
  "Carried out by who asked for it: the tenant's configuration allows that (requestersMayActivate).";

function isHandedTo({ phase }: Request, step: StepName): boolean {
  return phase.kind === "waiting-for-person" && phase.step === step;
}

/** Somebody says that a task cannot be done, and why. */
export function reportRefused(
  request: Request,
  { step, why }: Extract<Command, { kind: "report-refused" }>,
  { by, at, tenant }: DecisionContext,
): Settled {
  if (!isHandedTo(request, step)) return err("not-waiting-for-that");
  const expiresAt = deadline(at, tenant);
  return ok([{ kind: "person-refused", step, by, why, expiresAt }]);
}

/** Also of what is tried again by itself: somebody may know sooner that it is back. */
export function retry({ phase }: Request, { by }: DecisionContext): Settled {
  const isStill = phase.kind === "stuck" || phase.kind === "waiting-for-outside";
  return isStill ? ok([{ kind: "retried", by }]) : err("nothing-stuck");
}
