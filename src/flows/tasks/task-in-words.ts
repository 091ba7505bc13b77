/** A task as a person reads it: where to go, what to type, and what they need to be allowed to. */
export interface TaskInWords {
  /** The task's name as Workday's search finds it. */
  readonly title: string;
  readonly steps: readonly string[];
  readonly fields: readonly { readonly field: string; readonly value: string }[];
  /** Domains that the person needs, as the guides name them. */
  readonly needs: readonly string[];
}
