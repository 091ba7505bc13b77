import type { Fault } from "../../flows/model/fault.ts";
import type { ProbeAnswer } from "../../flows/ports/ports.ts";
import type { ProbeOperation } from "../../flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Element } from "../fields/element.ts";
import type { Call } from "../wire/soap.ts";
import type { Credentials } from "../wire/username-token.ts";
import { toGetIntegrationSystemUsersRequest } from "./get-integration-system-users.ts";
import { toGetIntegrationSystemsRequest } from "./get-integration-systems.ts";
import { toGetLearningTopicsRequest } from "./get-learning-topics.ts";
import { toGetWorkersRequest } from "./get-workers.ts";

/**
 * Signs on as somebody and makes one harmless read, of which only whether it is answered matters. It proves
 * a Get, never a Put, View or Modify.
 *
 * `not-signed-on` is also what a user gets whom an authentication policy does not let in yet;
 * `not-authorized` is also what one gets whose permission is granted and not yet active.
 */
export async function probe(
  call: Call,
  as: Credentials,
  operation: ProbeOperation,
): Promise<Result<ProbeAnswer, Fault>> {
  const answer = await call({ operation, request: toRequest(operation) }, as);
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

function toRequest(operation: ProbeOperation): Element {
  switch (operation) {
    case "Get_Workers":
      return toGetWorkersRequest();
    case "Get_Learning_Topics":
      return toGetLearningTopicsRequest();
    case "Get_Integration_Systems":
      return toGetIntegrationSystemsRequest(1, 1);
    case "Get_Integration_System_Users":
      return toGetIntegrationSystemUsersRequest(1, 1);
  }
}
