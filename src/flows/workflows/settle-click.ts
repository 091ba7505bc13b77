import { err, ok, type Result } from "../../result.ts";
import { decide } from "../approval/decide.ts";
import { refuseCard, voidFor } from "../approval/decide-approval.ts";
import { toParts } from "../approval/parts.ts";
import type { Voice } from "../approval/voices.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { mayBeLive } from "../lifecycle/has-changed.ts";
import { loadRequest } from "../lifecycle/load-request.ts";
import { startWork } from "../lifecycle/start-work.ts";
import type { Instant, PersonId } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Recording } from "../ports/store.ts";
import { approveParts } from "../release/approve-parts.ts";
import { isJoinedTo } from "../release/decide-turn.ts";
import { dissolved } from "../release/form-release.ts";
import type { Click, Command } from "../request/click.ts";
import { isConfirmed } from "../request/confirm-tenant.ts";
import type { Event } from "../request/event.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Sights } from "./look-before-deciding.ts";

type Settling = Exclude<Command, { kind: "open" }>;

/** A click with what was asked and read for it. */
export interface PreparedClick {
  readonly click: Click;
  readonly command: Settling;
  readonly standsInFor: readonly PersonId[];
  /** Of an activation: they asked for what it makes live, and the tenant allows that. */
  readonly isOwn?: true;
  readonly sights: Sights;
  /** Of an approval of a card with parts: what the person may say of each part. */
  readonly voices?: readonly Voice[];
}

/** What a click is recorded under: once. */
export function keyOfClick({ id }: Pick<Click, "id">): string {
  return `click ${id}`;
}

/**
 * Decides on a click and records what it does, in one transaction: of a release for all its requests, and of a request in
 * a release for the release as well. Safe to repeat.
 */
export function settleClick(
  deps: FlowDeps,
  request: Request,
  asked: PreparedClick,
): Promise<Result<Request, Refusal>> {
  const { voices, command } = asked;
  if (voices !== undefined && command.kind === "approve")
    return settleApproval(deps, request, { ...asked, command, voices });
  return isPartOfRelease(request) ? settleOfMember(deps, asked) : settleAlone(deps, asked);
}

function isPartOfRelease({ phase }: Request): boolean {
  return phase.kind === "waiting-for-release" && phase.release !== undefined;
}

/** Who has become a part of a release since it was looked at is decided on as one. */
async function settleAlone(
  deps: FlowDeps,
  asked: PreparedClick,
): Promise<Result<Request, Refusal>> {
  const { click, command, standsInFor, isOwn, sights } = asked;
  const at = deps.clock.now();
  const change = { id: click.request, key: keyOfClick(click), now: at };
  const decided = await deps.store.decide<Refusal | "joined">(change, (request) => {
    if (isPartOfRelease(request)) return err("joined");
    const own = deps.contextOf(request.draft.tenant).tenant;
    const tenant = rulesFor(request, own);
    const unparted = voidUnparted(request, command, { ...sights, own, at });
    if (unparted !== undefined) return ok([unparted]);
    const deciding = { by: click.by, at, tenant, standsInFor, ...(isOwn && { isOwn }), ...sights };
    return decide(request, command, deciding);
  });
  if (decided.ok) return ok(decided.value.request);
  return decided.error === "joined" ? settleOfMember(deps, asked) : err(decided.error);
}

/**
 * A card that was posted before somebody else's changes were a part by themselves is asked for again, by an approval that
 * the card itself does not refuse.
 */
function voidUnparted(
  { phase, ...request }: Request,
  command: Settling,
  { now, own, at }: Pick<Sights, "now"> & { readonly own: Tenant; readonly at: Instant },
): Event | undefined {
  if (command.kind !== "approve" || now === undefined) return undefined;
  if (phase.kind !== "waiting-for-approval" || phase.asked.parts !== undefined) return undefined;
  const isRefused = refuseCard(phase.asked, command.digest, at) !== undefined;
  if (isRefused || !isConfirmed(own, command.tenantTyped)) return undefined;
  return toParts(request, now, own) && voidFor(phase.asked, now);
}

interface Approval extends PreparedClick {
  readonly command: Extract<Command, { kind: "approve" }>;
  readonly voices: readonly Voice[];
}

async function settleApproval(
  deps: FlowDeps,
  { draft }: Request,
  { click, command, sights, voices }: Approval,
): Promise<Result<Request, Refusal>> {
  const { now, ties = [] } = sights;
  if (now === undefined) throw new Error("An approval needs to know what is pending now");
  const at = deps.clock.now();
  const { tenant } = deps.contextOf(draft.tenant);
  return recordTogether(deps, click, (card, all) => {
    const decided = approveParts(card, command, {
      by: click.by,
      at,
      tenant,
      now,
      ties,
      voices,
      all,
    });
    if (!decided.ok) return decided;
    const { event, counted } = decided.value;
    return ok([{ id: card.id, event }, ...counted]);
  });
}

/** Once the activation of a release has begun its requests cannot be closed; before that its card is not true any more. */
function settleOfMember(
  deps: FlowDeps,
  { click, command, standsInFor, sights }: PreparedClick,
): Promise<Result<Request, Refusal>> {
  const at = deps.clock.now();
  return recordTogether(deps, click, (request, all) => {
    const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
    const release = all.find(({ id }) => isJoinedTo(id, request));
    const decided = decide(request, command, {
      by: click.by,
      at,
      tenant,
      standsInFor,
      ...sights,
      ...(release && { release }),
    });
    if (!decided.ok) return decided;
    const events = decided.value.map((event) => ({ id: request.id, event }));
    const left = all.filter((one) => one.id !== request.id);
    return ok([...events, ...(release === undefined ? [] : leaveRelease(release, left))]);
  });
}

const nothing = { added: [], gone: [] } as const;

/**
 * One of its requests is in it no more: it is asked for again without that one, and ends with the last of them. Where nobody
 * could be asked it is looked at again: it would hold the tenant for nothing.
 */
function leaveRelease(release: Request, left: readonly Request[]): readonly Happened[] {
  const { id, phase, approval } = release;
  const isEmptied = !left.some((one) => isJoinedTo(id, one));
  if (isEmptied && !mayBeLive(release)) return [{ id, event: dissolved }];
  if (phase.kind === "waiting-for-approval" || approval !== undefined)
    return [{ id, event: { kind: "approval-voided", difference: nothing } }];
  return phase.kind === "stuck" ? [{ id, event: { kind: "resumed" } }] : [];
}

type Happened = Pick<Recording, "id"> & { readonly event: Recording["events"][number] };

async function recordTogether(
  deps: FlowDeps,
  click: Click,
  decideOn: (request: Request, all: readonly Request[]) => Result<readonly Happened[], Refusal>,
): Promise<Result<Request, Refusal>> {
  const { request: id } = click;
  const { draft } = await loadRequest(deps, id);
  const of = { tenant: draft.tenant, now: deps.clock.now() };
  // Over by now where it is not among the unfinished.
  const answer: { refusal?: Refusal } = {};
  const recorded = await deps.store.decideTogether(of, (all) => {
    const request = all.find((one) => one.id === id);
    const decided =
      request === undefined ? err("already-settled" as const) : decideOn(request, all);
    if (decided.ok)
      return decided.value.map((one) => ({
        id: one.id,
        key: keyOfClick(click),
        events: [one.event],
      }));
    answer.refusal = decided.error;
    return [];
  });
  if (answer.refusal !== undefined) return err(answer.refusal);
  for (const one of recorded) if (one.id !== id) await startWork(deps, one);
  return ok(await loadRequest(deps, id));
}
