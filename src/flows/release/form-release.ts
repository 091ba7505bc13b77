import { approvalAt } from "../approval/approval.ts";
import { toReleaseDraft } from "../kinds/activate.ts";
import { type RequestId, theBot } from "../model/ids.ts";
import { planFor } from "../planning/plan.ts";
import type { Recording } from "../ports/store.ts";
import type { ReleaseMember } from "../request/draft.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { isJoinedTo } from "./decide-turn.ts";

/** What opens a release of these requests, and makes each of them wait for it. */
export function formRelease(
  id: RequestId,
  members: readonly Request[],
  { tenant, listUnseen }: { readonly tenant: Tenant; readonly listUnseen: ListUnseen },
): readonly Recording[] {
  const draft = toReleaseDraft(tenant.name, members.map(toMember));
  const plan = planFor(draft, tenant, id);
  return [
    { id, key: "opened", events: [{ kind: "opened", id, by: theBot, draft, plan }] },
    ...members.map((member) => join(member, id, listUnseen)),
  ];
}

/** Permissions that a request asked for and that are not seen pending, in words. */
type ListUnseen = (request: Request) => readonly string[];

/** What changes the requests of a release before it is shown: who came joins, who left goes on alone. */
export function gatherRelease(
  release: Request,
  members: readonly Request[],
  {
    tenant,
    listUnseen,
    leaving,
  }: {
    readonly tenant: Tenant;
    readonly listUnseen: ListUnseen;
    readonly leaving: readonly Request[];
  },
): readonly Recording[] {
  const { id, version } = release;
  const draft = toReleaseDraft(tenant.name, members.map(toMember));
  const gathered = {
    kind: "gathered",
    members: members.map((member) => member.id),
    plan: planFor(draft, tenant, id),
  } as const;
  return [
    { id, key: `${version}: gather`, events: [gathered] },
    ...members
      .filter((member) => !isJoinedTo(id, member))
      .map((member) => join(member, id, listUnseen)),
    ...leaving.map((one) => ({
      id: one.id,
      key: `${one.version}: leave`,
      events: [{ kind: "resumed" } as const],
    })),
  ];
}

/** None of its requests is in it any more: it ends, and there is nothing to clean up. */
export function dissolveRelease({ id, version }: Request): Recording {
  return { id, key: `${version}: dissolve`, events: [dissolved] };
}

/** What ends a release without requests. */
export const dissolved: Event = {
  kind: "closing",
  closing: { kind: "withdrawn", by: theBot },
  plan: [],
};

function join(member: Request, release: RequestId, listUnseen: ListUnseen): Recording {
  const unseen = listUnseen(member);
  return {
    id: member.id,
    key: `${member.version}: join`,
    events: [{ kind: "release-joined", release, heldAt: approvalAt(member), unseen }],
  };
}

function toMember({ id, draft: { ticket } }: Request): ReleaseMember {
  return { id, ...(ticket !== undefined && { ticket }) };
}
