import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { findThing } from "../ports/find-learning.ts";
import type { AccountDraft } from "../request/draft.ts";
import type { Leftover } from "../request/event.ts";
import type { Request } from "../request/request.ts";

type Subject = Pick<Request, "begun"> & { readonly draft: AccountDraft };

/** Looks at what is left of a segment-based group. What cannot be seen counts as left. Changes nothing. */
export async function findLeftoverSegmentGroup(
  deps: FlowDeps,
  { draft: { tenant, segmented }, begun }: Subject,
): Promise<Leftover | undefined> {
  if (segmented === undefined || !begun.includes("create-segment-group")) return undefined;
  const { groupName } = segmented;
  const groups = await deps.contextOf(tenant).workday.readSecurityGroups();
  if (!groups.ok || groups.value === undefined) {
    return left(
      `The security group ${groupName} may be there: the bot cannot see groups in this tenant. Look at it in Workday.`,
    );
  }
  const group = groups.value.find(({ name }) => name === groupName);
  return (
    group &&
    left(
      `The security group ${groupName} stays (${group.active ? "active" : "inactive"}). Delete it in Workday when nothing needs it.`,
    )
  );
}

/** What the service Learning made for the request stays: it has no operation that deletes. */
export async function findLeftoverSegments(
  deps: FlowDeps,
  { draft, begun }: Subject,
): Promise<Leftover | undefined> {
  if (!("missing" in draft) || !begun.includes("make-segments")) return undefined;
  const { segmented, missing } = draft;
  const { learning } = deps.contextOf(draft.tenant);
  const kind = segmented.segments.kind === "topics" ? "topic" : "category";
  const names = stillThere(await learning.list(kind), missing.names);
  const segment = missing.segment === undefined ? [] : [missing.segment];
  const segments = segment.length === 0 ? [] : stillThere(await learning.listSegments(), segment);
  if (names.length + segments.length === 0) return undefined;
  return {
    what: "segments",
    words: `In Learning ${[...names, ...segments].join(", ")} may stay: Workday has no web service that deletes a topic, a security category or a segment. Nobody has access by them. Delete them in Workday, or keep them.`,
  };
}

/** Content that was marked stays so: no report tells which marks it had before. */
export function findLeftoverMarks({ draft, begun }: Subject): Leftover | undefined {
  if (!("missing" in draft) || !begun.includes("add-segments-to-content")) return undefined;
  const { segments, content } = draft.segmented;
  return {
    what: "learning-content",
    words: `The learning content ${content.join(", ")} is marked with ${segments.names.join(", ")}, or may be: nothing tells which of that it was marked with before. Take out what is not needed in Workday, or keep it.`,
  };
}

/** What cannot be seen counts as there. */
function stillThere(
  things: Result<readonly { readonly name: string }[], Fault>,
  names: readonly string[],
): readonly string[] {
  if (!things.ok) return names;
  return names.filter((name) => findThing(things.value, name) !== undefined);
}

function left(words: string): Leftover {
  return { what: "segment-group", words };
}
