import { err, ok } from "../../result.ts";
import { dayMs, type Instant, later } from "../model/ids.ts";
import type { Command } from "../request/click.ts";
import type { Request } from "../request/request.ts";
import { nameBoth, refuseCard } from "./decide-approval.ts";
import type { DecisionContext, Settled } from "./decision-context.ts";

/** Leaves everything waiting that the card is of: nothing is decided, and its deadline stays. */
export function postpone(
  { phase }: Request,
  { digest, reason }: Extract<Command, { kind: "postpone" }>,
  { by, at, standsInFor = [] }: DecisionContext,
): Settled {
  if (phase.kind !== "waiting-for-approval") return err("already-settled");
  const late = refuseCard(phase.asked, digest, at);
  if (late !== undefined) return err(late);
  const [voter = by] = standsInFor;
  const askAgainAt = planAskAgain(at, phase.asked.expiresAt);
  return ok([
    {
      kind: "postponed",
      ...nameBoth(by, voter),
      ...(reason !== undefined && { reason }),
      askAgainAt,
    },
  ]);
}

/** When approvers are called again: in a day, or after half of the time that is left where that is sooner. */
export function planAskAgain(at: Instant, expiresAt: Instant): Instant {
  const leftMs = expiresAt - at;
  const halfMs = (leftMs - (leftMs % 2)) / 2;
  return later(at, halfMs < dayMs ? halfMs : dayMs);
}
