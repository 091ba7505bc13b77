import { appendEvents } from "../lifecycle/append-events.ts";
import {
  type BeforeActivation,
  isStrange,
  listOthers,
  mostCompared,
} from "../model/activation-effects.ts";
import { toSeen } from "../model/activations.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Notice } from "../request/notice.ts";
import type { Request } from "../request/request.ts";
import {
  compareNow,
  keyOf,
  noReport,
  ownGroups,
  readActing,
  readActivations,
  toActingKey,
} from "../verification/compare-live.ts";
import { findWhoActivated } from "../verification/find-who-activated.ts";

/**
 * What the tenant's other groups may do, and in which business processes they may act, right before an activation. Changes
 * nothing, and never fails.
 */
export async function captureBaseline(
  deps: FlowDeps,
  { draft }: Request,
): Promise<BeforeActivation> {
  const { workday } = deps.contextOf(draft.tenant);
  const read = await retryRead(deps.clock, () => workday.readGroupPermissions());
  if (!read.ok) return { kind: "cannot-see", words: read.error.words };
  if (read.value.kind === "cannot-see") return { kind: "cannot-see", words: noReport };
  const others = listOthers(read.value.permissions, ownGroups(draft));
  if (others.length > mostCompared) return { kind: "cannot-see", words: tooMany };
  const lines = others.map((one) => keyOf(deps, one)).join("");
  const acting = await readActing(deps, draft);
  const timestamps = await readActivations(deps, draft.tenant);
  return {
    kind: "seen",
    lines,
    ...(acting &&
      acting.length <= mostCompared && {
        acting: acting.map((one) => toActingKey(deps, one)).join(""),
      }),
    ...(timestamps && { activatedAt: toSeen(timestamps).at }),
  };
}

const tooMany = `The tenant's groups hold more permissions than the bot compares (${mostCompared}).`;

/**
 * Tells what an activation made live beside the request's own, once: in the story, and in the channel where
 * the card did not show it. The notice comes first: after a crash the same version makes the same one again.
 */
export async function recordEffects(deps: FlowDeps, request: Request): Promise<void> {
  const live = await compareNow(deps, request);
  const { id, version, draft } = request;
  if (isStrange(live) && !live.isShared) {
    const { strange, gone } = live;
    const notice: Notice = {
      key: `went-live ${id} ${version}`,
      tenant: draft.tenant,
      madeAt: deps.clock.now(),
      matter: { kind: "went-live", request: id, strange, gone },
    };
    await deps.watch.queue([notice]);
  }
  const who = await findWhoActivated(deps, request);
  await appendEvents(deps, request, {
    label: "went live",
    events: () => [{ kind: "went-live", live, ...(who && { who }) }],
  });
}
