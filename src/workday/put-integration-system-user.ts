import { z } from "zod";
import type { Fault } from "../flows/fault.ts";
import type { PutUserReply, UserSettings } from "../flows/ports.ts";
import { err, ok, type Result } from "../result.ts";
import { type Element, toReference } from "./element.ts";
import { Reference } from "./reply-parts.ts";
import type { Call } from "./soap.ts";
import { unreadable } from "./unreadable.ts";
import type { Credentials } from "./username-token.ts";

const Reply = z.object({
  Integration_System_Reference: Reference,
  Integration_System_User_Reference: Reference,
});

/**
 * Creates or updates the user of one integration system, **and sets its password either way**.
 *
 * Safe to repeat with the same password. `sessionTimeoutMinutes` is 0 or 6 to 999 here; the tenant's own
 * maximum is Workday's to hold. On `unknown` the tenant may hold the change already.
 *
 * @see Workday Integrations v31.2, Put_Integration_System_User
 */
export async function putIntegrationSystemUser(
  call: Call,
  as: Credentials,
  user: UserSettings,
): Promise<Result<PutUserReply, Fault>> {
  const refused = refuseTimeout(user.sessionTimeoutMinutes);
  if (refused !== undefined) return err(refused);
  const operation = "Put_Integration_System_User";
  const answer = await call({ operation, request: toRequest(user), secrets: [user.password] }, as);
  return answer.ok ? fromReply(answer.value) : err(answer.error.fault);
}

function refuseTimeout(minutes: number | undefined): Fault | undefined {
  const isAllowed =
    minutes === undefined ||
    minutes === 0 ||
    (Number.isInteger(minutes) && minutes > 5 && minutes <= 999);
  if (isAllowed) return undefined;
  const words = "Session timeout minutes must be 0, or a whole number from 6 to 999.";
  return { kind: "rejected", outside: "Workday", field: "sessionTimeoutMinutes", words };
}

function toRequest(user: UserSettings): Element {
  return {
    Integration_System_Reference: toReference("Integration_System_ID", user.systemId),
    Integration_System_User_Data: {
      User_Name: user.userName,
      Password: user.password.reveal(),
      Require_New_Password_At_Next_Sign_In: false,
      Session_Timeout_Minutes: user.sessionTimeoutMinutes,
      Do_Not_Allow_UI_Sessions: user.doNotAllowUiSessions,
    },
  };
}

function fromReply(response: object): Result<PutUserReply, Fault> {
  const parsed = Reply.safeParse(response);
  const systemWid = parsed.data?.Integration_System_Reference.get("WID");
  const userWid = parsed.data?.Integration_System_User_Reference.get("WID");
  if (systemWid === undefined || userWid === undefined) {
    return err(unreadable("Put_Integration_System_User"));
  }
  return ok({ systemWid, userWid });
}
