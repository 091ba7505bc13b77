import type { Permissions } from "./permissions.ts";

/** What one vendor needs, read from a file in `recipes/`. */
export interface Recipe {
  /** The name people type after `/workday-isu create`, such as `viva-learning`. */
  readonly name: string;
  readonly vendor: string;
  /** Public title or address of the vendor's guide, with the date it was read. */
  readonly source: string;
  readonly date: string;
  /** What of the guide is not known, so that the form asks for it; absent when all is. */
  readonly incomplete?: string;
  readonly userName?: string;
  readonly groupName?: string;
  readonly sessionTimeoutMinutes?: number;
  readonly doNotAllowUiSessions: boolean;
  readonly permissions: Permissions;
}
