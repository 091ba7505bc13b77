import type { Instant, PersonId, RequestId } from "../model/ids.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Draft } from "./draft.ts";

/** What an open request asks for from now on. */
export interface Edited {
  readonly by: PersonId;
  readonly draft: Draft;
  /** Under which name what was typed for it is kept: the next edit begins with that. */
  readonly typed: RequestId;
  readonly plan: readonly Step[];
  /** Steps of that plan that are done already, and stay as they are. */
  readonly kept: readonly StepName[];
  /** What is different, old and new, line by line: what its thread tells and its next card shows. */
  readonly changes: readonly string[];
  /** Who had to do with the ended request whose integration system it takes over now. Absent: nobody else. */
  readonly inherited?: readonly PersonId[];
}

/** The last edit of a request. */
export type LastEdit = Pick<Edited, "by" | "typed" | "changes"> & { readonly at: Instant };

/** What of a request tells that it was edited. */
export interface EditState {
  /** How often it was. */
  readonly edits: number;
  readonly lastEdit?: LastEdit;
  /** What was asked for before, where something had been begun for it: it may have to be taken back still. */
  readonly earlier: readonly Draft[];
}

/** Of a request that was not. */
export const noEdits: EditState = { edits: 0, earlier: [] };
