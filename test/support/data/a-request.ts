import { type Instant, instant, later, parseRequestId } from "../../../src/flows/model/ids.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import type { ApprovalAsked } from "../../../src/flows/request/approval-asked.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event, Recorded } from "../../../src/flows/request/event.ts";
import type { OtherRequest } from "../../../src/flows/request/other-request.ts";
import { type Request, replay } from "../../../src/flows/request/request.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { valueIn } from "../value-in.ts";
import { aDraft } from "./a-draft.ts";
import { aTenant, hourMs } from "./a-tenant.ts";
import { ann, bea } from "./people.ts";

export const requestId = valueIn(parseRequestId("ISU-7K3M9QXV"));

const otherId = valueIn(parseRequestId("ISU-0THERREQ"));

/** When the first thing happens in tests about a request's life. */
export const start: Instant = instant(Date.UTC(2026, 10, 23, 9));

export const inTime = later(start, hourMs);
export const expiresAt = later(start, 72 * hourMs);

export function anOpening(
  draft: Draft = aDraft(),
  tenant: Tenant = aTenant(),
): Extract<Event, { kind: "opened" }> {
  const plan = planFor(draft, tenant, requestId);
  return { kind: "opened", id: requestId, by: ann, draft, plan };
}

/** Puts events in their places, one minute after the other. */
export function recorded(events: readonly Event[]): readonly Recorded[] {
  return events.map((event, index) => ({
    seq: index + 1,
    at: later(start, index * 60_000),
    event,
  }));
}

/** The request that these events made. */
export function given(...events: readonly Event[]): Request {
  const request = replay(recorded(events));
  if (request === undefined) throw new Error("No events, no request");
  return request;
}

export function aPendingChange(changes: Partial<PendingChange> = {}): PendingChange {
  return {
    kind: "domain",
    policy: "Worker Data: Workers",
    action: "",
    securityGroup: "ISSG_Viva",
    access: "Get",
    change: "Added",
    ...changes,
  };
}

/** A change that somebody else made. */
export const foreignChange = aPendingChange({ securityGroup: "HR Partners", policy: "Payroll" });

/** A withdrawn request of somebody's, of which a foreign change is pending. */
export function anOtherRequest(changes: Partial<OtherRequest> = {}): OtherRequest {
  return {
    id: otherId,
    askedBy: bea,
    carriedOutBy: [],
    standing: "withdrawn",
    needed: 1,
    changes: [foreignChange],
    ...changes,
  };
}

export function anAsking(
  changes: Partial<ApprovalAsked> = {},
): Extract<Event, { kind: "approval-asked" }> {
  const asked: ApprovalAsked = {
    step: "approve",
    digest: "sha256:shown",
    pending: { kind: "seen", changes: [aPendingChange()] },
    others: [],
    needed: 1,
    askedAt: start,
    expiresAt,
    ...changes,
  };
  return { kind: "approval-asked", asked, unseen: [] };
}
