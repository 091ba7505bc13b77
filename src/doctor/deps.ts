import type { createCredential } from "../secrets/identity.ts";

/** What every check works with. */
export interface DoctorDeps {
  /** Milliseconds since 1970, on this machine's clock. */
  readonly now: () => number;
  /** Milliseconds that one check may take. */
  readonly limitMs: number;
  readonly fetch: typeof globalThis.fetch;
}

/** What the checks work with that sign on to Azure, too. */
export interface VaultDeps extends DoctorDeps {
  /**
   * Makes the credential that the configuration names. Azure's SDK takes the first managed identity of a process for good,
   * so whoever examines many configurations in one process brings another.
   */
  readonly createCredential: typeof createCredential;
}
