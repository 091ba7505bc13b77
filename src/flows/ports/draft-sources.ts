import type { FlowDeps } from "./deps.ts";
import type { Learning } from "./learning.ts";
import type { Store, Workday } from "./ports.ts";
import type { Vault } from "./vault.ts";

/** Where a request is prepared: what is kept of others, and the tenant. */
export interface DraftSources {
  readonly store: Store;
  readonly workday: Workday;
  readonly learning: Learning;
}

/** The same, and which names of secrets are taken. */
export interface DraftSourcesWithVault extends DraftSources {
  readonly vault: Pick<Vault, "listVersions">;
  readonly nameSecret: FlowDeps["nameSecret"];
}
