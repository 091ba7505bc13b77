/** What a security group may do in business processes, by the name of each. As far as is active. */
export interface ProcessAccess {
  /** In which it may do anything. */
  readonly any: readonly string[];
  /** Which it may initiate, by whatever action. */
  readonly initiates: readonly string[];
}
