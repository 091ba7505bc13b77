import { err, ok } from "../../result.ts";
import { kindOf } from "../kinds/kinds.ts";
import { listPerhapsDone } from "../planning/one-go.ts";
import { planEdit } from "../planning/plan-edit.ts";
import type { Draft } from "../request/draft.ts";
import type { SettleRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import { movesTimestamp } from "../step-kinds/facts.ts";
import { listEdited, listEditedFields } from "../wording/describe-edit.ts";
import { isOver } from "./begin-end.ts";
import type { DecisionContext, Edit, Settled } from "./decision-context.ts";

/** Why something is asked for, which changes nothing of what is made. */
const why: readonly string[] = ["reason", "ticket"];

/**
 * Whether a request waits in such a way that its requester can change what it asks for: nobody is at it, nothing of it is
 * live or about to be, and what is made of it can stay as it is.
 */
export function canEdit(request: Request): boolean {
  return isStill(request) && (request.begun.length === 0 || isEditableWhenMade(request));
}

/** Whether it would be edited, if requests of its kind could be once something of them is made: it is withdrawn instead. */
export function isMadeForGood(request: Request): boolean {
  return isStill(request) && request.begun.length > 0 && !isEditableWhenMade(request);
}

/** Whether it waits, nobody is at it, and nothing of it is live or about to be. */
function isStill(request: Request): boolean {
  const { phase, begun, finished, members } = request;
  if (isOver(request) || members !== undefined || !still.has(phase.kind)) return false;
  return ![...begun, ...finished].some(movesTimestamp);
}

function isEditableWhenMade({ draft }: Request): boolean {
  return kindOf(draft).editableWhenMade !== undefined;
}

/** While a person or something outside is at a step, nobody knows what of it is done. */
const still: ReadonlySet<Request["phase"]["kind"]> = new Set<Request["phase"]["kind"]>([
  "waiting-for-approval",
  "waiting-for-answer",
  "waiting-for-window",
  "waiting-for-release",
  "stuck",
]);

/**
 * Changes what a request asks for: it goes on with another plan, and its approval starts anew. An edit that was begun from
 * an older state changes nothing, so that of two at once one counts.
 */
export function decideEdit(
  request: Request,
  { draft, typed, edits, held, inherited }: Edit,
  { by, tenant, release }: Pick<DecisionContext, "by" | "tenant" | "release">,
): Settled {
  const refusal = refuseNow(request, release);
  if (refusal !== undefined) return err(refusal);
  if (edits !== request.edits) return err("edited-since");
  const changes = listEdited(request.draft, draft);
  if (changes.length === 0) return err("nothing-edited");
  if (request.begun.length > 0 && !isWithin(request, draft)) return err("made-already");
  const planned = planEdit(request, { draft, tenant, held });
  const hands = inherited === undefined ? {} : { inherited };
  return ok([{ kind: "edited", by, draft, typed, ...planned, changes, ...hands }]);
}

function refuseNow(request: Request, release: Request | undefined): SettleRefusal | undefined {
  if (isOver(request)) return "already-settled";
  if ((release?.begun ?? []).some(movesTimestamp)) return "cannot-edit-now";
  if (isMadeForGood(request)) return "made-for-good";
  return canEdit(request) ? undefined : "cannot-edit-now";
}

/** Whether what is made can stay. */
function isWithin(request: Request, draft: Draft): boolean {
  const { draft: before } = request;
  const more = kindOf(before).editableWhenMade?.(listPerhapsDone(request));
  return listEditedFields(before, draft).every(
    (field) => why.includes(field) || more?.some((part) => part === field) === true,
  );
}
