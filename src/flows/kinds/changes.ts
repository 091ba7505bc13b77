import type { Draft } from "../request/draft.ts";
import type { PermissionChange, ProcessChange } from "../request/permission-change.ts";
import { kindOf } from "./kinds.ts";

/** Works the same out of every draft, so that a plan, its approval and its undoing speak of one thing. */
export function changesOf(draft: Draft): readonly PermissionChange[] {
  return kindOf(draft).changes?.(draft) ?? [];
}

/** What a request adds to and takes from what its group may initiate, in every plan, approval and undoing alike. */
export function processChangeOf(draft: Draft): ProcessChange {
  return kindOf(draft).processChange?.(draft) ?? { added: [], removed: [] };
}
