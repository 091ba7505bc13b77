import type { Instant, RequestId } from "../model/ids.ts";
import { approvalSteps, type Step, type StepName } from "../tasks/step.ts";
import type { Phase, ReleaseWait, WholeApproval } from "./phase.ts";
import type { ReleaseEvent } from "./release-event.ts";
import type { Facts } from "./step-facts.ts";
import { union } from "./union.ts";

/** What of a request has to do with releases. */
export interface ReleaseState {
  /** Of a release: the requests in it, by now. */
  readonly members?: readonly RequestId[];
  /** Until when it waits for requests that are on the way, since it came to its activation first. */
  readonly gathersUntil?: Instant;
}

type Of<Kind extends ReleaseEvent["kind"]> = Extract<ReleaseEvent, { kind: Kind }>;

/** What of a request changes on its way to a release. */
interface Moving extends ReleaseState {
  readonly facts: Facts;
  readonly plan: readonly Step[];
  readonly begun: readonly StepName[];
  readonly finished: readonly StepName[];
  readonly isLiveTold: boolean;
  readonly approval?: WholeApproval;
  readonly phase: Phase;
}

/** It waits for others of its tenant, goes live with them, or is the release itself. */
export function moveRelease(
  moving: Moving,
  event: ReleaseEvent,
  { at, working }: { readonly at: Instant; readonly working: Phase },
): Partial<Moving> {
  switch (event.kind) {
    case "release-awaited":
      return waitForOthers(event, at);
    case "release-joined": {
      const facts = { ...moving.facts, unseen: event.unseen };
      return { facts, phase: joinRelease(moving.phase, event, at) };
    }
    case "gathered":
      return { members: event.members, plan: event.plan };
    case "released": {
      const { given, digest, pending, steps } = event;
      const finished = steps.reduce(union, moving.finished);
      const begun = steps.reduce(union, moving.begun);
      const approval = { given, digest, pending };
      return { approval, begun, finished, isLiveTold: true, phase: working };
    }
  }
}

/** How long it waits for what is on the way counts from its first wait for that. */
function waitForOthers(
  { heldAt, gathersUntil, for: others }: Of<"release-awaited">,
  since: Instant,
): Partial<Moving> {
  const phase = { kind: "waiting-for-release", heldAt, since, gathersUntil, for: others } as const;
  const isAtApproval = approvalSteps.some((approval) => approval === heldAt);
  return isAtApproval ? { phase, gathersUntil } : { phase };
}

function joinRelease(
  phase: Phase,
  { release, heldAt }: Of<"release-joined">,
  since: Instant,
): ReleaseWait {
  const waiting: ReleaseWait =
    phase.kind === "waiting-for-release"
      ? phase
      : { kind: "waiting-for-release", heldAt, since, gathersUntil: since, for: [] };
  return { ...waiting, for: [release], release };
}
