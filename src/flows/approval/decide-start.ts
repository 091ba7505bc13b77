import { err, ok, type Result } from "../../result.ts";
import type { BeforeActivation } from "../model/activation-effects.ts";
import { type Instant, later, type PersonId } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { Start } from "../request/phase.ts";
import type { SettleRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { StepName } from "../tasks/step.ts";

/** What the look right before an activation or a roll back by hand came to. */
export type StartLook =
  | { readonly kind: "as-approved"; readonly before?: BeforeActivation }
  /** What it means to the request that it is not. */
  | { readonly kind: "stopped"; readonly event: Event };

/** How long somebody has to activate what was looked at. */
const startedForMs = 900_000;

/** Lets the doer of an activation begin, or keeps them from it: nothing else is activated than what was approved. */
export function decideStart(
  { phase }: Request,
  step: StepName,
  {
    by,
    at,
    started,
  }: { readonly by: PersonId; readonly at: Instant; readonly started?: StartLook },
): Result<readonly Event[], SettleRefusal> {
  if (phase.kind !== "waiting-for-person" || phase.step !== step || phase.start === undefined) {
    return err("not-waiting-for-that");
  }
  if (isStarted(phase.start, at)) return err("started-already");
  if (started === undefined) throw new Error("A start needs to know what is pending now");
  if (started.kind === "stopped") return ok([started.event]);
  const { before } = started;
  const until = later(at, startedForMs);
  return ok([{ kind: "started", step, by, until, ...(before && { before }) }]);
}

function isStarted(start: Start, at: Instant): boolean {
  return start.kind === "started" && at < start.until;
}

/** Whether *Done* comes without a *Start* that counts, where one is asked for. */
export function lacksStart({ phase }: Request, at: Instant): boolean {
  if (phase.kind !== "waiting-for-person" || phase.start === undefined) return false;
  return !isStarted(phase.start, at);
}

/** A start that ran out, once: then it is looked at again. */
export function lapseStart({ phase }: Request, at: Instant): readonly Event[] {
  if (phase.kind !== "waiting-for-person" || phase.start?.kind !== "started") return [];
  return isStarted(phase.start, at) ? [] : [{ kind: "start-lapsed", step: phase.step }];
}
