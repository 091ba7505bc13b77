/** One small change by which the product does something else than a guide asks for. */
export interface Breakage {
  readonly name: string;
  readonly file: string;
  /** Text that stands in the file once. */
  readonly find: string;
  readonly replace: string;
  /** Rows of `docs/coverage.md`, by their step: the tests of each have to turn red. */
  readonly rows: readonly string[];
}
