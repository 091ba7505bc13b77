import { err, type Result } from "../../result.ts";
import type { FieldProblems, TenantCheck } from "./raw-draft.ts";

export function refuseAccount(userName: string): Result<never, TenantCheck> {
  const problems: FieldProblems = { userName };
  return err({ kind: "problems", problems });
}
