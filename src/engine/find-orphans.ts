/** What DBOS tells of a workflow that has not ended. */
interface Unfinished {
  readonly workflowID: string;
  readonly status: string;
  readonly executorId?: string;
  readonly applicationVersion?: string;
}

/** This replica, and who else lives. */
interface Present {
  readonly executorId: string;
  readonly version: string;
  readonly living: ReadonlySet<string>;
}

/**
 * Finds the workflows that nobody works on: those that a dead replica had begun, and of another version
 * also those that wait in the queue or carry this replica's name, since it will not go on with them.
 */
export function findOrphans(
  unfinished: readonly Unfinished[],
  { executorId, version, living }: Present,
): { readonly ours: readonly string[]; readonly others: readonly string[] } {
  const ours: string[] = [];
  const others: string[] = [];
  for (const { workflowID, status, executorId: by = "", applicationVersion } of unfinished) {
    const isBegun = status === "PENDING";
    const isAlone = !living.has(by);
    if (applicationVersion === version) {
      if (isBegun && isAlone) ours.push(workflowID);
    } else if (!isBegun || isAlone || by === executorId) {
      others.push(workflowID);
    }
  }
  return { ours, others };
}
