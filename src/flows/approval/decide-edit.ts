import { err, ok } from "../../result.ts";
import { kindOf } from "../kinds/kinds.ts";
import { planEdit } from "../planning/plan-edit.ts";
import type { Draft } from "../request/draft.ts";
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
  const { phase, draft, begun, finished, members } = request;
  if (isOver(request) || members !== undefined) return false;
  if (!still.has(phase.kind)) return false;
  if (begun.length === 0) return true;
  return (
    kindOf(draft).editableWhenMade !== undefined && ![...begun, ...finished].some(movesTimestamp)
  );
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
  { draft, typed, edits, held }: Edit,
  { by, tenant, release }: Pick<DecisionContext, "by" | "tenant" | "release">,
): Settled {
  if (isOver(request)) return err("already-settled");
  const isActivating = (release?.begun ?? []).some(movesTimestamp);
  if (isActivating || !canEdit(request)) return err("cannot-edit-now");
  if (edits !== request.edits) return err("edited-since");
  const changes = listEdited(request.draft, draft);
  if (changes.length === 0) return err("nothing-edited");
  if (request.begun.length > 0 && !isWithin(request, draft)) return err("made-already");
  const planned = planEdit(request, { draft, tenant, held });
  return ok([{ kind: "edited", by, draft, typed, ...planned, changes }]);
}

/** Whether what is made can stay. */
function isWithin({ draft: before }: Request, draft: Draft): boolean {
  const { editableWhenMade = [] } = kindOf(before);
  const editable = new Set<string>([...why, ...editableWhenMade]);
  return listEditedFields(before, draft).every((field) => editable.has(field));
}
