import { approvalAt, listUnseen, type PendingLook } from "../approval/approval.ts";
import { callsByItself } from "../authorization/recipe-rules.ts";
import { isOvertaken } from "../lifecycle/append-events.ts";
import { startWork } from "../lifecycle/start-work.ts";
import type { Instant } from "../model/ids.ts";
import { lacksItsOwn } from "../planning/expected-changes.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Recording } from "../ports/store.ts";
import { decideTurn, isJoinedTo } from "../release/decide-turn.ts";
import { dissolveRelease, formRelease, gatherRelease } from "../release/form-release.ts";
import type { Event } from "../request/event.ts";
import { listSeenPending } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";

/** What a request's turn comes to: a card, or that the activation follows from what was approved. */
export type TurnResult = Extract<Event, { kind: "approval-asked" | "approval-followed" }>;

/** Part of the key under which it is recorded once. */
export function labelOf({ kind }: TurnResult): string {
  return kind === "approval-asked" ? "ask approval" : "follow the plan";
}

/**
 * Asks for the approval of an activation, or lets it follow, where it is this request's turn; otherwise it waits, or goes
 * live together with others. All of it is one transaction, so that no two cards of a tenant are out, whichever replica
 * asks. Safe to repeat.
 */
export async function askInTurn(
  deps: FlowDeps,
  request: Request,
  looked: Pick<Taking, "result" | "look" | "lookedAt">,
): Promise<void> {
  const { name } = deps.contextOf(request.draft.tenant).tenant;
  const now = deps.clock.now();
  const recorded = await deps.store.decideTogether({ tenant: name, now }, (all) =>
    all
      .filter(({ id }) => id === request.id)
      .filter((me) => !isOvertaken(request, me))
      .flatMap((me) => turn(deps, me, { all, now, ...looked })),
  );
  // Its own work goes on in this very workflow.
  for (const one of recorded) if (one.id !== request.id) await startWork(deps, one);
}

interface Taking {
  readonly all: readonly Request[];
  readonly now: Instant;
  readonly result: TurnResult;
  readonly look: Pick<PendingLook, "pending" | "others">;
  readonly lookedAt: Instant;
}

/** Whether the look at what is pending can tell of it: who came to the line since had changed nothing by then. */
function isSeenBy({ id, phase }: Request, me: Request, lookedAt: Instant): boolean {
  return id === me.id || (phase.kind === "waiting-for-release" && phase.since <= lookedAt);
}

function turn(
  deps: FlowDeps,
  me: Request,
  { all, now, result, look, lookedAt }: Taking,
): readonly Recording[] {
  const { tenant } = deps.contextOf(me.draft.tenant);
  const { pending, others } = look;
  // Whose changes somebody made live meanwhile is told so by itself.
  const leaving = all.filter((one) => isJoinedTo(me.id, one) && lacksItsOwn(one, pending));
  // A release calls people by the tenant's own times: whose recipe has others is asked for by itself.
  const without = all.filter(
    (one) =>
      callsByItself(one.draft, tenant) ||
      (lacksItsOwn(one, pending) && isSeenBy(one, me, lookedAt)),
  );
  const left = all.filter((one) => !leaving.includes(one));
  const turned = decideTurn(me, {
    all: left,
    now,
    without,
    isEach: tenant.releases !== "together",
    seen: listSeenPending(others),
  });
  const asMember = { tenant, listUnseen: (one: Request) => listUnseen(one, pending) };
  switch (turned.kind) {
    case "ask":
      return [{ id: me.id, key: `${me.version}: ${labelOf(result)}`, events: [result] }];
    case "wait": {
      const { kind: _wait, ...wait } = turned;
      const event = { kind: "release-awaited", heldAt: approvalAt(me), ...wait } as const;
      return [{ id: me.id, key: `${me.version}: wait for release`, events: [event] }];
    }
    case "form":
      return formRelease(deps.random.requestId(), turned.members, asMember);
    case "gather":
      return gatherRelease(me, turned.members, { ...asMember, leaving });
    case "dissolve":
      return [dissolveRelease(me), ...gatherRelease(me, [], { ...asMember, leaving }).slice(1)];
  }
}
