import { err, type Result } from "../../result.ts";
import { type FieldProblems, type TenantCheck } from "./draft.ts";

export function refuseAccount(userName: string): Result<never, TenantCheck> {
  const problems: FieldProblems = { userName };
  return err({ kind: "problems", problems });
}
