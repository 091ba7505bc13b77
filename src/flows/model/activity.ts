import type { Instant } from "./ids.ts";

/** Somebody ran the activation of pending security policy changes, as the tenant's activity log says. */
export interface ActivationRun {
  readonly at: Instant;
  /** The Workday account. */
  readonly by: string;
}

/** Who ran the activation since it was handed over, as far as the tenant's activity log says. */
export type WhoActivated =
  | {
      readonly kind: "seen";
      readonly runs: readonly ActivationRun[];
      /** Whom the report of activations names for it; absent where it names nobody. */
      readonly reported?: string;
    }
  | { readonly kind: "cannot-see"; readonly words: string };
