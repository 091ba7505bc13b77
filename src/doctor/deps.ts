/** What every check works with. */
export interface DoctorDeps {
  /** Milliseconds since 1970, on this machine's clock. */
  readonly now: () => number;
  /** Milliseconds that one check may take. */
  readonly limitMs: number;
  readonly fetch: typeof globalThis.fetch;
}
