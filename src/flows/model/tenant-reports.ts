import type { Instant } from "./ids.ts";

/** One permission of a security group, as the tenant's report of groups and permissions tells it. */
export interface GroupPermission {
  readonly securityGroup: string;
  /** The domain security policy, spelled as the tenant spells it. */
  readonly domain: string;
  /** Get, Put, View or Modify as the report spells it. */
  readonly access: string;
  /**
   * Pending: it takes effect with the next activation in the tenant. Disabled: the domain's policy is, so it gives
   * nothing.
   */
  readonly status: "active" | "pending" | "disabled";
  /** What shows it active does not tell whether the domain's policy is enabled; absent: it is. */
  readonly isPerhapsDisabled?: true;
  /**
   * It is shown in one word with the access that includes it, such as *Get and Put*: whoever asked for Put alone has it,
   * too. Absent: by itself.
   */
  readonly isJoined?: true;
}

/** What a tenant's groups may do, where the tenant has a report of it. */
export type GroupPermissions =
  | {
      readonly kind: "seen";
      readonly permissions: readonly GroupPermission[];
      /** Absent: a custom report shows them. */
      readonly by?: "wql";
    }
  | { readonly kind: "cannot-see" };

/** One activation of pending security policy changes. */
export interface SecurityTimestamp {
  readonly at: Instant;
  readonly comment: string;
  /** Who activated; empty where the report does not say. */
  readonly by: string;
}

/** The activations that a tenant remembers, where it has a report of them, in no particular order. */
export type SecurityTimestamps =
  | { readonly kind: "seen"; readonly timestamps: readonly SecurityTimestamp[] }
  | { readonly kind: "cannot-see" };
