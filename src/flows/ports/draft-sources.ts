import type { FlowDeps } from "./deps.ts";
import type { Learning } from "./learning.ts";
import type { Store } from "./store.ts";
import type { Vault } from "./vault.ts";
import type { Workday } from "./workday.ts";

/** Where a request is prepared: what is kept of others, and the tenant. */
export interface DraftSources {
  readonly store: Store;
  readonly workday: Workday;
  readonly learning: Learning;
}

/** Where a request is prepared that may need a secret: the vault as well, and how its secrets are named. */
export interface DraftSourcesWithVault extends DraftSources {
  readonly vault: Pick<Vault, "listVersions">;
  readonly nameSecret: FlowDeps["nameSecret"];
}
