import { ok, type Result } from "../../result.ts";
import type { Edit } from "../approval/decision-context.ts";
import { authorize } from "../authorization/authorize.ts";
import { findUnconfirmed, groundIn, readInherited, refuseAsker } from "../intake/open-request.ts";
import { prepareEdit } from "../intake/prepare-edit.ts";
import type { Fault } from "../model/fault.ts";
import type { HeldNow } from "../planning/plan-edit.ts";
import type { Reply } from "../ports/answerer.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { KeptDraft } from "../ports/store.ts";
import type { Click, Command } from "../request/click.ts";
import { accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { settleClick } from "./settle-click.ts";

type Editing = Extract<Command, { kind: "edit" }>;

/**
 * Carries out an edit whose plan its requester confirmed: the same checks as for that plan, once more, and the decision on
 * the request as it is then. Safe to repeat with the same click.
 */
export async function editRequest(
  deps: FlowDeps,
  {
    click,
    request,
    command,
  }: { readonly click: Click; readonly request: Request; readonly command: Editing },
): Promise<Reply> {
  const kept = await findEdit(deps, click, command);
  if (kept === undefined) return { kind: "refused", refusal: "no-such-request" };
  const { tenant } = deps.contextOf(request.draft.tenant);
  const allowed = await authorize(
    { ...deps, now: deps.clock.now() },
    { command: "edit", by: click.by, request, tenant },
  );
  if (!allowed.ok) return { kind: "refused", refusal: allowed.error };
  const { raw, edits } = kept;
  const draft = await prepareEdit(groundIn(deps, tenant), { request, raw, tenant });
  if (!draft.ok) return { kind: "not-opened", check: draft.error };
  const asking = { draft: draft.value, tenant };
  const refusal = (await refuseAsker(deps, click.by, asking)) ?? findUnconfirmed(asking, command);
  if (refusal !== undefined) return { kind: "refused", refusal };
  const held = await readHeldNow(deps, request);
  if (!held.ok) return { kind: "fault", fault: held.error };
  const typed = { draft: draft.value, typed: command.draft, edits: edits.edits };
  const inherited = await readInherited(deps, draft.value, click.by);
  const edit: Edit = { ...typed, held: held.value, ...inherited };
  const prepared = { click, command, standsInFor: [], sights: { edit } };
  const settled = await settleClick(deps, request, prepared);
  return settled.ok
    ? { kind: "accepted", request: settled.value }
    : { kind: "refused", refusal: settled.error };
}

/** What its form sent: of this very request, by the same person. */
async function findEdit(
  { store }: FlowDeps,
  { by, request }: Click,
  { draft }: Editing,
): Promise<Required<KeptDraft> | undefined> {
  const kept = await store.findDraft(draft);
  if (kept?.edits?.request !== request || kept.by !== by) return undefined;
  return { ...kept, edits: kept.edits };
}

/** What groups may do by now, pending or active, where something may have been granted to the account's. */
async function readHeldNow(
  deps: FlowDeps,
  { draft, begun }: Request,
): Promise<Result<HeldNow, Fault>> {
  if (accountOf(draft) === undefined || begun.length === 0) return ok(undefined);
  const { workday } = deps.contextOf(draft.tenant);
  const read = await retryRead(deps.clock, () => workday.readGroupPermissions());
  if (!read.ok) return read;
  return ok(read.value.kind === "cannot-see" ? undefined : read.value.permissions);
}
