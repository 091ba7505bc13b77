import { kindOf } from "../kinds/kinds.ts";
import type { Draft } from "../request/draft.ts";
import type { WholeApproval } from "../request/phase.ts";
import type { Reopening } from "../tenant/effect-times.ts";

/** So many people approve an emergency at least. */
export const emergencyNeeds = 2;

/**
 * Whether an approval is one of an emergency: of a roll back outside of the change windows, which takes away what went wrong
 * and cannot wait for the next one. A freeze holds it like everything else: an operator lifts it.
 */
export function isForEmergency(draft: Draft, opening: Partial<Reopening> | undefined): boolean {
  const isClosed = opening?.opensAt !== undefined && opening.freeze === undefined;
  return isClosed && kindOf(draft).undoes !== undefined;
}

/** Whether what was approved waits for no change window. */
export function waitsForNone(
  approval: WholeApproval | undefined,
  { freeze }: Pick<Reopening, "freeze">,
): boolean {
  if (approval?.isEmergency !== true || freeze !== undefined) return false;
  return approval.given.length >= emergencyNeeds;
}
