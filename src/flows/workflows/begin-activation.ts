import { ok } from "../../result.ts";
import { beginStep, handToPerson, isOvertaken, toHandOver } from "../lifecycle/append-events.ts";
import type { StepContext } from "../lifecycle/step-context.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { isJoinedTo } from "../release/decide-turn.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";

type Begun = Omit<Extract<Event, { kind: "step-begun" }>, "kind">;
type HandedOver = Parameters<typeof handToPerson>[2];

/**
 * Writes down that an activation begins. That of a release begins while each of its requests is in it still: whoever
 * closes one comes before or after it, never in between. `undefined` where somebody was faster.
 */
export async function beginActivation(
  deps: FlowDeps,
  request: Request,
  begun: Begun,
): Promise<StepContext | undefined> {
  if (request.members === undefined) return beginStep(deps, request, begun);
  const now = await beginRelease(deps, request, { kind: "step-begun", ...begun });
  if (now === undefined) return undefined;
  const place = deps.contextOf(request.draft.tenant);
  return { deps, place, request: now, wasBegun: request.begun.includes(begun.step) };
}

/** The same where a person activates. */
export async function handActivationToPerson(
  deps: FlowDeps,
  request: Request,
  handed: HandedOver,
): Promise<void> {
  if (request.members === undefined) return handToPerson(deps, request, handed);
  await beginRelease(deps, request, toHandOver(deps, request, handed));
}

async function beginRelease(
  deps: FlowDeps,
  request: Request,
  event: Event,
): Promise<Request | undefined> {
  const { id, version, draft } = request;
  const of = { tenant: draft.tenant, now: deps.clock.now() };
  const key = `${version}: begin ${event.kind}`;
  const recorded = await deps.store.decideTogether(of, (all) => {
    const me = all.find((one) => one.id === id);
    const isWhole = me?.members?.every((member) =>
      all.some((one) => one.id === member && isJoinedTo(id, one)),
    );
    if (me === undefined || isWhole !== true || me.approval === undefined) return ok([]);
    return ok(isOvertaken(request, me) ? [] : [{ id, key, events: [event] }]);
  });
  return recorded.ok ? recorded.value.find((one) => one.id === id) : undefined;
}
