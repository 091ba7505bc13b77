/** A task as a person reads it: where to go, what to type, and what they need to be allowed to. */
export interface TaskInWords {
  /** The task's name as Workday's search finds it. */
  readonly title: string;
  readonly steps: readonly string[];
  readonly fields: readonly { readonly field: string; readonly value: string }[];
  /** Domains that the person needs, as the guides name them. */
  readonly needs: readonly string[];
}

/** What most tasks about security groups and policies need. */
export const securityConfiguration = "Security Configuration (functional area System)";

/** What tasks about signing on and API clients need. Which domains secure these tasks is a guess. */
export const securityAdministration = "Security Administration (functional area System)";
