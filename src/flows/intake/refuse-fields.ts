import { err, type Result } from "../../result.ts";
import type { FieldProblems, TenantCheck } from "../request/raw-draft.ts";

/** Nothing is asked for: one sentence for each field that is wrong. */
export function refuseFields(problems: FieldProblems): Result<never, TenantCheck> {
  return err({ kind: "problems", problems });
}
