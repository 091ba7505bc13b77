import { later } from "../../../src/flows/model/ids.ts";
import type { SecurityTimestamp } from "../../../src/flows/model/tenant-reports.ts";
import type { RollbackDraft } from "../../../src/flows/request/draft.ts";
import { aPendingChange, foreignChange, requestId, start } from "./a-request.ts";
import { acme } from "./a-tenant.ts";

/** An activation, so many minutes after the start. */
export function at(minutes: number, comment: string, by = "lmcneil"): SecurityTimestamp {
  return { at: later(start, minutes * 60_000), comment, by };
}

/** The way back before two activations, of which one is of no request. */
export function aRollback(changes: Partial<RollbackDraft> = {}): RollbackDraft {
  return {
    kind: "rollback",
    tenant: acme,
    reason: "It went wrong",
    to: at(1, "HR reorganisation"),
    undone: [
      { ...at(3, `${requestId}: permissions`), request: requestId },
      at(2, "<!channel> fix"),
    ],
    again: [aPendingChange(), { ...foreignChange, change: "Removed" }],
    affected: [{ userName: "ISU_Viva", groupName: "ISSG_Viva", loses: 1 }],
    ...changes,
  };
}
