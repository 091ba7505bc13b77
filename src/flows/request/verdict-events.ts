import type { Instant, PersonId } from "../model/ids.ts";
import type { Attestation, Verification, VerificationItem } from "../model/verification.ts";
import type { StepName } from "../tasks/step.ts";
import type { Event } from "./event.ts";
import type { Facts } from "./step-facts.ts";

/** What a request knows of its verdict, beside the verdict itself. */
export interface VerdictState {
  /** Differences from what was asked that were told last, at the end or at a later look. */
  readonly drift: readonly VerificationItem[];
  /** What second people attested of what nobody could see; each fact may have several. */
  readonly attested: readonly Attestation[];
  /** Tasks that no eye could check, with whose word was taken. */
  readonly onTrust: readonly { readonly step: StepName; readonly by: PersonId }[];
}

export const noVerdict: VerdictState = { drift: [], attested: [], onTrust: [] };

/** What a finished step brings, and that its doer's word was taken where it was. */
export function keepFinished<State extends VerdictState & { readonly facts: Facts }>(
  { facts, onTrust }: State,
  event: Extract<Event, { kind: "step-finished" }>,
  at: Instant,
): Pick<State, "facts" | "onTrust"> {
  const { step, by, isOnTrust } = event;
  const trusted = isOnTrust === true && by !== undefined ? [{ step, by }] : [];
  return { facts: { ...facts, ...withMoment(event.facts, at) }, onTrust: [...onTrust, ...trusted] };
}

/** A verdict from before its moment was kept is as old as its event. */
function withMoment({ verification, ...facts }: Facts, at: Instant): Facts {
  if (verification === undefined) return facts;
  const timed: Verification = { at, ...verification };
  return { ...facts, verification: timed };
}

export function keepLook(
  facts: Facts,
  { verification, drift }: Extract<Event, { kind: "looked-again" }>,
): { readonly facts: Facts; readonly drift: readonly VerificationItem[] } {
  return { facts: { ...facts, verification }, drift };
}

export function toAttested(
  { by, facts }: Extract<Event, { kind: "attested" }>,
  at: Instant,
): readonly Attestation[] {
  return facts.map(({ fact }) => ({ fact, by, at }));
}
