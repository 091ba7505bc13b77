import type { Draft } from "../request/draft.ts";
import type { PermissionChange, ProcessChange } from "../request/permission-change.ts";
import { kindOf } from "./kinds.ts";

/** Works the same out of every draft, so that a plan, its approval and its undoing speak of one thing. */
export function changesOf(draft: Draft): readonly PermissionChange[] {
  return kindOf(draft).changes?.(draft) ?? [];
}

/** What a request changes in what its account's group may initiate, for the same reason. */
export function processChangeOf(draft: Draft): ProcessChange {
  return kindOf(draft).processChange?.(draft) ?? { added: [], removed: [] };
}
