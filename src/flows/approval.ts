import { ok, type Result } from "../result.ts";
import type { FlowDeps } from "./deps.ts";
import type { Fault } from "./fault.ts";
import { missingFrom, type PendingChanges, toDigestText } from "./pending.ts";
import type { Request } from "./request.ts";
import { retryRead } from "./retry.ts";

/** What is pending now, and the digest that an approval of this request would count for. */
export interface Look {
  readonly pending: PendingChanges;
  readonly digest: string;
}

/** Reads the tenant's pending changes and binds them to the plan. Changes nothing. */
export async function lookAtPending(
  deps: FlowDeps,
  request: Request,
): Promise<Result<Look, Fault>> {
  const { workday } = deps.placeOf(request.draft.tenant);
  const pending = await retryRead(deps.clock, () => workday.readPendingChanges());
  if (!pending.ok) return pending;
  return ok({
    pending: pending.value,
    digest: deps.dice.digest(toApprovalText(request, pending.value)),
  });
}

/** The text whose digest an approval is for: the request, its plan, and everything that would go live. */
export function toApprovalText({ id, draft, plan }: Request, pending: PendingChanges): string {
  const steps = plan.map(({ name, hand }) => [name, hand]);
  const { tenant, userName, groupName, permissions } = draft;
  const asked = JSON.stringify([id, tenant, userName, groupName, permissions, steps]);
  return `${asked}\n${toPendingText(pending)}`;
}

function toPendingText(pending: PendingChanges): string {
  return pending.kind === "seen" ? toDigestText(pending.changes) : "cannot-see";
}

/** The digest that a runner recomputes before it activates; `undefined` where nobody can see. */
export function toRunnerDigest(deps: FlowDeps, pending: PendingChanges): string | undefined {
  return pending.kind === "seen" ? deps.dice.digest(toDigestText(pending.changes)) : undefined;
}

/** Permissions asked for that the tenant does not list as pending, in words. */
export function listUnseen(request: Request, pending: PendingChanges): readonly string[] {
  if (pending.kind === "cannot-see") return [];
  const { groupName, permissions } = request.draft;
  const ofGroup = pending.changes.filter(
    ({ securityGroup, change }) => securityGroup === groupName && change === "Added",
  );
  return missingFrom(ofGroup, permissions).map(({ domain, access }) => `${access}: ${domain}`);
}
