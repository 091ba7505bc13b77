import type { Fault } from "../../flows/model/fault.ts";
import type { ProbeAnswer } from "../../flows/ports/workday.ts";
import type { ProbeOperation } from "../../flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../result.ts";
import { operationOfProbe } from "../operations/operations.ts";
import type { Sender } from "../wire/perform.ts";

/**
 * Signs on as somebody and makes one harmless read, of which only whether it is answered matters. It proves
 * a Get, never a Put, View or Modify.
 *
 * `not-signed-on` is also what a user gets whom an authentication policy does not let in yet;
 * `not-authorized` is also what one gets whose permission is granted and not yet active.
 */
export async function probe(
  { call, as }: Sender,
  name: ProbeOperation,
): Promise<Result<ProbeAnswer, Fault>> {
  const operation = operationOfProbe(name);
  const answer = await call({ operation, request: operation.probe }, as);
  if (answer.ok) return ok("answered");
  switch (answer.error.reason) {
    case "sign-on":
      return ok("not-signed-on");
    case "not-authorized":
      return ok("not-authorized");
    case "invalid-id":
    case "other":
      return err(answer.error.fault);
  }
}
