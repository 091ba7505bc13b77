import type { Route } from "./routes.ts";
import type { SecretStore } from "./secret-store.ts";

/** A request that is authenticated, authorised and well addressed. */
export interface VaultCall extends Route {
  readonly store: SecretStore;
  /** The vault's address as the client spelled it; ids are built from it. */
  readonly base: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly body: unknown;
}
